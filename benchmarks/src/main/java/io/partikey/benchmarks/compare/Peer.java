package io.partikey.benchmarks.compare;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.Locale;

/** What is measured: PartiKey, and what stands beside it. */
enum Peer {
  /** This build. */
  PARTIKEY("PartiKey"),

  /** SQLite with the cache that it has by default, 2 MB. */
  SQLITE("SQLite"),

  /** SQLite with 64 MB of cache and files mapped into memory. */
  SQLITE_TUNED("SQLite, 64 MB and mmap"),

  /** H2 without settings. */
  H2("H2"),

  /** RocksDB without anything on top. */
  ROCKSDB("raw RocksDB"),

  /** A map in the heap. */
  HEAP("heap map"),

  /** Another build of PartiKey, in a class loader of its own. */
  BASE("base");

  private final String label;

  Peer(String label) {
    this.label = label;
  }

  /** Its name for people. */
  String label() {
    return label;
  }

  /** Its name in options and files. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The peer of an {@link #id}. */
  static Peer of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The peer whose files it can open: tuning changes none. */
  Peer format() {
    return this == SQLITE_TUNED ? SQLITE : this;
  }

  /** Whether it is in the heap alone, so that it is filled anew each time. */
  boolean inHeap() {
    return this == HEAP;
  }

  /**
   * Opens its database in a directory, or makes an empty one.
   *
   * @param base the jar with the driver of the other build
   */
  Store open(Path directory, String base) throws Exception {
    return switch (this) {
      case PARTIKEY -> new PartiKeyStore(driver(Peer.class.getClassLoader()), directory);
      case SQLITE -> new SqliteStore(directory, false);
      case SQLITE_TUNED -> new SqliteStore(directory, true);
      case H2 -> new H2Store(directory);
      case ROCKSDB -> new RocksStore(directory);
      case HEAP -> new HeapStore();
      case BASE -> new PartiKeyStore(driver(loader(base)), directory);
    };
  }

  private static ClassLoader loader(String jar) throws MalformedURLException {
    return new URLClassLoader(
        new URL[] {Path.of(jar).toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }

  private static Driver driver(ClassLoader loader) throws ReflectiveOperationException {
    return loader
        .loadClass("io.partikey.jdbc.PartiKeyDriver")
        .asSubclass(Driver.class)
        .getDeclaredConstructor()
        .newInstance();
  }
}
