package io.partikey.engine.store;

import io.partikey.engine.backend.BackendAddress;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.FileAccess;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.rocks.DatabaseDirectory;
import io.partikey.engine.store.rocks.DirectoryIdentity;
import io.partikey.engine.store.rocks.RowStore;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The engines of the class loader by what they are: databases in files by the identity of their
 * directory, those in memory by address. One in files lives as long as somebody holds it, a named
 * one in memory until it is shut down, one without a name belongs to its only holder. Thread-safe.
 */
final class EngineRegistry {
  private static final Map<Object, Engine> ENGINES = new HashMap<>();

  private EngineRegistry() {}

  /**
   * The engine of an address, opened if it is not; the caller releases it.
   *
   * @throws EngineException with {@code CANNOT_OPEN} and the reason
   */
  static Engine acquire(BackendAddress address, BackendOptions options) {
    if (address.kind() == BackendAddress.Kind.MEMORY && address.name().isEmpty()) {
      Engine engine = openMemory("the private database in memory");
      engine.hold();
      return engine;
    }
    synchronized (ENGINES) {
      Engine engine =
          address.kind() == BackendAddress.Kind.MEMORY ? memory(address) : file(address, options);
      if (!options.readOnly()) {
        engine.requireWritable();
      }
      engine.hold();
      return engine;
    }
  }

  private static Engine memory(BackendAddress address) {
    return ENGINES.computeIfAbsent(
        address, absent -> openMemory("database \"mem:" + address.name() + "\""));
  }

  private static Engine file(BackendAddress address, BackendOptions options) {
    // An interrupt is meant for what the thread does with the database, and would end the opening
    // in the midst of writing a file.
    boolean interrupted = Thread.interrupted();
    try {
      return file(directory(address.name(), options.fileAccess()), options.readOnly());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Engine file(DatabaseDirectory directory, boolean readOnly) {
    DirectoryIdentity identity = directory.identity(readOnly);
    @Nullable Engine engine = ENGINES.get(identity);
    if (engine == null) {
      engine = open(directory, identity, readOnly);
      ENGINES.put(identity, engine);
    } else if (engine.identity() instanceof FileDatabase database) {
      directory.requireStill(database.id());
    }
    return engine;
  }

  /** Gives an engine back; closes it if that was its last holder and nothing else keeps it. */
  static void release(Engine engine) {
    synchronized (ENGINES) {
      if (engine.letGo() == 0 && !isNamedMemory(engine)) {
        shutdown(engine);
      }
    }
  }

  /** Closes an engine, whoever holds it. */
  static void shutdown(Engine engine) {
    synchronized (ENGINES) {
      ENGINES.values().remove(engine);
      engine.close();
    }
  }

  private static boolean isNamedMemory(Engine engine) {
    return ENGINES.entrySet().stream()
        .anyMatch(entry -> entry.getValue() == engine && entry.getKey() instanceof BackendAddress);
  }

  private static Engine open(
      DatabaseDirectory directory, DirectoryIdentity identity, boolean readOnly) {
    RowStore store = directory.open(readOnly);
    try {
      Object database = new FileDatabase(identity, directory.id());
      return new Engine(store, EngineSettings.DEFAULT, directory::release, database);
    } catch (RuntimeException unusable) {
      store.close();
      directory.release();
      throw unusable;
    }
  }

  /**
   * What tells databases in files apart.
   *
   * @param directory where it is
   * @param id which of those that were there in the course of time
   */
  private record FileDatabase(DirectoryIdentity directory, String id) {}

  private static Engine openMemory(String name) {
    return new Engine(RowStore.openMemory(name), EngineSettings.DEFAULT, () -> {});
  }

  private static DatabaseDirectory directory(String name, FileAccess access) {
    try {
      Path path = Path.of(name).toAbsolutePath();
      // Of a path that exists the system knows better what ".." behind a link is.
      return new DatabaseDirectory(Files.exists(path) ? path : path.normalize(), access);
    } catch (InvalidPathException unusable) {
      throw new EngineException(
          ErrorCode.CANNOT_OPEN,
          "Database \"" + name + "\" cannot be opened: that is no usable path (" + unusable + ").",
          unusable);
    }
  }
}
