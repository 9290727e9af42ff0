package io.partikey.engine.backend;

/**
 * Where a database is.
 *
 * @param kind memory, file, or Amazon DynamoDB
 * @param name the name in memory (empty: private to its connection), the path, or the region
 */
public record BackendAddress(Kind kind, String name) {
  /** The kinds of databases. */
  public enum Kind {
    MEMORY,
    FILE,
    DYNAMODB
  }
}
