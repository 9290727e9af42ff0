package io.partikey.engine.store.rocks;

import io.partikey.engine.backend.FileAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The permissions of new files and directories. They are made for their owner alone, so that there
 * is no moment at which others can open them, and widened then. Where files have no such
 * permissions nothing happens.
 *
 * <pre>
 *            owner        group
 * directory  rwx------    rwxrws---     what is made in it belongs to the directory's group
 * file       rw-------    rw-rw----
 * </pre>
 */
final class FilePermissions {
  private static final FileAttribute<?>[] NOTHING = {};

  private static final int ALL = 07777;
  private static final int OWNER_FILE = 0600;
  private static final int OWNER_DIRECTORY = 0700;
  private static final int GROUP_DIRECTORY = 02770;
  private static final int GROUP_FILE = 0660;
  private static final int READ_AND_WRITE = 0666;
  private static final int GROUP_WRITES = 0020;
  private static final int OTHERS = 0007;
  private static final int NOT_OWNER = 0077;

  private FilePermissions() {}

  static FileAttribute<?>[] ofNewDirectory(Path beside) {
    return ownerOnly(beside, "rwx------");
  }

  static FileAttribute<?>[] ofNewFile(Path beside) {
    return ownerOnly(beside, "rw-------");
  }

  private static FileAttribute<?>[] ownerOnly(Path beside, String permissions) {
    return beside.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : NOTHING;
  }

  /** Lets those have a directory that was just made who may. */
  static void widenDirectory(Path directory, FileAccess access) throws IOException {
    if (access == FileAccess.GROUP && mode(directory) != null) {
      Files.setAttribute(directory, "unix:mode", GROUP_DIRECTORY);
    }
  }

  /**
   * Lets those have a file that was just made who may; null for those who may have its directory.
   */
  static void widenFile(Path file, @Nullable FileAccess access) throws IOException {
    if (access == FileAccess.GROUP) {
      set(file, GROUP_FILE);
    } else if (access == null) {
      @Nullable Integer mode = mode(file.toAbsolutePath().getParent());
      set(file, OWNER_FILE | (mode == null ? 0 : mode & READ_AND_WRITE));
    }
  }

  /**
   * Who may have the files of a directory, by its own permissions; null if nothing is said of them,
   * because others may look into the directory, or because it has no permissions.
   */
  static @Nullable FileAccess of(Path directory) throws IOException {
    @Nullable Integer mode = mode(directory);
    if (mode == null || (mode & OTHERS) != 0) {
      return null;
    }
    if ((mode & NOT_OWNER) == 0) {
      return FileAccess.OWNER;
    }
    return (mode & GROUP_WRITES) != 0 ? FileAccess.GROUP : null;
  }

  /** Gives a file that RocksDB made the permissions of a new one. */
  static void setFile(Path file, FileAccess access) throws IOException {
    if (access == FileAccess.GROUP) {
      set(file, GROUP_FILE);
    } else if (!isSharedWithAnother(file)) {
      set(file, OWNER_FILE);
    }
  }

  /** Whether a file is in a backup, too, and one of the two is a group's. */
  private static boolean isSharedWithAnother(Path file) throws IOException {
    @Nullable Integer mode = mode(file);
    return mode != null
        && (mode & GROUP_WRITES) != 0
        && ((Integer) Files.getAttribute(file, "unix:nlink")) > 1;
  }

  /** Gives a directory that RocksDB made the permissions of a new one. */
  static void setDirectory(Path directory, FileAccess access) throws IOException {
    set(directory, access == FileAccess.OWNER ? OWNER_DIRECTORY : GROUP_DIRECTORY);
  }

  private static void set(Path file, int wanted) throws IOException {
    @Nullable Integer mode = mode(file);
    if (mode != null && mode != wanted) {
      Files.setAttribute(file, "unix:mode", wanted);
    }
  }

  private static @Nullable Integer mode(@Nullable Path file) throws IOException {
    return file != null && file.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? ((Integer) Files.getAttribute(file, "unix:mode")) & ALL
        : null;
  }
}
