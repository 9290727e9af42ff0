package io.partikey.planner.bind;

import io.partikey.engine.expression.CurrentTime;
import io.partikey.planner.ParameterDescription;
import java.util.List;

/**
 * A statement after binding.
 *
 * @param statement what it does
 * @param parameters its parameters by position
 * @param moments the words for the time that it uses; the value of each is one more parameter,
 *     behind those that the statement is given
 * @param checks what the service asks of its parameters; nothing in SQL
 * @param <T> {@link io.partikey.planner.bound.BoundQuery} or {@link
 *     io.partikey.planner.bound.BoundWrite}
 */
public record Bound<T>(
    T statement,
    List<ParameterDescription> parameters,
    List<CurrentTime> moments,
    ServiceChecks checks) {
  public Bound {
    parameters = List.copyOf(parameters);
    moments = List.copyOf(moments);
  }
}
