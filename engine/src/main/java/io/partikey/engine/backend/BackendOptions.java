package io.partikey.engine.backend;

import java.util.Map;

/**
 * How a connection uses its backend.
 *
 * @param durability when a commit is acknowledged
 * @param readOnly whether every write is refused
 * @param fileAccess who may have the files that are made
 * @param settings settings that only one kind of backend knows, by name
 */
public record BackendOptions(
    Durability durability, boolean readOnly, FileAccess fileAccess, Map<String, String> settings) {
  /** Durable commits, reads and writes. */
  public static final BackendOptions DEFAULT =
      new BackendOptions(Durability.COMMIT, false, FileAccess.OWNER, Map.of());

  public BackendOptions {
    settings = Map.copyOf(settings);
  }

  /** When a commit is acknowledged. */
  public enum Durability {
    /** When it is on disk. */
    COMMIT,
    /** At once; at most the last second can be lost, never consistency. */
    PERIODIC
  }
}
