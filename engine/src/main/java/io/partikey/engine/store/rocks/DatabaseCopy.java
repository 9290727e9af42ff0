package io.partikey.engine.store.rocks;

import io.partikey.engine.backend.FileAccess;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.rocks.DatabaseFiles.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;

/**
 * A directory that becomes a copy of a database. It is marked as unfinished until every file in it
 * is on disk and was opened once; what a process that ended has left of one is made again.
 */
public final class DatabaseCopy {
  private final Path path;
  private final FileAccess access;
  private final Steps steps;
  private final DatabaseFiles files;

  /**
   * The copy at a path, where nothing is yet.
   *
   * @param access who may have what is made
   */
  public DatabaseCopy(Path path, FileAccess access) {
    this(path, access, Steps.UNWATCHED);
  }

  DatabaseCopy(Path path, FileAccess access, Steps steps) {
    this.path = path;
    this.access = access;
    this.steps = steps;
    this.files = new DatabaseFiles(path);
  }

  /**
   * Makes this directory, which does not exist, is empty, or holds a copy that was not finished, a
   * copy of a database. What a failure leaves is removed.
   *
   * @throws EngineException with {@code INVALID_ARGUMENT} if something is there, with {@code
   *     STORAGE_FAILED} or {@code DISK_FULL} if it cannot be written
   */
  public void of(RowStore store) {
    boolean interrupted = Thread.interrupted();
    try {
      boolean made = makeDirectory();
      steps.done("directory made");
      Hold hold = Hold.take(path, true, access);
      try {
        // Somebody may have come first.
        requireRoom();
        writeOrRemove(store, hold, made);
      } finally {
        hold.release();
      }
    } catch (HeldException held) {
      throw refusal(String.valueOf(held.getMessage()));
    } catch (RocksDBException failure) {
      throw StorageErrors.translate(failure, "the backup \"" + path + "\"");
    } catch (IOException failure) {
      throw new EngineException(
          ErrorCode.STORAGE_FAILED,
          "The backup \""
              + path
              + "\" cannot be written ("
              + failure
              + "). Name a directory that does not exist, in one that does.",
          failure);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void writeOrRemove(RowStore store, Hold hold, boolean made)
      throws IOException, RocksDBException {
    try {
      write(store, hold);
    } catch (IOException | RocksDBException | RuntimeException failure) {
      files.removeAll();
      if (made) {
        Files.delete(path);
      }
      throw failure;
    }
  }

  private void write(RowStore store, Hold hold) throws IOException, RocksDBException {
    files.begin(Mark.BEING_COPIED, access);
    steps.done("begun");
    hold.sign();
    steps.done("signed");
    store.copyTo(files.rows());
    steps.done("rows copied");
    // RocksDB makes a log when it opens a database, which from then on must never be without one.
    RowStore.openFile(
            "the backup \"" + path + "\"",
            files.rows(),
            false,
            false,
            StillHeld.always(),
            () -> {},
            Steps.UNWATCHED)
        .close();
    steps.done("rows opened");
    files.setPermissionsOfRows(access);
    files.forceRows();
    steps.done("rows on disk");
    files.finish(Mark.BEING_COPIED, Marker.of(DatabaseDirectory.FORMAT), access);
    steps.done("finished");
  }

  private boolean makeDirectory() throws IOException {
    if (!Files.exists(path)) {
      @Nullable Path parent = path.toAbsolutePath().getParent();
      if (parent != null && !Files.isDirectory(parent)) {
        throw new NoSuchFileException(parent.toString());
      }
      DurableFiles.createDirectories(path, access);
      return true;
    }
    if (!Files.isDirectory(path)) {
      throw refusal("that is a file. Name a directory that does not exist, or an empty one");
    }
    requireRoom();
    return false;
  }

  /** Refuses a directory that holds anything but a copy that was not finished. */
  private void requireRoom() throws IOException {
    List<String> others = files.has(Mark.BEING_COPIED) ? files.foreignNames() : files.someNames();
    if (!others.isEmpty()) {
      throw refusal(
          "the directory holds other files ("
              + String.join(", ", others)
              + "). Name a directory that does not exist, or an empty one");
    }
  }

  private EngineException refusal(String reason) {
    return new EngineException(
        ErrorCode.INVALID_ARGUMENT,
        "The backup \"" + path + "\" cannot be written: " + reason + ".");
  }
}
