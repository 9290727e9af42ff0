package io.partikey.engine.store.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.ItemStore;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.store.history.Operation.Append;
import io.partikey.engine.store.history.Operation.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Transactions that append to a few lists and read them, and the history that they make. A history
 * grows with the square of its length, since each read is a whole list; more rounds are better made
 * of more histories. Thread-safe.
 */
final class ListTransactions {
  static final int KEYS = 12;

  private static final int KEYS_PER_COLLECTION = 4;

  private final TestDatabase database;
  private final Queue<HistoryTransaction> history = new ConcurrentLinkedQueue<>();
  private final AtomicInteger nextElement = new AtomicInteger();
  private final AtomicInteger nextTransaction = new AtomicInteger();

  ListTransactions(TestDatabase database) {
    this.database = database;
  }

  /** What is wrong with all that was done; ends with a read of every key. */
  List<Anomaly> anomalies() {
    try (ReadView view = database.backend().openView()) {
      List<Operation> all = new ArrayList<>();
      for (int key = 0; key < KEYS; key++) {
        all.add(read(view, key));
      }
      history.add(new HistoryTransaction("end", true, all));
    }
    return HistoryCheck.anomalies(List.copyOf(history));
  }

  /** How many transactions there were, and how many of them were not committed. */
  String inWords() {
    long lost = history.stream().filter(each -> !each.committed()).count();
    return history.size() + " transactions, " + lost + " not committed";
  }

  /** Does a transaction again and again until it is committed. */
  void runToCommit(long choices) {
    int tries = 0;
    while (!tryToCommit(choices, Cancellation.NEVER)) {
      tries++;
      assertThat(tries).as("tries of one transaction").isLessThan(10_000);
    }
  }

  /** Does a transaction once; whether it was committed. */
  boolean tryToCommit(long choices, Cancellation cancellation) {
    List<Operation> operations = new ArrayList<>();
    List<Operation> undone = new ArrayList<>();
    boolean committed =
        database.tryToTransact(
            transaction ->
                operate(transaction, new Random(choices), operations, undone, cancellation),
            cancellation);
    String name = "T" + nextTransaction.incrementAndGet();
    history.add(new HistoryTransaction(name, committed, operations));
    if (!undone.isEmpty()) {
      history.add(new HistoryTransaction(name + " undone", false, undone));
    }
    return committed;
  }

  /** Reads every collection and appends to every list, in a transaction that nobody stops. */
  void appendToAll() {
    boolean committed = false;
    while (!committed) {
      List<Operation> operations = new ArrayList<>();
      committed =
          database.tryToTransact(
              transaction -> {
                for (int key = 0; key < KEYS; key++) {
                  operations.addAll(readCollection(transaction, key / KEYS_PER_COLLECTION));
                  append(transaction, key, operations, Cancellation.NEVER);
                }
              });
      String name = "A" + nextTransaction.incrementAndGet();
      history.add(new HistoryTransaction(name, committed, operations));
    }
  }

  private void operate(
      Transaction transaction,
      Random random,
      List<Operation> operations,
      List<Operation> undone,
      Cancellation cancellation) {
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      int key = random.nextInt(KEYS);
      switch (random.nextInt(5)) {
        case 0, 1 -> append(transaction, key, operations, cancellation);
        case 2 -> {
          Transaction.Savepoint savepoint = transaction.savepoint();
          append(transaction, key, undone, cancellation);
          transaction.rollbackTo(savepoint);
        }
        case 3 -> operations.addAll(readCollection(transaction, key / KEYS_PER_COLLECTION));
        default -> {
          try (ReadView view = transaction.openView()) {
            operations.add(read(view, key));
          }
        }
      }
    }
  }

  /** Reads several keys of one moment, on a view or in a transaction that writes nothing. */
  void readOnly(Random random) {
    List<Operation> operations = new ArrayList<>();
    if (random.nextBoolean()) {
      try (ReadView view = database.backend().openView()) {
        for (int i = 0; i < 3; i++) {
          operations.add(read(view, random.nextInt(KEYS)));
        }
      }
    } else {
      boolean committed =
          database.tryToTransact(
              transaction -> {
                for (int collection = 0; collection < KEYS / KEYS_PER_COLLECTION; collection++) {
                  operations.addAll(readCollection(transaction, collection));
                }
              });
      assertThat(committed).as("a transaction that only reads is never refused").isTrue();
    }
    history.add(new HistoryTransaction("R" + nextTransaction.incrementAndGet(), true, operations));
  }

  /** Appends; the operation is noted before, as if it happened when it is told to stop. */
  private void append(
      ItemStore store, int key, List<Operation> operations, Cancellation cancellation) {
    int element = nextElement.incrementAndGet();
    List<AttributeValue> elements = new ArrayList<>();
    try (ReadView view = store.openView()) {
      read(view, key).elements().forEach(each -> elements.add(NumberValue.of(each)));
    }
    elements.add(NumberValue.of(element));
    operations.add(new Append(key, element));
    TestDatabase.put(
        store,
        collection(key / KEYS_PER_COLLECTION),
        key,
        Map.of("list", new ListValue(elements), "g", new StringValue("g" + key % 3)),
        cancellation);
  }

  private static Read read(ReadView view, int key) {
    return new Read(
        key, elements(TestDatabase.get(view, collection(key / KEYS_PER_COLLECTION), key)));
  }

  /** Reads all keys of a collection with one query; those without an item are empty lists. */
  private static List<Read> readCollection(ItemStore store, int collection) {
    List<Read> reads = new ArrayList<>();
    try (ReadView view = store.openView()) {
      List<Item> items = TestDatabase.query(view, null, collection(collection));
      for (int i = 0; i < KEYS_PER_COLLECTION; i++) {
        int key = collection * KEYS_PER_COLLECTION + i;
        reads.add(
            new Read(
                key,
                items.stream()
                    .filter(item -> TestDatabase.number(item, "sk") == key)
                    .findFirst()
                    .map(ListTransactions::elements)
                    .orElse(List.of())));
      }
    }
    return reads;
  }

  private static List<Integer> elements(@Nullable Item item) {
    if (item == null) {
      return List.of();
    }
    return ((ListValue) Objects.requireNonNull(item.get("list")))
        .elements().stream().map(each -> ((NumberValue) each).value().intValueExact()).toList();
  }

  private static String collection(int number) {
    return "c" + number;
  }
}
