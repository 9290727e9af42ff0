package io.partikey.shell.session;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.jdbc.PartiKeyStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the driver says that a statement consumed.
 *
 * @param itemsRead items that were read for its rows
 * @param readUnits read units
 * @param writeUnits write units
 */
record Cost(long itemsRead, double readUnits, double writeUnits) {
  /** The cost of the last execution of a statement, as far as its rows were read. */
  static Cost of(Statement statement) throws SQLException {
    PartiKeyStatement ours = statement.unwrap(PartiKeyStatement.class);
    ConsumedCapacity consumed = ours.consumedCapacity();
    return new Cost(ours.itemsRead(), consumed.readUnits(), consumed.writeUnits());
  }
}
