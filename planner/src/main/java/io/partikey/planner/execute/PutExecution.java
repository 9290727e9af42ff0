package io.partikey.planner.execute;

import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.TransactionCanceledException;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.backend.WriteRequest.Put.IfExists;
import io.partikey.engine.backend.WriteResult;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.LiteralText;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.table.KeyRules;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.plan.WritePlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts items of a statement: one as a write, several as one atomic write. */
final class PutExecution {
  private final ExecutionContext context;
  private final TableDescription table;
  private final IfExists ifExists;

  PutExecution(ExecutionContext context, TableDescription table, IfExists ifExists) {
    this.context = context;
    this.table = table;
    this.ifExists = ifExists;
  }

  /** Puts the items that the statement gives. */
  WriteSummary put(WritePlan.PutItems plan) {
    Environment environment = Environment.of(context.parameters());
    List<Item> items = new ArrayList<>(plan.items().size());
    for (Expression item : plan.items()) {
      items.add(asItem(item.evaluate(environment)));
    }
    return put(items);
  }

  /** Puts the rows of the statement's query. */
  WriteSummary put(WritePlan.PutRows plan) {
    @Nullable List<String> names = plan.names();
    List<Item> items = new ArrayList<>();
    for (PlanRow row : SourceRows.of(context, plan.source())) {
      items.add(names == null ? asItem(row.get(0)) : named(names, row));
    }
    return put(items);
  }

  private static Item named(List<String> names, PlanRow row) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      @Nullable AttributeValue value = row.get(i);
      if (value != null) {
        attributes.put(names.get(i), value);
      }
    }
    return new Item(attributes);
  }

  private static Item asItem(@Nullable AttributeValue value) {
    if (value instanceof MapValue map) {
      return new Item(map.members());
    }
    throw new EngineException(
        ErrorCode.WRONG_TYPE,
        "An item is a map of attributes, for example {'id': 'a'}, not "
            + (value == null ? "MISSING" : LiteralText.of(value))
            + ".");
  }

  private WriteSummary put(List<Item> items) {
    if (items.isEmpty()) {
      return WriteSummary.NOTHING;
    }
    if (items.size() == 1) {
      return putOne(items.get(0));
    }
    refuseRepeatedKeys(items);
    try {
      return WriteSummary.of(
          context.request().items().writeAtomically(items.stream().map(this::request).toList()));
    } catch (TransactionCanceledException canceled) {
      if (canceled.reasons().stream().anyMatch(reason -> isDuplicate(reason.code()))) {
        throw duplicate(canceled);
      }
      throw canceled;
    }
  }

  private WriteSummary putOne(Item item) {
    WriteResult result = context.request().items().write(request(item));
    if (result.outcome() == WriteResult.Outcome.DUPLICATE) {
      throw duplicate(null);
    }
    return WriteSummary.of(List.of(result));
  }

  private WriteRequest request(Item item) {
    return new WriteRequest.Put(table.name(), item, ifExists, null, ReturnValues.NONE);
  }

  private void refuseRepeatedKeys(List<Item> items) {
    Set<ItemKey> keys = new HashSet<>();
    for (Item item : items) {
      if (!keys.add(KeyRules.checkPut(table, item))) {
        throw duplicate(null);
      }
    }
  }

  private static boolean isDuplicate(String reason) {
    return reason.equals("DuplicateItem");
  }

  private static EngineException duplicate(@Nullable Throwable cause) {
    return new EngineException(
        ErrorCode.DUPLICATE_ITEM, "Duplicate primary key exists in table", null, cause);
  }
}
