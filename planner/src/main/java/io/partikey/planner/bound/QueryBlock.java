package io.partikey.planner.bound;

import java.util.List;

/**
 * The SELECT in which a statement names a table, as far as names go.
 *
 * @param number tells it from the others of the statement
 * @param derived whether it stands in FROM, or inside of such a query
 * @param around the numbers of the blocks whose columns it may use: those around a subquery in a
 *     condition
 */
public record QueryBlock(int number, boolean derived, List<Integer> around) {
  /** The only block of a statement. */
  public static final QueryBlock ONLY = new QueryBlock(0, false, List.of());

  public QueryBlock {
    around = List.copyOf(around);
  }

  /** Whether conditions in this block may use columns of tables in another one. */
  public boolean sees(QueryBlock other) {
    return other.number == number || around.contains(other.number);
  }
}
