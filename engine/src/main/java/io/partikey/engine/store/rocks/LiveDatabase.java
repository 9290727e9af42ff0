package io.partikey.engine.store.rocks;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * The open database of a store, through a failure of its disk and to its end.
 *
 * <p>RocksDB refuses all writes after one that failed, some until the database is opened anew,
 * whatever the disk has by then. So that is done here: the native handles are exchanged when nobody
 * is inside. What is committed is in the log and is there again. A snapshot of the last moment goes
 * on, since nothing was written since; an older one is lost, and whoever reads it is told. A write
 * that failed only when the disk was to confirm it may be there then, as a whole.
 */
final class LiveDatabase {
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final String name;
  private final String path;
  private final boolean healable;
  private final Runnable onNewLog;
  private final Lifetime lifetime;
  private final Set<RowSnapshot.Handles> snapshots = ConcurrentHashMap.newKeySet();
  // Used by those inside, exchanged when nobody is; null while it cannot be opened again.
  private @Nullable OpenDatabase open;
  private long lastSequence;
  private volatile @Nullable EngineException failure;

  /**
   * A database that was opened.
   *
   * @param name what errors call it
   * @param healable whether it is in files that can be written
   * @param onNewLog run when a log was begun, before it is written to
   */
  LiveDatabase(String name, String path, boolean healable, Runnable onNewLog, OpenDatabase open) {
    this.name = name;
    this.path = path;
    this.healable = healable;
    this.onNewLog = onNewLog;
    this.open = open;
    this.lifetime = new Lifetime(name);
  }

  /** Work with the native handles, by one who is inside. */
  interface Work<T extends @Nullable Object> {
    T with(OpenDatabase database) throws RocksDBException;
  }

  /** The same without an answer. */
  interface Action {
    void with(OpenDatabase database) throws RocksDBException;
  }

  <T extends @Nullable Object> T call(Work<T> work) {
    enter();
    try {
      return work.with(handles());
    } catch (RocksDBException failed) {
      throw StorageErrors.translate(failed, name);
    } finally {
      leave();
    }
  }

  void run(Action action) {
    call(
        database -> {
          action.with(database);
          return database;
        });
  }

  /** Writes, and remembers a failure of the disk. */
  void write(Action writing) {
    try {
      run(writing);
    } catch (EngineException failed) {
      if (failed.code() == ErrorCode.DISK_FULL || failed.code() == ErrorCode.STORAGE_FAILED) {
        failure = failed;
      }
      throw failed;
    }
  }

  /** Goes inside; the same thread leaves. Raises {@code CLOSED} after the end. */
  void enter() {
    lifetime.enter();
  }

  void leave() {
    lifetime.leave();
  }

  /** The handles, for those inside. */
  OpenDatabase handles() {
    @Nullable OpenDatabase now = open;
    if (now == null) {
      @Nullable EngineException reason = failure;
      throw new EngineException(
          reason == null ? ErrorCode.STORAGE_FAILED : reason.code(),
          reason == null ? name + " is being opened again." : reason.getMessage(),
          null,
          reason);
    }
    return now;
  }

  RowSnapshot.Handles takeSnapshot(RowStore store) {
    return call(
        database -> {
          RowSnapshot.Handles taken =
              new RowSnapshot.Handles(store, database.rocks().getSnapshot());
          snapshots.add(taken);
          return taken;
        });
  }

  void release(RowSnapshot.Handles snapshot) {
    lifetime.unlessOver(
        () -> {
          if (snapshots.remove(snapshot)) {
            detach(snapshot);
          }
        });
  }

  private void detach(RowSnapshot.Handles snapshot) {
    if (open != null) {
      snapshot.detach(open.rocks());
    }
  }

  int openSnapshots() {
    return snapshots.size();
  }

  /** Whether a write failed of the disk, and none succeeded since as far as is known. */
  boolean isFailing() {
    return healable && failure != null;
  }

  /**
   * Makes a database that failed take writes again, if what it failed of is over. Called while
   * nobody writes.
   *
   * @throws EngineException with what it still fails of
   */
  void heal() {
    if (takesWrites()) {
      failure = null;
      return;
    }
    requireOpenable();
    if (!lifetime.alone(PATIENCE, this::reopen)) {
      throw new EngineException(
          ErrorCode.STORAGE_FAILED,
          "The storage of "
              + name
              + " failed, and is opened again as soon as no read, backup or check is under way.");
    }
  }

  private boolean takesWrites() {
    try (WriteBatch nothing = new WriteBatch()) {
      write(database -> database.rocks().write(database.options().write(true), nothing));
      return true;
    } catch (EngineException refused) {
      return false;
    }
  }

  // What is closed and cannot be opened cannot be read either.
  private void requireOpenable() {
    Path files = Path.of(path);
    try {
      DiskRoom.require(files);
      Optional<String> damage = FileCheck.damage(files, List.of());
      if (damage.isPresent()) {
        throw new EngineException(
            ErrorCode.CORRUPT,
            "The storage of "
                + name
                + " failed, and cannot be opened again: "
                + damage.get()
                + ". Restore the database from a backup.");
      }
    } catch (IOException stillFails) {
      throw StorageErrors.translate(stillFails, name);
    }
  }

  private void reopen() {
    @Nullable OpenDatabase failed = open;
    if (failed != null) {
      lastSequence = failed.rocks().getLatestSequenceNumber();
      snapshots.forEach(this::detach);
      open = null;
      failed.close();
    }
    try {
      OpenDatabase again = OpenDatabase.open(path, StoreOptions.file(false, onNewLog), false);
      open = again;
      failure = null;
      if (again.rocks().getLatestSequenceNumber() == lastSequence) {
        snapshots.forEach(snapshot -> snapshot.attach(again.rocks(), lastSequence));
      }
    } catch (RocksDBException stillFails) {
      EngineException translated = StorageErrors.translate(stillFails, name);
      failure = translated;
      throw translated;
    }
  }

  /** Waits for everyone inside, then frees all handles. Idempotent. */
  void close(Runnable others) {
    lifetime.end(
        () -> {
          others.run();
          snapshots.forEach(this::detach);
          snapshots.clear();
          if (open != null) {
            open.close();
          }
        });
  }
}
