package io.partikey.engine.store.history;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendAddress;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.BackendOptions.Durability;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.FileAccess;
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
import java.nio.file.Path;
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

/** A database with one table, {@code T (pk, sk)} with the index {@code G (g)}. */
final class TestDatabase implements AutoCloseable {
  private static final int MOST_TRIES = 10_000;

  private final Backend backend;
  private final AtomicInteger conflicts = new AtomicInteger();

  /** In memory. */
  TestDatabase() {
    this(new BackendAddress(BackendAddress.Kind.MEMORY, ""), BackendOptions.DEFAULT);
  }

  /** In a directory that does not exist, and whose commits do not wait for the disk. */
  TestDatabase(Path directory) {
    this(
        new BackendAddress(BackendAddress.Kind.FILE, directory.toString()),
        new BackendOptions(Durability.PERIODIC, false, FileAccess.OWNER, Map.of()));
  }

  private TestDatabase(BackendAddress address, BackendOptions options) {
    backend = new EmbeddedBackendProvider().open(address, options);
    KeyAttribute partition = new KeyAttribute("pk", AttributeType.S);
    KeyAttribute sort = new KeyAttribute("sk", AttributeType.N);
    backend.createTable(
        new TableDescription(
            "T",
            new KeySchema(List.of(partition), List.of(sort)),
            List.of(index("G")),
            List.of(),
            Optional.empty(),
            4));
  }

  /** A global index on the attribute g. */
  static IndexDescription index(String name) {
    KeyAttribute group = new KeyAttribute("g", AttributeType.S);
    return IndexDescription.active(
        name, IndexKind.GLOBAL, new KeySchema(List.of(group), List.of()), Projection.ALL);
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
    return tryToTransact(work, Cancellation.NEVER);
  }

  /** The same of one that may be told to stop, which is then not committed. */
  boolean tryToTransact(Consumer<Transaction> work, Cancellation cancellation) {
    try (Transaction transaction = backend.begin()) {
      work.accept(transaction);
      transaction.commit(cancellation);
      return true;
    } catch (EngineException lost) {
      if (lost.code() == ErrorCode.TRANSACTION_CONFLICT) {
        conflicts.incrementAndGet();
      } else if (lost.code() != ErrorCode.CANCELED) {
        throw lost;
      }
      return false;
    }
  }

  static void put(ItemStore store, String pk, long sk, Map<String, AttributeValue> attributes) {
    put(store, pk, sk, attributes, Cancellation.NEVER);
  }

  static void put(
      ItemStore store,
      String pk,
      long sk,
      Map<String, AttributeValue> attributes,
      Cancellation cancellation) {
    store.write(replacing(pk, sk, attributes), cancellation);
  }

  static Put replacing(String pk, long sk, Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    item.put("pk", new StringValue(pk));
    item.put("sk", NumberValue.of(sk));
    item.putAll(attributes);
    return new Put("T", new Item(item), IfExists.REPLACE, null, ReturnValues.NONE);
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
