package io.partikey.engine.store.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.IndexDescription;
import io.partikey.testing.SeededTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Threads whose transactions, writes and definitions are told to stop, and which are interrupted,
 * at random moments and in the middle of commits. What ended by that is known to be done or not to
 * be done, nothing stays locked, and nobody waits for ever.
 */
@Timeout(60)
class StoppedHistoryTest {
  private static final int THREADS = 8;
  private static final int ROUNDS = 300;
  private static final int DEFINITIONS = ROUNDS / 10;
  private static final int DEFINER = THREADS;
  private static final int DISTURBER = THREADS + 1;
  private static final int MOST_NANOSECONDS_BETWEEN = 300_000;

  private final Path directory;
  private final AtomicReferenceArray<@Nullable RandomStop> stops =
      new AtomicReferenceArray<>(THREADS + 1);
  private final AtomicReferenceArray<@Nullable Thread> workers =
      new AtomicReferenceArray<>(THREADS + 1);
  private final AtomicInteger stopped = new AtomicInteger();
  private final AtomicInteger interrupted = new AtomicInteger();
  private final AtomicInteger working = new AtomicInteger(THREADS + 1);

  StoppedHistoryTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @SeededTest(nightly = 100)
  void hasNoAnomalyAndHoldsNothing(long seed) throws Exception {
    // Closed in the end only: where something stays locked, closing would wait for it.
    TestDatabase database = new TestDatabase(directory.resolve("db"));
    ListTransactions lists = new ListTransactions(database);
    TestDatabase.inParallel(
        THREADS + 2,
        thread -> {
          Random random = new Random(seed + thread);
          if (thread == DISTURBER) {
            disturb(random);
          } else {
            work(thread, random, lists, database.backend());
          }
        });
    // By another thread, which has to wait for whatever is still locked.
    TestDatabase.inParallel(1, thread -> writeEverything(lists, database.backend()));
    say(lists.inWords() + ", " + stopped + " operations stopped, " + interrupted + " interrupts");
    assertThat(lists.anomalies()).isEmpty();
    assertThat(stopped).as("stopped").hasPositiveValue();
    assertThat(interrupted).as("interrupted").hasPositiveValue();
    assertThat(database.backend().check((fraction, items) -> {})).isEmpty();
    // Waits for whoever still holds the definitions.
    database.backend().dropTable("T");
    database.close();
  }

  /** Stops and interrupts whoever works, until nobody does. */
  private void disturb(Random random) {
    while (working.get() > 0) {
      int target = random.nextInt(THREADS + 1);
      @Nullable RandomStop stop = stops.get(target);
      @Nullable Thread worker = workers.get(target);
      if (random.nextBoolean() && stop != null) {
        stop.stop();
      } else if (worker != null) {
        worker.interrupt();
        interrupted.incrementAndGet();
      }
      LockSupport.parkNanos(random.nextInt(MOST_NANOSECONDS_BETWEEN));
    }
  }

  private void work(int thread, Random random, ListTransactions lists, Backend backend) {
    workers.set(thread, Thread.currentThread());
    try {
      if (thread == DEFINER) {
        for (int i = 0; i < DEFINITIONS; i++) {
          define(backend, nextStop(thread, random));
        }
      } else {
        operate(thread, random, lists, backend);
      }
    } finally {
      workers.set(thread, null);
      working.decrementAndGet();
    }
  }

  private void operate(int thread, Random random, ListTransactions lists, Backend backend) {
    long pair = 0;
    for (int i = 0; i < ROUNDS; i++) {
      RandomStop stop = nextStop(thread, random);
      switch (random.nextInt(4)) {
        case 0 -> pair = writePair(backend, thread, pair, stop);
        case 1 -> lists.readOnly(random);
        default -> lists.tryToCommit(random.nextLong(), stop);
      }
    }
  }

  private RandomStop nextStop(int thread, Random random) {
    @Nullable RandomStop before = stops.get(thread);
    if (before != null && before.isGiven()) {
      stopped.incrementAndGet();
    }
    // What came for the operation before is not to end the next one.
    Thread.interrupted();
    RandomStop next = new RandomStop(random);
    stops.set(thread, next);
    return next;
  }

  private static void writeEverything(ListTransactions lists, Backend backend) {
    lists.appendToAll();
    for (int thread = 0; thread < THREADS; thread++) {
      backend.writeAtomically(
          List.of(
              TestDatabase.replacing("left", thread, Map.of()),
              TestDatabase.replacing("right", thread, Map.of())));
    }
  }

  /** Changes two items of a thread at once; the answer is what both are then. */
  private static long writePair(Backend backend, int thread, long before, RandomStop stop) {
    long pair = before;
    try {
      Map<String, AttributeValue> attributes =
          Map.of("n", NumberValue.of(before + 1), "g", new StringValue("pairs"));
      backend.writeAtomically(
          List.of(
              TestDatabase.replacing("left", thread, attributes),
              TestDatabase.replacing("right", thread, attributes)),
          stop);
      pair = before + 1;
    } catch (EngineException canceled) {
      assertThat(canceled.code()).isEqualTo(ErrorCode.CANCELED);
    }
    try (ReadView view = backend.openView()) {
      assertThat(number(view, "left", thread)).isEqualTo(pair);
      assertThat(number(view, "right", thread)).isEqualTo(pair);
    }
    return pair;
  }

  private static long number(ReadView view, String side, int thread) {
    @Nullable Item item = TestDatabase.get(view, side, thread);
    return item == null ? 0 : TestDatabase.number(item, "n");
  }

  /** Makes an index; it is there afterwards exactly if that is what was said. */
  private static void define(Backend backend, RandomStop stop) {
    boolean said = true;
    try {
      backend.createIndex("T", TestDatabase.index("H"), stop);
      assertThat(index(backend)).hasValueSatisfying(made -> assertThat(made.isActive()).isTrue());
    } catch (EngineException canceled) {
      assertThat(canceled.code()).isEqualTo(ErrorCode.CANCELED);
      said = canceled.getMessage().contains("built in the background");
    }
    assertThat(index(backend).isPresent()).as("index").isEqualTo(said);
    if (said) {
      backend.dropIndex("T", "H");
    }
  }

  private static Optional<IndexDescription> index(Backend backend) {
    return backend.catalog().table("T").orElseThrow().index("H");
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
  }
}
