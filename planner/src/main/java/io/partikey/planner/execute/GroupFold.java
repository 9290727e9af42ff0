package io.partikey.planner.execute;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.planner.bound.AggregateCall;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The results of groups, made of rows sorted by group as {@link SpilledGroups} lays them out, each
 * with the group's place behind it. Goes on with the groups that are started; those of which no row
 * comes follow at the end. Closes its input.
 */
final class GroupFold implements Cursor<PlanRow> {
  private final Cursor<PlanRow> input;
  private final int keyWidth;
  private final List<AggregateCall> calls;
  private final Map<PlanRow, Group> started;
  private @Nullable Group current;
  private PlanRow previous = PlanRow.EMPTY;

  /**
   * Folds rows.
   *
   * @param started the groups that are started; each is removed when its rows come
   */
  GroupFold(
      Cursor<PlanRow> input, int keyWidth, List<AggregateCall> calls, Map<PlanRow, Group> started) {
    this.input = input;
    this.keyWidth = keyWidth;
    this.calls = calls;
    this.started = started;
  }

  @Override
  public CursorStep<PlanRow> next() {
    while (true) {
      CursorStep<PlanRow> step = input.next();
      if (step instanceof CursorStep.Paused) {
        return step;
      }
      if (!(step instanceof CursorStep.Found<PlanRow> found)) {
        return last();
      }
      PlanRow row = found.value();
      @Nullable Group before = current;
      Group group = groupOf(row);
      fold(row, group);
      if (before != null && before != group) {
        return CursorStep.found(result(before));
      }
    }
  }

  private Group groupOf(PlanRow row) {
    PlanRow keys = row.first(keyWidth);
    @Nullable Group group = current;
    if (group == null || !group.keys().equals(keys)) {
      group = started.remove(keys);
      if (group == null) {
        group = new Group(keys, sequenceOf(row), calls);
      }
      current = group;
      previous = PlanRow.EMPTY;
    }
    return group;
  }

  private long sequenceOf(PlanRow row) {
    if (row.get(row.width() - 1) instanceof NumberValue place) {
      return place.value().longValueExact();
    }
    throw new IllegalStateException("a row without its place");
  }

  private void fold(PlanRow row, Group group) {
    PlanRow compared = row.first(row.width() - 1);
    boolean repeated = compared.equals(previous);
    previous = compared;
    for (int call = 0; call < calls.size(); call++) {
      @Nullable AttributeValue value = row.get(keyWidth + call);
      if (value == null) {
        continue;
      }
      if (!calls.get(call).distinct()) {
        group.accumulator(call).add(value);
      } else if (!repeated) {
        group.accumulator(call).addOnce(value);
      }
    }
  }

  private CursorStep<PlanRow> last() {
    @Nullable Group group = current;
    current = null;
    if (group == null) {
      Iterator<Group> rest = started.values().iterator();
      if (!rest.hasNext()) {
        return CursorStep.exhausted();
      }
      group = rest.next();
      rest.remove();
    }
    return CursorStep.found(result(group));
  }

  private static PlanRow result(Group group) {
    return group.result().with(PlanRow.of(NumberValue.of(group.sequence())));
  }

  @Override
  public void close() {
    current = null;
    started.clear();
    input.close();
  }
}
