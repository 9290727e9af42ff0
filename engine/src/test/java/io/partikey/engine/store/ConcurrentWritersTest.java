package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.get;
import static io.partikey.engine.store.TestStore.index;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.key;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.backend.QueryRequest;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.SortCondition;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Arithmetic;
import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.expression.UpdateAction;
import io.partikey.engine.item.DocumentPath;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.Projection;
import io.partikey.testing.SeededTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentWritersTest {
  private static final int THREADS = 8;

  @SeededTest
  void losesNoUpdateOfTheSameItems(long seed, @TempDir Path directory) throws Exception {
    Path path = directory.resolve("db");
    try (Backend backend = TestStore.file(path)) {
      backend.createTable(table("T", index("G", "g", Projection.ALL)));
      for (int i = 0; i < 5; i++) {
        backend.write(replace("T", item("a", i, "\"x\": {\"N\": \"0\"}")));
      }
      inParallel(
          seed,
          random -> {
            for (int i = 0; i < 100; i++) {
              assertThat(backend.write(increment(random.nextInt(5))).applied()).isTrue();
            }
          });
    }
    try (Backend backend = TestStore.file(path)) {
      long sum = 0;
      for (int i = 0; i < 5; i++) {
        Item counted = Objects.requireNonNull(get(backend, "T", key("a", i)));
        sum += ((NumberValue) Objects.requireNonNull(counted.get("x"))).value().longValueExact();
      }
      assertThat(sum).isEqualTo(THREADS * 100L);
      assertThat(((EmbeddedBackend) backend).engine().problems()).isEmpty();
    }
  }

  @SeededTest
  void showsEveryReaderWholeWritesOnly(long seed) throws Exception {
    try (Backend backend = TestStore.memory()) {
      backend.createTable(table("T", index("G", "g", Projection.ALL)));
      inParallel(
          seed,
          random -> {
            for (int i = 0; i < 200; i++) {
              String group = "\"g\": {\"S\": \"" + random.nextInt(3) + "\"}";
              backend.writeAtomically(
                  List.of(
                      replace("T", item("left", 1, group)), replace("T", item("right", 1, group))));
              assertGroupsAreWhole(backend);
            }
          });
      assertThat(((EmbeddedBackend) backend).engine().problems()).isEmpty();
    }
  }

  @Test
  void tellsReadersAndWritersOfAShutdownAndNeverCrashes() throws Exception {
    for (int round = 0; round < 10; round++) {
      Backend backend = TestStore.memory();
      backend.createTable(table("T"));
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      List<Future<?>> working = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        boolean writes = thread % 2 == 0;
        working.add(threads.submit(() -> useUntilClosed(backend, writes)));
      }
      while (backend.statistics("T").table().items() < 200) {
        Thread.onSpinWait();
      }
      backend.shutdown();
      for (Future<?> each : working) {
        each.get();
      }
      threads.shutdown();
    }
  }

  private static void useUntilClosed(Backend backend, boolean writes) {
    try {
      for (int i = 0; ; i++) {
        if (writes) {
          backend.write(replace("T", item("a", i, "")));
        } else {
          try (ReadView view = backend.openView()) {
            view.query(QueryRequest.of("T", new StringValue("a")));
          }
        }
      }
    } catch (EngineException closed) {
      assertThat(closed.code()).isEqualTo(ErrorCode.CLOSED);
    }
  }

  private static void assertGroupsAreWhole(Backend backend) {
    try (ReadView view = backend.openView()) {
      Item left = Objects.requireNonNull(view.getItem("T", key("left", 1)).items().get(0));
      Item right = Objects.requireNonNull(view.getItem("T", key("right", 1)).items().get(0));
      assertThat(left.get("g")).isEqualTo(right.get("g"));
      QueryRequest byGroup =
          new QueryRequest(
              "T",
              "G",
              List.of(Objects.requireNonNull(left.get("g"))),
              SortCondition.ALL,
              true,
              PageRequest.FIRST);
      assertThat(view.query(byGroup).items()).containsExactlyInAnyOrder(left, right);
    }
  }

  private static WriteRequest increment(long sk) {
    AttributeReference x = new AttributeReference("x");
    Arithmetic sum =
        new Arithmetic(Arithmetic.Operator.ADD, x, new Literal(NumberValue.of(1)), true);
    return new WriteRequest.Update(
        "T",
        key("a", sk),
        List.of(new UpdateAction.Set(DocumentPath.of("x"), sum)),
        Parameters.NONE,
        null,
        ReturnValues.NONE);
  }

  private static void inParallel(long seed, Work work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> working = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      Random random = new Random(seed + thread);
      working.add(threads.submit(() -> work.run(random)));
    }
    for (Future<?> each : working) {
      each.get();
    }
    threads.shutdown();
  }

  private interface Work {
    void run(Random random);
  }
}
