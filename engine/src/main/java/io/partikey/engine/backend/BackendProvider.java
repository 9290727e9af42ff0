package io.partikey.engine.backend;

/** Opens backends of one kind; found by ServiceLoader. Thread-safe. */
public interface BackendProvider {
  /** Whether this provider opens addresses of this kind. */
  boolean opens(BackendAddress.Kind kind);

  /**
   * Opens a backend for one connection, on an engine that may be shared with others.
   *
   * @throws io.partikey.engine.error.EngineException with {@code CANNOT_OPEN} and the reason: held
   *     by another process, no database, damaged, of a newer version, not writable
   */
  Backend open(BackendAddress address, BackendOptions options);
}
