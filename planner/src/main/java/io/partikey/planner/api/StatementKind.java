package io.partikey.planner.api;

/** What a statement does, as far as JDBC cares. */
public enum StatementKind {
  /** Returns rows: SELECT, EXPLAIN, SHOW, DESCRIBE. */
  QUERY,
  /** Changes items and returns a count, or rows with RETURNING. */
  WRITE,
  /** Changes tables or the database; its count is 0. */
  DEFINITION
}
