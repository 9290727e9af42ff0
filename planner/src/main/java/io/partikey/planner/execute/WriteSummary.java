package io.partikey.planner.execute;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.backend.WriteResult;
import io.partikey.engine.item.Item;
import java.util.ArrayList;
import java.util.List;

/**
 * What the writes of a statement did.
 *
 * @param count how many items were changed
 * @param returned what they returned, without those that returned nothing
 * @param consumed what they cost
 */
record WriteSummary(long count, List<Item> returned, ConsumedCapacity consumed) {
  /** Nothing was written. */
  static final WriteSummary NOTHING = new WriteSummary(0, List.of(), ConsumedCapacity.NONE);

  WriteSummary {
    returned = List.copyOf(returned);
  }

  /** This, at a higher cost. */
  WriteSummary plus(ConsumedCapacity more) {
    return new WriteSummary(count, returned, consumed.plus(more));
  }

  /** The sum of some writes, of which those that were not applied only cost. */
  static WriteSummary of(List<WriteResult> results) {
    long count = 0;
    List<Item> returned = new ArrayList<>();
    ConsumedCapacity consumed = ConsumedCapacity.NONE;
    for (WriteResult result : results) {
      consumed = consumed.plus(result.consumed());
      if (result.applied()) {
        count++;
        result.returned().filter(item -> !item.attributes().isEmpty()).ifPresent(returned::add);
      }
    }
    return new WriteSummary(count, returned, consumed);
  }
}
