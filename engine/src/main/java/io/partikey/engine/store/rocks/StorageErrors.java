package io.partikey.engine.store.rocks;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** The one translation of RocksDB's errors, by their status. */
public final class StorageErrors {
  private StorageErrors() {}

  /** The error that a failed operation of a database of this name is. */
  public static EngineException translate(RocksDBException failure, String database) {
    return translate(failure, failure.getStatus(), database);
  }

  /** The error that a failed access to the files of a database of this name is. */
  static EngineException translate(IOException failure, String database) {
    return translate(failure, null, database);
  }

  private static EngineException translate(
      Exception failure, @Nullable Status status, String database) {
    String detail = String.valueOf(failure.getMessage());
    if (isDiskFull(status, detail)) {
      return new EngineException(
          ErrorCode.DISK_FULL,
          "No space is left for "
              + database
              + "; what was to be written was refused, and it can only be read for now. Free some"
              + " space: a few seconds later it takes writes again by itself. ("
              + detail
              + ")",
          failure);
    }
    if (isCorrupt(status, detail)) {
      return new EngineException(
          ErrorCode.CORRUPT,
          "The files of " + database + " are damaged. Restore it from a backup. (" + detail + ")",
          failure);
    }
    return new EngineException(
        ErrorCode.STORAGE_FAILED,
        "The storage of "
            + database
            + " failed. Check its disk, its permissions, and the limit of open files (ulimit -n). As"
            + " soon as that is cured it goes on by itself; SHOW BACKGROUND tells what still fails. ("
            + detail
            + ")",
        failure);
  }

  /** Whether a failure to open says that another process holds the database. */
  static boolean isLocked(RocksDBException failure) {
    return lowerCase(failure.getMessage()).contains("lock file");
  }

  /** Whether a failure to open says that this process holds a database of the same path. */
  static boolean isLockedByThisProcess(RocksDBException failure) {
    return lowerCase(failure.getMessage()).contains("lock hold by current process");
  }

  private static boolean isDiskFull(@Nullable Status status, String detail) {
    return (status != null && status.getSubCode() == Status.SubCode.NoSpace)
        || lowerCase(detail).contains("no space left");
  }

  private static boolean isCorrupt(@Nullable Status status, String detail) {
    return (status != null && status.getCode() == Status.Code.Corruption)
        || lowerCase(detail).contains("corruption");
  }

  private static String lowerCase(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
