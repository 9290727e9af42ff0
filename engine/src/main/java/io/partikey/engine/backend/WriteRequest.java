package io.partikey.engine.backend;

import io.partikey.engine.expression.BoundExpression;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.expression.UpdateAction;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One write of one item. A condition is evaluated on the item as it is before the write; where it
 * is not true nothing is written and the outcome is {@code CONDITION_FAILED}.
 */
public sealed interface WriteRequest {
  /** The table that is written. */
  String table();

  /** What must hold of the item as it is, null for nothing. */
  @Nullable BoundExpression condition();

  /** Stores a whole item. */
  record Put(
      String table,
      Item item,
      IfExists ifExists,
      @Nullable BoundExpression condition,
      ReturnValues returnValues)
      implements WriteRequest {

    /** What a put does where an item of the same key exists. */
    public enum IfExists {
      /** Refuses with the outcome {@code DUPLICATE}: INSERT. */
      FAIL,
      /** Replaces the item: REPLACE. */
      REPLACE,
      /** Sets the attributes given and keeps the others: UPSERT. */
      MERGE
    }

    /** An INSERT. */
    public static Put insert(String table, Item item) {
      return new Put(table, item, IfExists.FAIL, null, ReturnValues.NONE);
    }
  }

  /**
   * Changes attributes of an item that exists; of one that does not the outcome is {@code
   * NOT_FOUND}.
   *
   * @param parameters the values of the parameters in the actions
   */
  record Update(
      String table,
      ItemKey key,
      List<UpdateAction> actions,
      Parameters parameters,
      @Nullable BoundExpression condition,
      ReturnValues returnValues)
      implements WriteRequest {
    public Update {
      actions = List.copyOf(actions);
    }
  }

  /**
   * Removes an item. Of one that does not exist the outcome is {@code NOT_FOUND} and the condition
   * is not evaluated.
   */
  record Delete(
      String table, ItemKey key, @Nullable BoundExpression condition, ReturnValues returnValues)
      implements WriteRequest {}

  /** Writes nothing, but makes the writes beside it depend on a condition of an item. */
  record Check(String table, ItemKey key, BoundExpression condition) implements WriteRequest {}
}
