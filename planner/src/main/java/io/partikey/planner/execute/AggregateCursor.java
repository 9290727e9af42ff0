package io.partikey.planner.execute;

import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NullValue;
import io.partikey.planner.bound.AggregateCall;
import io.partikey.planner.plan.Aggregate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row for each group of input rows with equal keys, in the order in which the groups are first
 * met; without keys one row in any case. NULL and MISSING are one key, NULL. Reads its input to the
 * end before the first row, and closes it.
 *
 * <p>Holds so many bytes of groups in memory; the rows that come when they are full go to {@link
 * SpilledGroups}.
 */
final class AggregateCursor implements Cursor<PlanRow> {
  private final Cursor<PlanRow> input;
  private final Aggregate node;
  private final Parameters parameters;
  private final GatheringLimits limits;
  private final Map<PlanRow, Group> groups = new LinkedHashMap<>();
  private long groupBytes;
  private long sequence;
  private @Nullable SpilledGroups spilled;
  private @Nullable Cursor<PlanRow> results;

  AggregateCursor(
      Cursor<PlanRow> input, Aggregate node, Parameters parameters, GatheringLimits limits) {
    this.input = input;
    this.node = node;
    this.parameters = parameters;
    this.limits = limits;
    if (node.keys().isEmpty()) {
      group(PlanRow.EMPTY);
    }
  }

  @Override
  public CursorStep<PlanRow> next() {
    @Nullable Cursor<PlanRow> finished = results;
    if (finished == null) {
      CursorStep<PlanRow> last = gather();
      if (!last.isExhausted()) {
        return last;
      }
      finished = finish();
      results = finished;
    }
    return finished.next();
  }

  private CursorStep<PlanRow> gather() {
    while (true) {
      CursorStep<PlanRow> step = input.next();
      if (!(step instanceof CursorStep.Found<PlanRow> found)) {
        return step;
      }
      add(RowEnvironment.of(found.value(), parameters));
    }
  }

  private void add(Environment row) {
    PlanRow keys = keysOf(row);
    PlanRow values = valuesOf(row);
    sequence++;
    if (spilled != null) {
      spilled.add(keys, values, sequence);
      return;
    }
    Group group = group(keys);
    long bytes = group.add(values);
    limits.requireRoom(bytes);
    groupBytes += bytes;
    if (groupBytes > limits.memoryBytes()) {
      spilled = new SpilledGroups(node, groups, limits);
    }
  }

  private PlanRow keysOf(Environment row) {
    List<@Nullable AttributeValue> keys = new ArrayList<>(node.keys().size());
    for (Expression key : node.keys()) {
      @Nullable AttributeValue value = key.evaluate(row);
      keys.add(value == null ? NullValue.NULL : value);
    }
    return PlanRow.of(keys);
  }

  private PlanRow valuesOf(Environment row) {
    List<@Nullable AttributeValue> values = new ArrayList<>(node.calls().size());
    for (AggregateCall call : node.calls()) {
      values.add(Accumulator.valueOf(call, row));
    }
    return PlanRow.of(values);
  }

  private Group group(PlanRow keys) {
    @Nullable Group group = groups.get(keys);
    if (group == null) {
      group = new Group(keys, sequence, node.calls());
      groups.put(keys, group);
      long bytes = group.memoryBytes();
      limits.requireRoom(bytes);
      groupBytes += bytes;
    }
    return group;
  }

  private Cursor<PlanRow> finish() {
    return spilled == null
        ? new MapCursor<>(new ListCursor<>(List.copyOf(groups.values())), Group::result)
        : spilled.results();
  }

  @Override
  public void close() {
    groups.clear();
    try (input) {
      if (results != null) {
        results.close();
      }
      if (spilled != null) {
        spilled.close();
      }
    }
    results = new ListCursor<>(List.of());
  }
}
