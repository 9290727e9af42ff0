package io.partikey.engine.store.rocks;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDB;
import org.rocksdb.util.Environment;

/**
 * RocksDB's native library for this machine as it lies beside RocksDB's classes.
 *
 * @param location where that is
 * @param size how many bytes it has
 * @param checksum their CRC-32, which a jar keeps of each of its files
 */
record LibraryResource(URL location, long size, long checksum) {
  /** What a file stream reads without memory of its own, which makes it the fastest way. */
  private static final int BUFFER_BYTES = 8 * 1024;

  /**
   * The one for this machine.
   *
   * @throws FileNotFoundException if there is none
   */
  static LibraryResource find() throws IOException {
    for (@Nullable String name :
        new @Nullable String[] {
          Environment.getJniLibraryFileName("rocksdb"),
          Environment.getFallbackJniLibraryFileName("rocksdb")
        }) {
      @Nullable URL found = name == null ? null : RocksDB.class.getClassLoader().getResource(name);
      if (found != null) {
        return of(found);
      }
    }
    throw new FileNotFoundException(
        "there is no " + Environment.getJniLibraryFileName("rocksdb") + " beside its classes");
  }

  /** The library at a location. */
  static LibraryResource of(URL location) throws IOException {
    URLConnection connection = location.openConnection();
    if (connection instanceof JarURLConnection inJar) {
      inJar.setUseCaches(false);
      try (JarFile jar = inJar.getJarFile()) {
        @Nullable JarEntry entry = jar.getJarEntry(inJar.getEntryName());
        if (entry != null && entry.getSize() >= 0 && entry.getCrc() >= 0) {
          return new LibraryResource(location, entry.getSize(), entry.getCrc());
        }
      }
    }
    CheckedInputStream content = new CheckedInputStream(location.openStream(), new CRC32());
    try (content) {
      long size = content.transferTo(OutputStream.nullOutputStream());
      return new LibraryResource(location, size, content.getChecksum().getValue());
    }
  }

  /** Its file's name, as RocksDB looks for it. */
  String fileName() {
    return Environment.getJniLibraryFileName("rocksdbjni");
  }

  /**
   * Writes it.
   *
   * @throws IOException if that cannot be done, or something else was read than was meant
   */
  void writeTo(OutputStream out) throws IOException {
    URLConnection connection = location.openConnection();
    connection.setUseCaches(false);
    try (CheckedInputStream content =
        new CheckedInputStream(connection.getInputStream(), new CRC32())) {
      if (content.transferTo(out) != size || content.getChecksum().getValue() != checksum) {
        throw new IOException(location + " is damaged");
      }
    }
  }

  /** Whether a file holds the library, byte for byte as far as its checksum tells. */
  boolean isIn(Path file) throws IOException {
    if (Files.size(file) != size) {
      return false;
    }
    try (InputStream content = new FileInputStream(file.toFile())) {
      CRC32 found = new CRC32();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        found.update(buffer, 0, read);
      }
      return found.getValue() == checksum;
    }
  }
}
