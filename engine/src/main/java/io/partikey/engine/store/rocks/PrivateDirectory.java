package io.partikey.engine.store.rocks;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory in which nobody but this process's user, and root, can put, replace or rename
 * anything: it is that user's with mode 0700, it is no link, and every directory above it is that
 * user's or root's and not to be written by others, unless its sticky bit keeps names for their
 * owners. So what was looked at in it is still that when it is used.
 *
 * <p>Only file systems of Unix can tell; elsewhere no directory is private.
 */
final class PrivateDirectory {
  private static final int ROOT = 0;
  private static final int TYPE = 0_170000;
  private static final int DIRECTORY = 0_040000;
  private static final int REGULAR_FILE = 0_100000;
  private static final int STICKY = 0_1000;
  private static final int NOT_OWNER = 0_077;
  private static final int OTHERS_WRITE = 0_022;

  private PrivateDirectory() {}

  /**
   * The real path of a directory, made where it is missing with what is missing above it. One of
   * this user's that others could read or write is emptied of its files, which nobody can vouch
   * for, and made private.
   *
   * @param directory an absolute path
   * @return empty if it cannot be private where it lies
   * @throws IOException if it can be neither made nor looked at
   */
  static Optional<Path> prepare(Path directory) throws IOException {
    @Nullable Path above = directory.getParent();
    if (above == null
        || !directory.isAbsolute()
        || !directory.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return Optional.empty();
    }
    FileAttribute<?>[] ownerOnly = FilePermissions.ofNewDirectory(directory);
    Path parent = Files.createDirectories(above, ownerOnly).toRealPath();
    Path path = parent.resolve(directory.getFileName());
    try {
      Files.createDirectory(path, ownerOnly);
    } catch (FileAlreadyExistsException there) {
      // Looked at below, whoever made it.
    }
    Status status = Status.of(path);
    int us = user();
    if (status.type() != DIRECTORY || status.owner() != us || !isKept(parent, us)) {
      return Optional.empty();
    }
    if (status.has(NOT_OWNER)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      deleteFiles(path);
    }
    return Optional.of(path);
  }

  /** Whether a file is there, is this user's own and no link, and others have no part in it. */
  static boolean holds(Path file) throws IOException {
    try {
      Status status = Status.of(file);
      return status.type() == REGULAR_FILE && status.owner() == user() && !status.has(NOT_OWNER);
    } catch (NoSuchFileException absent) {
      return false;
    }
  }

  private static boolean isKept(Path directory, int us) throws IOException {
    for (@Nullable Path each = directory; each != null; each = each.getParent()) {
      Status status = Status.of(each);
      boolean trusted = status.owner() == us || status.owner() == ROOT;
      if (!trusted || (status.has(OTHERS_WRITE) && !status.has(STICKY))) {
        return false;
      }
    }
    return true;
  }

  /** The number of the user whose process this is. */
  private static int user() throws IOException {
    Path process = Path.of("/proc/self");
    if (Files.exists(process)) {
      return (int) Files.getAttribute(process, "unix:uid");
    }
    Path made = Files.createTempFile("partikey-", ".tmp");
    try {
      return Status.of(made).owner();
    } finally {
      Files.delete(made);
    }
  }

  private static void deleteFiles(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(file);
        }
      }
    }
  }

  /**
   * What Unix keeps of a file or a link.
   *
   * @param owner the number of its user
   * @param mode its type and permissions
   */
  private record Status(int owner, int mode) {
    static Status of(Path path) throws IOException {
      return new Status(
          (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS),
          (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS));
    }

    int type() {
      return mode & TYPE;
    }

    boolean has(int bits) {
      return (mode & bits) != 0;
    }
  }
}
