package io.partikey.shell.terminal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the prompt keeps what was typed, which is nobody else's business. */
final class HistoryFile {
  private HistoryFile() {}

  /**
   * {@code $XDG_STATE_HOME/partikey/history}, or {@code ~/.partikey_history} where that variable is
   * not set; none where that is not an absolute path, since it would lie in whatever directory the
   * shell was started in.
   */
  static Optional<Path> in(Map<String, String> environment) {
    String state = environment.getOrDefault("XDG_STATE_HOME", "");
    Path file =
        state.isEmpty()
            ? Path.of(System.getProperty("user.home", ""), ".partikey_history")
            : Path.of(state, "partikey", "history");
    return Optional.of(file).filter(Path::isAbsolute);
  }

  /**
   * Makes the file with mode 0600 if it is missing, and what is missing above it with 0700; an
   * older one loses what permissions others have.
   *
   * @throws IOException if that cannot be done
   */
  static void makePrivate(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    @Nullable Path directory = file.getParent();
    if (directory != null) {
      Files.createDirectories(directory, permissions("rwx------"));
    }
    try {
      Files.createFile(file, permissions("rw-------"));
    } catch (FileAlreadyExistsException older) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static FileAttribute<?> permissions(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
