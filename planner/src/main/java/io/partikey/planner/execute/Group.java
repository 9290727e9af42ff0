package io.partikey.planner.execute;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.MemorySize;
import io.partikey.planner.bound.AggregateCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one group so far. */
final class Group {
  /** About how many bytes of memory the group takes for each call. */
  private static final long CALL_BYTES = 6L * MemorySize.OBJECT;

  private final PlanRow keys;
  private final long sequence;
  private final List<Accumulator> accumulators;

  /**
   * A group without rows.
   *
   * @param keys what its rows have in common
   * @param sequence the place of its first row among all rows
   */
  Group(PlanRow keys, long sequence, List<AggregateCall> calls) {
    this.keys = keys;
    this.sequence = sequence;
    this.accumulators = calls.stream().map(Accumulator::new).toList();
  }

  PlanRow keys() {
    return keys;
  }

  long sequence() {
    return sequence;
  }

  /** About how many bytes of memory a new group takes. */
  long memoryBytes() {
    return MemorySize.ENTRY + keys.memoryBytes() + CALL_BYTES * accumulators.size();
  }

  /** The accumulator of a call. */
  Accumulator accumulator(int call) {
    return accumulators.get(call);
  }

  /**
   * Takes a row in.
   *
   * @param values what the row gives to each call, null where it does not count
   * @return about how many bytes of memory this takes more than before
   */
  long add(PlanRow values) {
    long bytes = 0;
    for (int call = 0; call < values.width(); call++) {
      @Nullable AttributeValue value = values.get(call);
      if (value != null) {
        bytes += accumulators.get(call).add(value);
      }
    }
    return bytes;
  }

  /** Keys, then aggregates. */
  PlanRow result() {
    List<@Nullable AttributeValue> values = new ArrayList<>(accumulators.size());
    for (Accumulator accumulator : accumulators) {
      values.add(accumulator.result());
    }
    return keys.with(PlanRow.of(values));
  }
}
