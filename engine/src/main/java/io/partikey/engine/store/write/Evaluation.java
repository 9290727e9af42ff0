package io.partikey.engine.store.write;

import io.partikey.engine.backend.WriteResult.Outcome;
import io.partikey.engine.item.Item;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request makes of an item.
 *
 * @param outcome whether it is applied, or why not
 * @param isChange whether anything is to be written
 * @param before the item as it is, null if there is none
 * @param after the item as it will be, null if there will be none
 * @param returned what the request asked for
 */
record Evaluation(
    Outcome outcome,
    boolean isChange,
    @Nullable Item before,
    @Nullable Item after,
    Optional<Item> returned) {

  /** An item that becomes another one, comes or goes. */
  static Evaluation changed(@Nullable Item before, @Nullable Item after, Optional<Item> returned) {
    return new Evaluation(Outcome.APPLIED, true, before, after, returned);
  }

  /** An item that stays as it is, and why. */
  static Evaluation unchanged(Outcome outcome, @Nullable Item item, Optional<Item> returned) {
    return new Evaluation(outcome, false, item, item, returned);
  }
}
