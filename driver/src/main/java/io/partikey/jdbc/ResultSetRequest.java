package io.partikey.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of the result sets of a statement. They are forward-only and read-only;
 * clients that ask for more get that, and are told by a warning.
 */
final class ResultSetRequest {
  private ResultSetRequest() {}

  /**
   * The warning for a client that asked for more, null where there is none.
   *
   * @throws SQLException for constants that ResultSet does not have
   */
  static @Nullable SQLWarning downgrade(int type, int concurrency) throws SQLException {
    if (type < ResultSet.TYPE_FORWARD_ONLY || type > ResultSet.TYPE_SCROLL_SENSITIVE) {
      throw SqlExceptions.invalidArgument(type + " is no type of ResultSet");
    }
    if (concurrency != ResultSet.CONCUR_READ_ONLY && concurrency != ResultSet.CONCUR_UPDATABLE) {
      throw SqlExceptions.invalidArgument(concurrency + " is no concurrency of ResultSet");
    }
    return type == ResultSet.TYPE_FORWARD_ONLY && concurrency == ResultSet.CONCUR_READ_ONLY
        ? null
        : SqlExceptions.downgraded(
            "Result sets are TYPE_FORWARD_ONLY and CONCUR_READ_ONLY, whatever is asked for");
  }

  static void checkHoldability(int holdability) throws SQLException {
    if (holdability != ResultSet.HOLD_CURSORS_OVER_COMMIT
        && holdability != ResultSet.CLOSE_CURSORS_AT_COMMIT) {
      throw SqlExceptions.invalidArgument(holdability + " is no holdability of ResultSet");
    }
  }
}
