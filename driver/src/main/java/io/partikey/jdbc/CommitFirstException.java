package io.partikey.jdbc;

import java.sql.SQLException;

/**
 * Says within a {@link Batch} that a statement did not run because what was written before it is to
 * be committed first. No caller of the driver gets it.
 */
final class CommitFirstException extends SQLException {
  private static final long serialVersionUID = 1L;

  CommitFirstException() {
    super("What was written before is to be committed first");
  }
}
