package io.partikey.engine.store;

import io.partikey.engine.backend.BackendAddress;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.rocks.DatabaseDirectory;
import io.partikey.engine.store.rocks.RowStore;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The engines of the process by what they are called: databases in files by path, those in memory
 * by name. One in files lives as long as somebody holds it, a named one in memory until it is shut
 * down, one without a name belongs to its only holder. Thread-safe.
 */
final class EngineRegistry {
  private static final Map<BackendAddress, Engine> ENGINES = new HashMap<>();

  private EngineRegistry() {}

  /**
   * The engine of an address, opened if it is not; the caller releases it.
   *
   * @throws EngineException with {@code CANNOT_OPEN} and the reason
   */
  static Engine acquire(BackendAddress address, boolean readOnly) {
    if (address.kind() == BackendAddress.Kind.MEMORY && address.name().isEmpty()) {
      Engine engine = openMemory("the private database in memory");
      engine.hold();
      return engine;
    }
    synchronized (ENGINES) {
      BackendAddress key = canonical(address);
      @Nullable Engine engine = ENGINES.get(key);
      if (engine == null) {
        engine = open(key, readOnly);
        ENGINES.put(key, engine);
      }
      if (!readOnly) {
        engine.requireWritable();
      }
      engine.hold();
      return engine;
    }
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
        .anyMatch(
            entry ->
                entry.getValue() == engine && entry.getKey().kind() == BackendAddress.Kind.MEMORY);
  }

  private static Engine open(BackendAddress address, boolean readOnly) {
    if (address.kind() == BackendAddress.Kind.MEMORY) {
      return openMemory("database \"mem:" + address.name() + "\"");
    }
    DatabaseDirectory directory = new DatabaseDirectory(Path.of(address.name()));
    RowStore store = directory.open(readOnly);
    try {
      return new Engine(store, EngineSettings.DEFAULT, directory::release);
    } catch (RuntimeException unusable) {
      store.close();
      directory.release();
      throw unusable;
    }
  }

  private static Engine openMemory(String name) {
    return new Engine(RowStore.openMemory(name), EngineSettings.DEFAULT, () -> {});
  }

  /** The address by which links and relative paths to the same directory are the same. */
  private static BackendAddress canonical(BackendAddress address) {
    if (address.kind() != BackendAddress.Kind.FILE) {
      return address;
    }
    return new BackendAddress(address.kind(), canonicalPath(address.name()).toString());
  }

  private static Path canonicalPath(String name) {
    try {
      Path path = Path.of(name).toAbsolutePath().normalize();
      @Nullable Path parent = path.getParent();
      if (path.toFile().exists()) {
        return path.toRealPath();
      }
      return parent != null && parent.toFile().exists()
          ? parent.toRealPath().resolve(String.valueOf(path.getFileName()))
          : path;
    } catch (InvalidPathException | IOException unusable) {
      throw new EngineException(
          ErrorCode.CANNOT_OPEN,
          "Database \"" + name + "\" cannot be opened: that is no usable path (" + unusable + ").",
          unusable);
    }
  }
}
