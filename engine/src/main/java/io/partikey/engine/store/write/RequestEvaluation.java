package io.partikey.engine.store.write;

import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.backend.WriteResult.Outcome;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.BoundExpression;
import io.partikey.engine.expression.ItemUpdate;
import io.partikey.engine.expression.UpdateAction;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.item.ItemLimits;
import io.partikey.engine.table.KeyRules;
import io.partikey.engine.table.TableDescription;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what requests make of items: checks, conditions, updates, and what they return. Pure. */
final class RequestEvaluation {
  private RequestEvaluation() {}

  /**
   * The key of the item that a request names; checks all that can be checked without the item.
   *
   * @throws EngineException if the request is invalid
   */
  static ItemKey check(TableDescription table, WriteRequest request) {
    if (request instanceof WriteRequest.Put put) {
      ItemKey key = KeyRules.checkPut(table, put.item());
      ItemLimits.checkPut(put.item());
      return key;
    }
    if (request instanceof WriteRequest.Update update) {
      KeyRules.checkKey(table, update.key());
      return update.key();
    }
    ItemKey key =
        request instanceof WriteRequest.Delete delete
            ? delete.key()
            : ((WriteRequest.Check) request).key();
    KeyRules.checkKey(table, key);
    return key;
  }

  /**
   * What a request that was checked makes of the item as it is, null for none.
   *
   * @throws EngineException if what it makes is invalid
   */
  static Evaluation evaluate(TableDescription table, WriteRequest request, @Nullable Item before) {
    if (before == null && isOfExistingItem(request)) {
      return Evaluation.unchanged(Outcome.NOT_FOUND, null, Optional.empty());
    }
    boolean duplicate =
        before != null
            && request instanceof WriteRequest.Put put
            && put.ifExists() == WriteRequest.Put.IfExists.FAIL;
    if (duplicate) {
      return Evaluation.unchanged(Outcome.DUPLICATE, before, Optional.ofNullable(before));
    }
    @Nullable BoundExpression condition = request.condition();
    if (condition != null && !condition.isTrue(before == null ? Item.EMPTY : before)) {
      return Evaluation.unchanged(Outcome.CONDITION_FAILED, before, Optional.ofNullable(before));
    }
    if (request instanceof WriteRequest.Put put) {
      return put(table, put, before);
    }
    if (before != null && request instanceof WriteRequest.Update update) {
      return update(table, update, before);
    }
    if (before != null && request instanceof WriteRequest.Delete delete) {
      boolean wanted = delete.returnValues() == ReturnValues.ALL_OLD;
      return Evaluation.changed(before, null, wanted ? Optional.of(before) : Optional.empty());
    }
    return Evaluation.unchanged(Outcome.APPLIED, before, Optional.empty());
  }

  private static boolean isOfExistingItem(WriteRequest request) {
    return request instanceof WriteRequest.Update || request instanceof WriteRequest.Delete;
  }

  private static Evaluation put(
      TableDescription table, WriteRequest.Put put, @Nullable Item before) {
    Item after = put.item();
    if (before != null && put.ifExists() == WriteRequest.Put.IfExists.MERGE) {
      Map<String, AttributeValue> merged = new LinkedHashMap<>(before.attributes());
      merged.putAll(put.item().attributes());
      after = new Item(merged);
      KeyRules.checkUpdated(table, before, after);
      ItemLimits.checkUpdated(after);
    }
    Item old = before == null ? Item.EMPTY : before;
    Item returned =
        switch (put.returnValues()) {
          case NONE -> Item.EMPTY;
          case ALL_OLD -> old;
          case ALL_NEW -> after;
          case MODIFIED_OLD -> named(put.item(), table, old);
          case MODIFIED_NEW -> named(put.item(), table, after);
        };
    return Evaluation.changed(before, after, present(returned));
  }

  private static Evaluation update(
      TableDescription table, WriteRequest.Update request, Item before) {
    // The condition goes first: an item that does not meet it is not updated, whatever to.
    KeyRules.checkTargets(table, request.actions().stream().map(UpdateAction::target).toList());
    ItemUpdate update = ItemUpdate.of(before, request.actions(), request.parameters());
    KeyRules.checkUpdated(table, before, update.after());
    ItemLimits.checkUpdated(update.after());
    Item returned =
        switch (request.returnValues()) {
          case NONE -> Item.EMPTY;
          case ALL_OLD -> before;
          case ALL_NEW -> update.after();
          case MODIFIED_OLD -> update.modifiedOld();
          case MODIFIED_NEW -> update.modifiedNew();
        };
    return Evaluation.changed(before, update.after(), present(returned));
  }

  private static Item named(Item names, TableDescription table, Item item) {
    Map<String, AttributeValue> selected = new LinkedHashMap<>();
    names
        .attributes()
        .keySet()
        .forEach(
            name -> {
              @Nullable AttributeValue value = item.get(name);
              if (value != null && !table.key().contains(name)) {
                selected.put(name, value);
              }
            });
    return new Item(selected);
  }

  private static Optional<Item> present(Item item) {
    return item.attributes().isEmpty() ? Optional.empty() : Optional.of(item);
  }

  /** The error of a request that names the same item as another one of the same call. */
  static EngineException repeatedItem() {
    return new EngineException(
        ErrorCode.VALIDATION, "Transaction request cannot include multiple operations on one item");
  }
}
