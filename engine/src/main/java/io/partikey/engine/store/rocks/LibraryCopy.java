package io.partikey.engine.store.rocks;

import io.partikey.engine.backend.TemporaryFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A copy of the native library for one class loader of one process, in a directory of its own in
 * the directory for temporary files, which the system makes for the user alone.
 *
 * <p>A second class loader of a process needs one, because Java loads a file for one of them only,
 * and so does a process whose user has no place to keep the library. Closing it deletes it: Linux
 * and macOS keep a loaded library until it is unloaded, whether its file is there or not. Windows
 * does not let go of the file; there it is deleted by a later process, once its own has ended.
 */
final class LibraryCopy implements AutoCloseable {
  private final Path directory;
  private final Path file;

  private LibraryCopy(Path directory, Path file) {
    this.directory = directory;
    this.file = file;
  }

  /** A copy of a library. */
  static LibraryCopy of(LibraryResource library) throws IOException {
    TemporaryFiles.sweep();
    Path directory = Files.createTempDirectory(TemporaryFiles.prefix("native")).toAbsolutePath();
    LibraryCopy copy = new LibraryCopy(directory, directory.resolve(library.fileName()));
    try {
      try (OutputStream out = Files.newOutputStream(copy.file)) {
        library.writeTo(out);
      }
      return copy;
    } catch (IOException failed) {
      copy.close();
      throw failed;
    }
  }

  Path directory() {
    return directory;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(directory);
    } catch (IOException inUse) {
      // By this process, on a system that keeps what is loaded; swept when it has ended.
    }
  }
}
