package io.partikey.planner.execute;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.planner.bound.AggregateCall;
import io.partikey.planner.plan.Aggregate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an aggregation that came when memory was full of groups. They are sorted by their
 * group, folded group by group, each into what memory has of it, and the results put into the order
 * in which the groups were first met.
 *
 * <p>Of each row one goes to the sorter for all calls without DISTINCT, and one for each call with
 * it, so that equal values come together and need not be remembered either:
 *
 * <pre>
 * sorted by   keys   values of calls with DISTINCT
 * row         keys   values of calls                  sequence
 *             k      1   -                            17           COUNT(*), COUNT(DISTINCT x)
 *             k      -   'a'                          17
 * </pre>
 */
final class SpilledGroups implements AutoCloseable {
  private final List<AggregateCall> calls;
  private final int keyWidth;
  private final Map<PlanRow, Group> started;
  private final GatheringLimits limits;
  private final RowSorter byGroup;

  /**
   * Without rows.
   *
   * @param started the groups that memory has, taken over
   */
  SpilledGroups(Aggregate node, Map<PlanRow, Group> started, GatheringLimits limits) {
    this.calls = node.calls();
    this.keyWidth = node.keys().size();
    this.started = started;
    this.limits = limits;
    this.byGroup = new RowSorter(RowIdentity.ofColumns(sortColumns()), limits);
  }

  private int[] sortColumns() {
    IntStream distinct =
        IntStream.range(0, calls.size()).filter(call -> calls.get(call).distinct());
    return IntStream.concat(IntStream.range(0, keyWidth), distinct.map(call -> keyWidth + call))
        .toArray();
  }

  /** Takes a row in: its keys, its value for each call, and its place among all rows. */
  void add(PlanRow keys, PlanRow values, long sequence) {
    PlanRow place = PlanRow.of(NumberValue.of(sequence));
    @Nullable AttributeValue[] plain = new @Nullable AttributeValue[calls.size()];
    for (int call = 0; call < plain.length; call++) {
      @Nullable AttributeValue value = values.get(call);
      if (!calls.get(call).distinct()) {
        plain[call] = value;
      } else if (value != null) {
        @Nullable AttributeValue[] alone = new @Nullable AttributeValue[calls.size()];
        alone[call] = value;
        byGroup.add(keys.with(PlanRow.of(alone)).with(place));
      }
    }
    byGroup.add(keys.with(PlanRow.of(plain)).with(place));
  }

  /** The results of all groups. To be closed before this. */
  Cursor<PlanRow> results() {
    int width = keyWidth + calls.size();
    Cursor<PlanRow> folded = new GroupFold(byGroup.sorted(), keyWidth, calls, started);
    return new MapCursor<>(
        new SortCursor(folded, RowIdentity.ofColumns(width), limits), row -> row.first(width));
  }

  /** Removes the files. Idempotent. */
  @Override
  public void close() {
    byGroup.close();
  }
}
