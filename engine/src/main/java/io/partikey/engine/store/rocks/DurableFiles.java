package io.partikey.engine.store.rocks;

import io.partikey.engine.backend.FileAccess;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Files and directories that are on disk when a call returns, save where it says otherwise. A file
 * is on disk when its content is, and when the directory that names it is; a rename puts it there
 * as a whole or not at all.
 */
final class DurableFiles {
  private static final boolean DIRECTORIES_CAN_BE_OPENED =
      !System.getProperty("os.name", "").startsWith("Windows");

  private DurableFiles() {}

  /** Writes what a file is to hold. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Makes a directory and those above it that are missing; those above get the permissions that the
   * process gives to every directory. Does nothing if the directory is there.
   *
   * @throws FileAlreadyExistsException if that, or one above it, is something else than a directory
   */
  static void createDirectories(Path directory, FileAccess access) throws IOException {
    @Nullable Path parent = directory.toAbsolutePath().getParent();
    if (Files.isDirectory(directory) || parent == null) {
      return;
    }
    if (!Files.isDirectory(parent)) {
      createParents(parent);
    }
    createDirectory(directory, access);
    force(parent);
  }

  /** Makes a directory in one that is there, unless it is there; its name is not yet on disk. */
  static void createDirectory(Path directory, FileAccess access) throws IOException {
    try {
      Files.createDirectory(directory, FilePermissions.ofNewDirectory(directory));
      FilePermissions.widenDirectory(directory, access);
    } catch (FileAlreadyExistsException exists) {
      // Another process may have made it meanwhile.
      if (!Files.isDirectory(directory)) {
        throw exists;
      }
    }
  }

  /**
   * Makes an empty file unless it is there, for those who may have it, null for those who may have
   * its directory; its name is not yet on disk.
   */
  static void create(Path file, @Nullable FileAccess access) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    try {
      Files.createFile(file, FilePermissions.ofNewFile(file));
      FilePermissions.widenFile(file, access);
    } catch (FileAlreadyExistsException byAnother) {
      return;
    }
  }

  private static void createParents(Path directory) throws IOException {
    @Nullable Path parent = directory.getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      createParents(parent);
    }
    try {
      Files.createDirectory(directory);
    } catch (FileAlreadyExistsException exists) {
      if (!Files.isDirectory(directory)) {
        throw exists;
      }
    }
    if (parent != null) {
      force(parent);
    }
  }

  /**
   * Writes a file as a whole, over one that is there, for those who may have it, null for those who
   * may have its directory: into a private file beside it, whose name begins with that of the file
   * and ends in {@code .tmp}, which is then renamed. A process that is killed may leave that one
   * behind.
   */
  static void write(Path file, @Nullable FileAccess access, Content content) throws IOException {
    Path directory = directoryOf(file);
    Path unfinished =
        Files.createTempFile(
            directory, file.getFileName() + ".", ".tmp", FilePermissions.ofNewFile(directory));
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
        content.writeTo(out);
      }
      FilePermissions.widenFile(unfinished, access);
      force(unfinished);
      rename(unfinished, file);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Gives a file another name in its directory, over one that is there. */
  static void rename(Path file, Path name) throws IOException {
    Files.move(file, name, StandardCopyOption.ATOMIC_MOVE);
    force(directoryOf(name));
  }

  private static Path directoryOf(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a directory");
  }

  /** A directory that stays itself while it is open; null in Windows, where it cannot be opened. */
  static @Nullable FileChannel openDirectory(Path directory) throws IOException {
    return DIRECTORIES_CAN_BE_OPENED ? FileChannel.open(directory, StandardOpenOption.READ) : null;
  }

  /** Brings a file, or the names in a directory, to the disk; not those of one in Windows. */
  static void force(Path file) throws IOException {
    if (!DIRECTORIES_CAN_BE_OPENED && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
