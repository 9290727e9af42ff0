package io.partikey.engine.store.rocks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The file that names the process which holds a database. It decides nothing: a process that died
 * leaves it behind, and one that cannot write it works all the same.
 */
final class Holder {
  private final Path file;

  Holder(Path file) {
    this.file = file;
  }

  void write() {
    try {
      Files.writeString(file, thisProcess() + "\n", StandardCharsets.ISO_8859_1);
    } catch (IOException onlyForMessages) {
      remove();
    }
  }

  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException onlyForMessages) {
      // The next holder writes over it.
      return;
    }
  }

  /**
   * Whether another process holds the database, by the lock that RocksDB takes. Not to be asked by
   * a process that holds it, which would lose the lock.
   */
  boolean isAnother(Path lockFile) throws IOException {
    if (describe().equals(thisProcess())) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
      @Nullable FileLock lock = channel.tryLock();
      return lock == null;
    } catch (NoSuchFileException | AccessDeniedException notLocked) {
      return false;
    }
  }

  /** The holder in words. */
  String describe() {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    } catch (IOException unknown) {
      return "another process";
    }
  }

  private static String thisProcess() {
    return "process " + ProcessHandle.current().pid() + " on host " + hostName();
  }

  private static String hostName() {
    @Nullable String name = System.getenv("HOSTNAME");
    if (name != null && !name.isEmpty()) {
      return name;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unnamed) {
      return "localhost";
    }
  }
}
