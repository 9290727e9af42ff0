package io.partikey.engine.store.history;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendAddress;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.ItemStore;
import io.partikey.engine.backend.Page;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.backend.QueryRequest;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.SortCondition;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.backend.WriteRequest.Delete;
import io.partikey.engine.backend.WriteRequest.Put;
import io.partikey.engine.backend.WriteRequest.Put.IfExists;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.store.EmbeddedBackendProvider;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.IndexDescription.IndexKind;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.Projection;
import io.partikey.engine.table.TableDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A database in memory with one table, {@code T (pk, sk)} with the index {@code G (g)}. */
final class TestDatabase implements AutoCloseable {
  private static final int MOST_TRIES = 10_000;

  private final Backend backend =
      new EmbeddedBackendProvider()
          .open(new BackendAddress(BackendAddress.Kind.MEMORY, ""), BackendOptions.DEFAULT);
  private final AtomicInteger conflicts = new AtomicInteger();

  TestDatabase() {
    KeyAttribute partition = new KeyAttribute("pk", AttributeType.S);
    KeyAttribute sort = new KeyAttribute("sk", AttributeType.N);
    KeyAttribute group = new KeyAttribute("g", AttributeType.S);
    backend.createTable(
        new TableDescription(
            "T",
            new KeySchema(List.of(partition), List.of(sort)),
            List.of(
                IndexDescription.active(
                    "G",
                    IndexKind.GLOBAL,
                    new KeySchema(List.of(group), List.of()),
                    Projection.ALL)),
            List.of(),
            Optional.empty(),
            4));
  }

  Backend backend() {
    return backend;
  }

  /** How many transactions lost so far. */
  int conflicts() {
    return conflicts.get();
  }

  /** Runs a transaction again and again until it is committed, which must be so some time. */
  void transact(Consumer<Transaction> work) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      if (tryToTransact(work)) {
        return;
      }
    }
    throw new AssertionError("a transaction lost " + MOST_TRIES + " times");
  }

  /** Runs a transaction once; whether it was committed. */
  boolean tryToTransact(Consumer<Transaction> work) {
    try (Transaction transaction = backend.begin()) {
      work.accept(transaction);
      transaction.commit();
      return true;
    } catch (EngineException lost) {
      if (lost.code() != ErrorCode.TRANSACTION_CONFLICT) {
        throw lost;
      }
      conflicts.incrementAndGet();
      return false;
    }
  }

  static void put(ItemStore store, String pk, long sk, Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    item.put("pk", new StringValue(pk));
    item.put("sk", NumberValue.of(sk));
    item.putAll(attributes);
    store.write(new Put("T", new Item(item), IfExists.REPLACE, null, ReturnValues.NONE));
  }

  static void delete(ItemStore store, String pk, long sk) {
    store.write(new Delete("T", key(pk, sk), null, ReturnValues.NONE));
  }

  static @Nullable Item get(ReadView view, String pk, long sk) {
    return view.getItem("T", key(pk, sk)).items().get(0);
  }

  /** All items of a collection of the table, or of the index if it is named. */
  static List<Item> query(ReadView view, @Nullable String index, String partition) {
    List<Item> items = new ArrayList<>();
    PageRequest request = PageRequest.FIRST;
    while (true) {
      Page page =
          view.query(
              new QueryRequest(
                  "T",
                  index,
                  List.of(new StringValue(partition)),
                  SortCondition.ALL,
                  true,
                  request));
      items.addAll(page.items());
      if (page.continuation().isEmpty()) {
        return items;
      }
      request = PageRequest.FIRST.after(page.continuation().get());
    }
  }

  static long number(Item item, String attribute) {
    return ((NumberValue) Objects.requireNonNull(item.get(attribute))).value().longValueExact();
  }

  private static ItemKey key(String pk, long sk) {
    return ItemKey.of(new StringValue(pk), NumberValue.of(sk));
  }

  /** Runs the same work on threads of these numbers, and raises what it raises. */
  static void inParallel(int threads, IntConsumer work) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int number = thread;
        running.add(executor.submit(() -> work.accept(number)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }

  @Override
  public void close() {
    backend.close();
  }
}
