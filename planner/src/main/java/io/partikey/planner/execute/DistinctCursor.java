package io.partikey.planner.execute;

import io.partikey.engine.item.MemorySize;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The first of each rows that an input finds with the same identity, in the order of the input.
 * Closes its input.
 *
 * <p>Gives rows as it finds them while what identifies them fits into memory. Of the rows after
 * that it leaves out the repetitions that it knows, and the others go to {@link SpilledRepetitions}
 * until the input is exhausted.
 */
final class DistinctCursor implements Cursor<PlanRow> {
  private final Cursor<PlanRow> input;
  private final UnaryOperator<PlanRow> identity;
  private final GatheringLimits limits;
  private final Set<PlanRow> seen = new HashSet<>();
  private long seenBytes;
  private @Nullable SpilledRepetitions spilled;
  private @Nullable Cursor<PlanRow> rest;

  /**
   * A cursor that has read nothing yet.
   *
   * @param identity what of a row says whether it repeats another
   */
  DistinctCursor(Cursor<PlanRow> input, UnaryOperator<PlanRow> identity, GatheringLimits limits) {
    this.input = input;
    this.identity = identity;
    this.limits = limits;
  }

  @Override
  public CursorStep<PlanRow> next() {
    while (rest == null) {
      CursorStep<PlanRow> step = input.next();
      if (step instanceof CursorStep.Found<PlanRow> found) {
        if (isNew(found.value())) {
          return step;
        }
        continue;
      }
      if (!step.isExhausted() || spilled == null) {
        return step;
      }
      rest = spilled.firsts();
    }
    return rest.next();
  }

  private boolean isNew(PlanRow row) {
    PlanRow key = identity.apply(row);
    if (spilled != null) {
      if (!seen.contains(key)) {
        spilled.add(row);
      }
      return false;
    }
    if (!seen.add(key)) {
      return false;
    }
    long bytes = key.memoryBytes() + MemorySize.ENTRY;
    limits.requireRoom(bytes);
    seenBytes += bytes;
    if (seenBytes > limits.memoryBytes()) {
      spilled = new SpilledRepetitions(identity, limits);
    }
    return true;
  }

  @Override
  public void close() {
    seen.clear();
    try (input) {
      if (rest != null) {
        rest.close();
      }
      if (spilled != null) {
        spilled.close();
      }
    }
    rest = new ListCursor<>(List.of());
  }
}
