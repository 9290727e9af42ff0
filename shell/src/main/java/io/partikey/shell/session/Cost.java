package io.partikey.shell.session;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;

/**
 * What the driver says that a statement consumed.
 *
 * @param itemsRead items that were read, if the driver counts them
 * @param readUnits read units
 * @param writeUnits write units
 */
record Cost(OptionalLong itemsRead, double readUnits, double writeUnits) {
  /** The cost of the last execution of a statement, after its rows were read. */
  static Cost of(Statement statement) throws SQLException {
    return new Cost(OptionalLong.empty(), 0, 0);
  }
}
