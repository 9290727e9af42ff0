package io.partikey.planner.execute;

import static java.util.Objects.requireNonNull;

import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.TransactionCanceledException;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.backend.WriteRequest.Put.IfExists;
import io.partikey.engine.backend.WriteResult;
import io.partikey.engine.backend.WriteSetSize;
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
import io.partikey.planner.mode.Mode;
import io.partikey.planner.plan.WritePlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** The one write of a statement that gives one item; empty where it gives several. */
  Optional<WriteRequest> single(WritePlan.PutItems plan) {
    return plan.items().size() == 1
        ? Optional.of(
            request(asItem(plan.items().get(0).evaluate(Environment.of(context.parameters())))))
        : Optional.empty();
  }

  /** Puts the rows of the statement's query. */
  WriteSummary put(WritePlan.PutRows plan) {
    @Nullable List<String> names = plan.names();
    List<Item> items = new ArrayList<>();
    WriteSetSize size = new WriteSetSize();
    SourceRows.forEach(
        context,
        plan.source(),
        row -> {
          size.add(WriteSetSize.WRITE_BYTES + row.memoryBytes());
          items.add(names == null ? asItem(row.get(0)) : named(names, row));
        });
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
          context
              .request()
              .items()
              .writeAtomically(items.stream().map(this::request).toList(), context.cancellation()));
    } catch (TransactionCanceledException canceled) {
      for (int i = 0; i < items.size(); i++) {
        if (canceled.reasons().get(i).code().equals("DuplicateItem")) {
          throw duplicate(items.get(i), "is in table " + table.name() + " already", canceled);
        }
      }
      throw canceled;
    }
  }

  private WriteSummary putOne(Item item) {
    WriteResult result = context.request().items().write(request(item), context.cancellation());
    if (result.outcome() == WriteResult.Outcome.DUPLICATE) {
      throw duplicate(item, "is in table " + table.name() + " already", null);
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
        throw duplicate(item, "is given twice", null);
      }
    }
  }

  private EngineException duplicate(Item item, String what, @Nullable Throwable cause) {
    String message =
        context.mode().wording() == Mode.Wording.DYNAMODB
            ? "Duplicate primary key exists in table"
            : "An item with the key %s %s. UPSERT INTO merges with it, REPLACE INTO replaces it."
                .formatted(keyText(item), what);
    return new EngineException(ErrorCode.DUPLICATE_ITEM, message, null, cause);
  }

  private String keyText(Item item) {
    return table.key().attributes().stream()
        .map(key -> key.name() + " = " + LiteralText.of(requireNonNull(item.get(key.name()))))
        .collect(Collectors.joining(", "));
  }
}
