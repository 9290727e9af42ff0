package io.partikey.planner.bound;

import java.util.List;

/**
 * A query after binding.
 *
 * @param relation what it computes
 * @param output what its columns show; one for each column of the relation, except that a star's
 *     one column holds whole items
 * @param parameterCount how many parameters the statement has
 */
public record BoundQuery(Relation relation, List<OutputColumn> output, int parameterCount) {
  public BoundQuery {
    output = List.copyOf(output);
  }
}
