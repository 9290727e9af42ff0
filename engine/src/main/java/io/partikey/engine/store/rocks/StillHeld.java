package io.partikey.engine.store.rocks;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.function.BooleanSupplier;

/**
 * Lets an open database write only as long as its path leads to what is held. RocksDB names its
 * files by path: when the directory is moved and another one takes its place, the next log or table
 * would be written into that one, and files of that one be removed. And when the file of the hold
 * is removed, another process may take the directory.
 *
 * <p>It is asked before each write, and looks if nobody has done so for a moment, and after each
 * one that is to be acknowledged as durable: what another process finds in the log is not lost, and
 * what is written behind that is not acknowledged. Once lost it stays lost. Thread-safe.
 */
final class StillHeld {
  // Less than it takes to open a database, which begins with taking the hold.
  private static final long MOMENT_NANOSECONDS = 5_000_000;

  private final BooleanSupplier held;
  private final String database;
  private volatile long lookedAt = System.nanoTime();
  private volatile boolean lost;

  /**
   * A watch.
   *
   * @param held looks whether the path leads to what is held
   * @param database what errors call it
   */
  StillHeld(BooleanSupplier held, String database) {
    this.held = held;
    this.database = database;
  }

  /** A watch for what nobody else can have. */
  static StillHeld always() {
    return new StillHeld(() -> true, "");
  }

  /**
   * Looks, unless somebody has just done so.
   *
   * @param onLoss run by the first who finds it lost, before anybody is told
   * @throws EngineException with {@code STORAGE_FAILED} if it is lost
   */
  void beforeWriting(Runnable onLoss) {
    if (lost || System.nanoTime() - lookedAt > MOMENT_NANOSECONDS) {
      require(onLoss);
    }
  }

  /**
   * Looks.
   *
   * @param onLoss run by the first who finds it lost, before anybody is told
   * @throws EngineException with {@code STORAGE_FAILED} if it is lost
   */
  void require(Runnable onLoss) {
    if (!lost && isHeld()) {
      return;
    }
    lose(onLoss);
    throw new EngineException(
        ErrorCode.STORAGE_FAILED,
        "The directory of "
            + database
            + " was moved, removed or replaced while this process has it open, so nothing more is"
            + " written to it. Close all connections to it, put the directory back in its place,"
            + " and connect again.");
  }

  private boolean isHeld() {
    lookedAt = System.nanoTime();
    return held.getAsBoolean();
  }

  private synchronized void lose(Runnable onLoss) {
    if (!lost) {
      lost = true;
      onLoss.run();
    }
  }
}
