package io.partikey.jdbc;

import io.partikey.engine.backend.CheckProgress;
import java.sql.SQLException;
import java.util.List;

/**
 * The check of a whole database, for which SQL has no word; a connection is unwrapped to it.
 *
 * <pre>{@code
 * List<String> problems = connection.unwrap(DatabaseCheck.class).check(CheckProgress.NONE);
 * }</pre>
 */
public interface DatabaseCheck {
  /**
   * Compares, as of one moment and while other connections write, every index with its table, and
   * the counts and the observed attributes with the items. Reads everything, changes nothing. The
   * connection is busy meanwhile.
   *
   * @param progress told how far it is, by the calling thread
   * @return what is wrong, each in one line; empty if nothing is
   * @throws SQLException with state 0A000 where the store looks after itself, as Amazon DynamoDB
   *     does
   */
  List<String> check(CheckProgress progress) throws SQLException;
}
