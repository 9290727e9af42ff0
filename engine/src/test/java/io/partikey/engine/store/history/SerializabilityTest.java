package io.partikey.engine.store.history;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.partikey.testing.SeededTest;
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
 * Thousands of transactions of eight threads on few items, and what their history shows. A history
 * grows with the square of its length, since each read is a whole list; more rounds are more
 * histories.
 */
class SerializabilityTest {
  private static final int THREADS = 8;
  private static final int ROUNDS = 400;
  private static final int KEYS = 12;
  private static final int KEYS_PER_COLLECTION = 4;

  private final TestDatabase database = new TestDatabase();
  private final Queue<HistoryTransaction> history = new ConcurrentLinkedQueue<>();
  private final AtomicInteger nextElement = new AtomicInteger();
  private final AtomicInteger nextTransaction = new AtomicInteger();

  @SeededTest(nightly = 10)
  void hasNoAnomalyInListsThatManyAppendTo(long seed) throws Exception {
    TestDatabase.inParallel(
        THREADS,
        thread -> {
          Random random = new Random(seed + thread);
          for (int i = 0; i < ROUNDS; i++) {
            if (random.nextInt(4) == 0) {
              readOnly(random);
            } else {
              runToCommit(random.nextLong());
            }
          }
        });
    try (ReadView view = database.backend().openView()) {
      List<Operation> all = new ArrayList<>();
      for (int key = 0; key < KEYS; key++) {
        all.add(read(view, key));
      }
      history.add(new HistoryTransaction("end", true, all));
    }
    long lost = history.stream().filter(each -> !each.committed()).count();
    say(history.size() + " transactions, " + lost + " not committed");
    assertThat(HistoryCheck.anomalies(List.copyOf(history))).isEmpty();
    assertThat(database.conflicts()).as("transactions that met").isPositive();
    assertThat(database.backend().check((fraction, items) -> {})).isEmpty();
    database.close();
  }

  private void runToCommit(long choices) {
    boolean committed = false;
    for (int tries = 0; !committed; tries++) {
      assertThat(tries).as("tries of one transaction").isLessThan(10_000);
      List<Operation> operations = new ArrayList<>();
      List<Operation> undone = new ArrayList<>();
      committed =
          database.tryToTransact(
              transaction -> operate(transaction, new Random(choices), operations, undone));
      String name = "T" + nextTransaction.incrementAndGet();
      history.add(new HistoryTransaction(name, committed, operations));
      if (!undone.isEmpty()) {
        history.add(new HistoryTransaction(name + " undone", false, undone));
      }
    }
  }

  private void operate(
      Transaction transaction, Random random, List<Operation> operations, List<Operation> undone) {
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      int key = random.nextInt(KEYS);
      switch (random.nextInt(5)) {
        case 0, 1 -> operations.add(append(transaction, key));
        case 2 -> {
          Transaction.Savepoint savepoint = transaction.savepoint();
          undone.add(append(transaction, key));
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
  private void readOnly(Random random) {
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

  private Append append(ItemStore store, int key) {
    int element = nextElement.incrementAndGet();
    List<AttributeValue> elements = new ArrayList<>();
    try (ReadView view = store.openView()) {
      read(view, key).elements().forEach(each -> elements.add(NumberValue.of(each)));
    }
    elements.add(NumberValue.of(element));
    TestDatabase.put(
        store,
        collection(key / KEYS_PER_COLLECTION),
        key,
        Map.of("list", new ListValue(elements), "g", new StringValue("g" + key % 3)));
    return new Append(key, element);
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
                    .map(SerializabilityTest::elements)
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

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
  }
}
