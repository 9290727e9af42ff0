package io.partikey.planner.bind;

import io.partikey.engine.expression.CurrentTime;
import io.partikey.planner.api.ParameterDescription;
import io.partikey.planner.mode.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A statement after binding.
 *
 * @param statement what it does
 * @param parameters its parameters by position
 * @param moments the words for the time that it uses; the value of each is one more parameter,
 *     behind those that the statement is given
 * @param numbers the parameters that are compared with key attributes of the type number; a string
 *     that spells a number is meant as it
 * @param warnings what is to be warned of when it runs, whatever its parameters
 * @param checks what is asked of the values of its parameters each time that it runs
 * @param <T> {@link io.partikey.planner.bound.BoundQuery} or {@link
 *     io.partikey.planner.bound.BoundWrite}
 */
public record Bound<T>(
    T statement,
    List<ParameterDescription> parameters,
    List<CurrentTime> moments,
    Set<Integer> numbers,
    List<String> warnings,
    List<ParameterCheck> checks) {
  public Bound {
    parameters = List.copyOf(parameters);
    moments = List.copyOf(moments);
    numbers = Set.copyOf(numbers);
    warnings = List.copyOf(warnings);
    checks = List.copyOf(checks);
  }

  /** A statement that was bound with a context. */
  public static <T> Bound<T> of(T statement, BindingContext context) {
    ParameterTypes parameters = context.parameters();
    boolean converts = context.mode().conditions() == Mode.Conditions.SIMPLIFIED;
    return new Bound<>(
        statement,
        parameters.descriptions(),
        parameters.moments(),
        converts ? parameters.numbers() : Set.of(),
        context.warnings(),
        List.copyOf(context.keyComparisons()));
  }

  /** This statement, its parameters asked something more, and before all else, when it runs. */
  public Bound<T> checkedBy(List<ParameterCheck> more) {
    if (parameters.isEmpty()) {
      return this;
    }
    List<ParameterCheck> all = new ArrayList<>(more);
    all.addAll(checks);
    return new Bound<>(statement, parameters, moments, numbers, warnings, all);
  }
}
