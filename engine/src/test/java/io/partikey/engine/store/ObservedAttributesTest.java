package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.replace;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.store.catalog.ObservedAttributes;
import io.partikey.engine.table.ObservedAttribute;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservedAttributesTest {
  @Test
  void areKeptUpToACapHoweverManyWritersBringMore(@TempDir Path directory) throws Exception {
    Path path = directory.resolve("db");
    List<ObservedAttribute> kept;
    try (Backend backend = TestStore.file(path, TestStore.quick())) {
      backend.createTable(TestStore.table("T"));
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Future<?>> writing = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        int first = 1000 * thread;
        writing.add(
            threads.submit(
                () -> {
                  for (int i = first; i < first + 1000; i++) {
                    backend.write(replace("T", item("a", i, "\"name" + i + "\": {\"S\": \"x\"}")));
                  }
                }));
      }
      for (Future<?> each : writing) {
        each.get();
      }
      threads.shutdown();
      kept = backend.observedAttributes("T");
      assertThat(kept).hasSize(ObservedAttributes.MOST_NAMES).doesNotHaveDuplicates();
      assertThat(kept.subList(0, 2)).extracting(ObservedAttribute::name).contains("pk", "sk");
      assertThat(((EmbeddedBackend) backend).engine().problems()).isEmpty();
    }
    try (Backend again = TestStore.file(path)) {
      assertThat(again.observedAttributes("T")).isEqualTo(kept);
      String known = kept.get(ObservedAttributes.MOST_NAMES - 1).name();
      again.write(replace("T", item("b", 1, "\"" + known + "\": {\"N\": \"1\"}")));
      again.write(replace("T", item("b", 2, "\"another\": {\"N\": \"1\"}")));
      assertThat(again.observedTypes("T", known))
          .isEqualTo(Set.of(AttributeType.S, AttributeType.N));
      assertThat(again.observedTypes("T", "another")).isEmpty();
      assertThat(again.observedAttributes("T")).hasSize(ObservedAttributes.MOST_NAMES);
      Engine engine = ((EmbeddedBackend) again).engine();
      int table = engine.definitions().current().table("T").id();
      assertThat(engine.definitions().observations().of(table).overflowed()).isTrue();
      assertThat(engine.problems()).isEmpty();
    }
  }

  @Test
  void areKeptUpToACapOfBytesAndThoseThatStillFitBehindIt(@TempDir Path directory) {
    Path path = directory.resolve("db");
    try (Backend backend = TestStore.file(path, TestStore.quick())) {
      backend.createTable(TestStore.table("T"));
      for (int i = 0; i < 50; i++) {
        String name = i + "x".repeat(60_000);
        backend.write(replace("T", item("a", i, "\"" + name + "\": {\"S\": \"x\"}")));
      }
      backend.write(replace("T", item("b", 1, "\"short\": {\"S\": \"x\"}")));
      assertFewLongNamesAndTheShortOne(backend);
    }
    try (Backend again = TestStore.file(path)) {
      again.write(replace("T", item("b", 2, "\"" + "y".repeat(60_000) + "\": {\"S\": \"x\"}")));
      assertFewLongNamesAndTheShortOne(again);
    }
  }

  private static void assertFewLongNamesAndTheShortOne(Backend backend) {
    List<String> names =
        backend.observedAttributes("T").stream().map(ObservedAttribute::name).toList();
    assertThat(names).hasSize(7).startsWith("pk", "sk").endsWith("short");
    assertThat(String.join("", names)).hasSizeLessThan(ObservedAttributes.MOST_BYTES);
    Engine engine = ((EmbeddedBackend) backend).engine();
    int table = engine.definitions().current().table("T").id();
    assertThat(engine.definitions().observations().of(table).overflowed()).isTrue();
    assertThat(engine.problems()).isEmpty();
  }
}
