package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.index;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.store.partition.PartitionLimits;
import io.partikey.engine.store.rocks.Countdown;
import io.partikey.engine.table.Projection;
import io.partikey.testing.FakeClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntSupplier;

/**
 * Does one kind of the work that goes on beside writers, while a writer does operations of its own,
 * and ends after one of the steps as a process that is killed does. Says each step, each operation
 * that was acknowledged and each part of the work that is done on standard output.
 */
final class HaltingWorkProcess {
  /** What the clock of the process shows. */
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  /** Limits by which partitions of the database split. */
  static final PartitionLimits SMALL = PartitionLimits.OF_SERVICE.withBytes(10_000);

  static final String WRITER = CrashWriter.partition(0);

  /** What is done, in about so many steps. */
  enum Work {
    /** An index is built, with an operation between any two batches. */
    INDEX(12),
    /** Partitions are split, with operations at the same time. */
    SPLIT(20),
    /** Expired items are removed, with operations at the same time. */
    EXPIRY(40),
    /** An index and a table are dropped, and their space is given back. */
    SPACE(10),
    /** What was committed without waiting for the disk is brought there. */
    SYNC(7);

    private final int steps;

    Work(int steps) {
      this.steps = steps;
    }

    int steps() {
      return steps;
    }
  }

  private final Engine engine;
  private final Backend backend;
  private final Random random;
  private int operations;

  private HaltingWorkProcess(Work work, Path path, long seed, int steps) {
    this.random = CrashWriter.random(seed, 0);
    EngineSettings settings =
        EngineSettings.byHand(new FakeClock(NOW)).with(SMALL).withBetweenBatches(() -> operate(1));
    this.engine = new Engine(Countdown.open(path, steps), settings, () -> {});
    this.backend =
        new EmbeddedBackend(engine, work == Work.SYNC ? TestStore.quick() : BackendOptions.DEFAULT);
  }

  /** Takes the work, the path of the database, a seed, and after how many steps it ends. */
  public static void main(String[] arguments) throws InterruptedException {
    Work work = Work.valueOf(arguments[0]);
    HaltingWorkProcess process =
        new HaltingWorkProcess(
            work,
            Path.of(arguments[1]),
            Long.parseLong(arguments[2]),
            Integer.parseInt(arguments[3]));
    process.run(work);
    Countdown.say("end");
    // As if killed: nothing is closed.
    Runtime.getRuntime().halt(0);
  }

  private void run(Work work) throws InterruptedException {
    operate(1);
    switch (work) {
      case INDEX -> {
        backend.createIndex("T", index("H", "h", Projection.KEYS_ONLY));
        Countdown.say("built");
      }
      case SPLIT -> besideOperations(engine.splits()::step);
      case EXPIRY -> {
        backend.setTimeToLive("T", Optional.of("expires"));
        besideOperations(engine.sweep()::step);
      }
      case SPACE -> {
        backend.dropIndex("T", "G");
        Countdown.say("dropped G");
        backend.dropTable("U");
        Countdown.say("dropped U");
        while (!engine.definitions().dropped().isEmpty()) {
          Thread.onSpinWait();
        }
        Countdown.say("space given back");
      }
      case SYNC -> {
        operate(5);
        engine.close();
        Countdown.say("synced");
      }
    }
  }

  /** Does the work until nothing is left to be done, and operations at the same time. */
  private void besideOperations(IntSupplier work) throws InterruptedException {
    Thread writer = new Thread(() -> operate(6));
    writer.start();
    int done = work.getAsInt();
    while (done > 0) {
      Countdown.say("done " + done);
      done = work.getAsInt();
    }
    writer.join();
  }

  private synchronized void operate(int times) {
    for (int i = 0; i < times; i++) {
      CrashOperation.next(random, WRITER).run(backend, WRITER);
      operations++;
      Countdown.say("ack " + operations);
    }
  }
}
