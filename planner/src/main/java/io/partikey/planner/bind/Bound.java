package io.partikey.planner.bind;

import io.partikey.engine.expression.CurrentTime;
import io.partikey.planner.api.ParameterDescription;
import io.partikey.planner.service.ServiceSelect;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement after binding.
 *
 * @param statement what it does
 * @param parameters its parameters by position
 * @param moments the words for the time that it uses; the value of each is one more parameter,
 *     behind those that the statement is given
 * @param numbers the parameters that are compared with key attributes of the type number; a string
 *     that spells a number is meant as it
 * @param keyComparisons the key attributes that are compared with parameters; nothing in the
 *     service's dialect, which checks that itself
 * @param warnings what is to be warned of when it runs, whatever its parameters
 * @param checks what the service asks of its parameters; nothing in SQL
 * @param select how the service reads it; null in SQL and for writes
 * @param <T> {@link io.partikey.planner.bound.BoundQuery} or {@link
 *     io.partikey.planner.bound.BoundWrite}
 */
public record Bound<T>(
    T statement,
    List<ParameterDescription> parameters,
    List<CurrentTime> moments,
    Set<Integer> numbers,
    List<KeyComparison> keyComparisons,
    List<String> warnings,
    ServiceChecks checks,
    @Nullable ServiceSelect select) {
  public Bound {
    parameters = List.copyOf(parameters);
    moments = List.copyOf(moments);
    numbers = Set.copyOf(numbers);
    keyComparisons = List.copyOf(keyComparisons);
    warnings = List.copyOf(warnings);
  }
}
