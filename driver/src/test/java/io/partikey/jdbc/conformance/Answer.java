package io.partikey.jdbc.conformance;

import io.partikey.engine.item.Item;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a step was answered.
 *
 * @param items the items of all pages, null if it failed or was no single statement
 * @param pageSizes how many items each page had
 * @param more whether the last page has a token
 * @param responses the answers to the statements of a batch or transaction
 * @param error why it failed as a whole
 */
record Answer(
    @Nullable List<Item> items,
    List<Integer> pageSizes,
    boolean more,
    @Nullable List<Response> responses,
    @Nullable Failure error) {

  /** One statement's part of an answer. */
  record Response(Optional<String> tableName, Optional<Item> item, Optional<Failure> error) {}

  /** An error: of the whole, of a statement in a batch, or a reason why a transaction failed. */
  record Failure(
      String code, String message, Optional<Item> item, @Nullable List<Failure> reasons) {
    Failure(String code, String message) {
      this(code, message, Optional.empty(), null);
    }
  }

  static Answer of(List<Item> items) {
    return new Answer(items, List.of(items.size()), false, null, null);
  }

  static Answer of(Failure error) {
    return new Answer(null, List.of(), false, null, error);
  }
}
