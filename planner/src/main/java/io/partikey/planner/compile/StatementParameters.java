package io.partikey.planner.compile;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.CurrentTime;
import io.partikey.engine.expression.Elements;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringSetValue;
import io.partikey.engine.item.StringValue;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.ParameterDescription;
import io.partikey.planner.bind.Bound;
import io.partikey.planner.bind.ParameterCheck;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a statement, and what it adds to them when it runs.
 *
 * @param descriptions those that it is given
 * @param moments the words for the time in it, which are parameters behind those
 * @param numbers those that are compared with key attributes of the type number
 * @param checks what is asked of the values of all of them
 * @param clock tells the time
 */
record StatementParameters(
    List<ParameterDescription> descriptions,
    List<CurrentTime> moments,
    Set<Integer> numbers,
    List<ParameterCheck> checks,
    Clock clock) {
  /** The parameters of a statement. */
  static StatementParameters of(Bound<?> bound, Clock clock) {
    return new StatementParameters(
        bound.parameters(), bound.moments(), bound.numbers(), bound.checks(), clock);
  }

  /**
   * A request with all the parameters that a run needs. Every word for the time has the value of
   * one moment.
   *
   * @throws EngineException with {@code PARAMETER_COUNT} if there are too few, with {@code
   *     KEY_INVALID} if one has another type than the key that it is compared with, or with
   *     DynamoDB's message if one has a type that the statement does not take
   */
  ExecutionRequest complete(ExecutionRequest request) {
    List<@Nullable AttributeValue> given = request.parameters().values();
    if (given.size() < descriptions.size()) {
      throw new EngineException(
          ErrorCode.PARAMETER_COUNT, "Number of parameters in request and statement don't match.");
    }
    ExecutionRequest complete = withAdded(request, given);
    checks.forEach(each -> each.check(complete.parameters()));
    return complete;
  }

  private ExecutionRequest withAdded(
      ExecutionRequest request, List<@Nullable AttributeValue> given) {
    if (moments.isEmpty() && numbers.isEmpty()) {
      return request;
    }
    List<@Nullable AttributeValue> all = new ArrayList<>(given.subList(0, descriptions.size()));
    numbers.forEach(index -> all.set(index, spelled(all.get(index))));
    Instant now = clock.instant();
    moments.forEach(moment -> all.add(moment.at(now)));
    return new ExecutionRequest(
        request.backend(),
        request.items(),
        new Parameters(all),
        request.maxRows(),
        request.fetchSize(),
        request.cancellation());
  }

  /** The number that a string spells, in a list too; anything else as it is. */
  private static @Nullable AttributeValue spelled(@Nullable AttributeValue value) {
    if (value instanceof ListValue || value instanceof StringSetValue) {
      List<AttributeValue> elements = new ArrayList<>();
      Elements.of(value).forEach(element -> elements.add(orSpelled(element)));
      return new ListValue(elements);
    }
    return value == null ? null : orSpelled(value);
  }

  private static AttributeValue orSpelled(AttributeValue value) {
    if (!(value instanceof StringValue text)) {
      return value;
    }
    try {
      return NumberValue.parse(text.text().strip());
    } catch (EngineException notANumber) {
      return value;
    }
  }
}
