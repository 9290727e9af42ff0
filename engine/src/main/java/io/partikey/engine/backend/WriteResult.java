package io.partikey.engine.backend;

import io.partikey.engine.item.Item;
import java.util.Optional;

/**
 * What a write did.
 *
 * @param outcome whether it was applied, or why not
 * @param returned what {@link ReturnValues} asked for; with {@code CONDITION_FAILED} and {@code
 *     DUPLICATE} the item as it is
 * @param consumed what the write cost, refused ones too
 */
public record WriteResult(Outcome outcome, Optional<Item> returned, ConsumedCapacity consumed) {
  /** How a write ended. */
  public enum Outcome {
    /** It was done. */
    APPLIED,
    /** No item of this key: an update changed nothing, a delete had nothing to remove. */
    NOT_FOUND,
    /** The condition was not true. */
    CONDITION_FAILED,
    /** An item of this key exists. */
    DUPLICATE
  }

  /** Whether the write was done. */
  public boolean applied() {
    return outcome == Outcome.APPLIED;
  }
}
