package io.partikey.planner.execute;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.planner.plan.Aggregate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row for each group of input rows with equal keys, in the order in which the groups are first
 * met; without keys one row in any case. NULL and MISSING are two keys. Reads its input to the end
 * before the first row, holds the groups in memory, and closes its input.
 */
final class AggregateCursor implements Cursor<PlanRow> {
  private final Cursor<PlanRow> input;
  private final Aggregate node;
  private final Parameters parameters;
  private final Map<PlanRow, List<Accumulator>> groups = new LinkedHashMap<>();
  private @Nullable Iterator<Map.Entry<PlanRow, List<Accumulator>>> results;

  AggregateCursor(Cursor<PlanRow> input, Aggregate node, Parameters parameters) {
    this.input = input;
    this.node = node;
    this.parameters = parameters;
    if (node.keys().isEmpty()) {
      group(PlanRow.EMPTY);
    }
  }

  @Override
  public CursorStep<PlanRow> next() {
    @Nullable Iterator<Map.Entry<PlanRow, List<Accumulator>>> finished = results;
    if (finished == null) {
      CursorStep<PlanRow> last = gather();
      if (!last.isExhausted()) {
        return last;
      }
      finished = groups.entrySet().iterator();
      results = finished;
    }
    return finished.hasNext() ? CursorStep.found(result(finished.next())) : CursorStep.exhausted();
  }

  private CursorStep<PlanRow> gather() {
    while (true) {
      CursorStep<PlanRow> step = input.next();
      if (!(step instanceof CursorStep.Found<PlanRow> found)) {
        return step;
      }
      RowEnvironment environment = RowEnvironment.of(found.value(), parameters);
      for (Accumulator accumulator : group(keysOf(environment))) {
        accumulator.add(environment);
      }
    }
  }

  private PlanRow keysOf(RowEnvironment environment) {
    List<@Nullable AttributeValue> keys = new ArrayList<>(node.keys().size());
    for (Expression key : node.keys()) {
      keys.add(key.evaluate(environment));
    }
    return PlanRow.of(keys);
  }

  private List<Accumulator> group(PlanRow keys) {
    return groups.computeIfAbsent(
        keys, newKeys -> node.calls().stream().map(Accumulator::new).toList());
  }

  private static PlanRow result(Map.Entry<PlanRow, List<Accumulator>> group) {
    List<@Nullable AttributeValue> values = new ArrayList<>(group.getValue().size());
    for (Accumulator accumulator : group.getValue()) {
      values.add(accumulator.result());
    }
    return group.getKey().with(PlanRow.of(values));
  }

  @Override
  public void close() {
    groups.clear();
    results = Collections.emptyIterator();
    input.close();
  }
}
