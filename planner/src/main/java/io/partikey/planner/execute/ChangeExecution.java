package io.partikey.planner.execute;

import io.partikey.engine.backend.ConditionFailedException;
import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.TransactionCanceledException;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.backend.WriteResult;
import io.partikey.engine.backend.WriteSetSize;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.BoundExpression;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.item.MemorySize;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.mode.Mode;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.WritePlan;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Changes or removes the items of a statement: one of a known key as a write, those that a query
 * finds as one atomic write.
 *
 * <pre>
 * one item                 SQL        DynamoDB's dialect
 * UPDATE, no item          count 0    condition failed
 * DELETE, no item          count 0    count 0
 * condition does not hold  count 0    condition failed
 * </pre>
 */
final class ChangeExecution {
  /** How often the items are looked for before other connections are said to be in the way. */
  private static final int ATTEMPTS = 5;

  /** How often a write holds its key: as it is, and as those of its rows. */
  private static final int KEYS_OF_A_WRITE = 3;

  private final ExecutionContext context;
  private final TableDescription table;
  private final WritePlan.Target target;
  private final boolean update;
  private final Function<ItemKey, WriteRequest> request;

  private ChangeExecution(
      ExecutionContext context,
      TableDescription table,
      WritePlan.Target target,
      boolean update,
      Function<ItemKey, WriteRequest> request) {
    this.context = context;
    this.table = table;
    this.target = target;
    this.update = update;
    this.request = request;
  }

  /** The execution of an update or a delete. */
  static ChangeExecution of(WritePlan plan, ExecutionContext context) {
    String table = plan.table().name();
    if (plan instanceof WritePlan.UpdateItems node) {
      @Nullable BoundExpression condition = bound(node.condition(), context);
      return new ChangeExecution(
          context,
          node.table(),
          node.target(),
          true,
          key ->
              new WriteRequest.Update(
                  table, key, node.actions(), context.parameters(), condition, node.returning()));
    }
    WritePlan.DeleteItems node = (WritePlan.DeleteItems) plan;
    @Nullable BoundExpression condition = bound(node.condition(), context);
    ReturnValues returning = node.returning();
    return new ChangeExecution(
        context,
        node.table(),
        node.target(),
        false,
        key -> new WriteRequest.Delete(table, key, condition, returning));
  }

  private static @Nullable BoundExpression bound(
      @Nullable Expression condition, ExecutionContext context) {
    return condition == null ? null : new BoundExpression(condition, context.parameters());
  }

  /** The one write of a statement that names a key; empty where no item can have it. */
  Optional<WriteRequest> single() {
    @Nullable Expression partition = target.partition();
    return partition == null
        ? Optional.empty()
        : Optional.ofNullable(
                new KeyEvaluator(context, PlanRow.EMPTY).key(table, partition, target.sort()))
            .map(request);
  }

  WriteSummary run() {
    @Nullable Expression partition = target.partition();
    if (partition != null) {
      @Nullable ItemKey key =
          new KeyEvaluator(context, PlanRow.EMPTY).key(table, partition, target.sort());
      return key == null ? notFound() : changeOne(key);
    }
    @Nullable PlanNode source = target.source();
    if (source == null) {
      throw new IllegalStateException("a target has a key or a source");
    }
    return changeAll(source);
  }

  private WriteSummary changeOne(ItemKey key) {
    WriteResult result =
        context.request().items().write(request.apply(key), context.cancellation());
    return switch (result.outcome()) {
      case APPLIED -> WriteSummary.of(List.of(result));
      case NOT_FOUND -> notFound().plus(result.consumed());
      case CONDITION_FAILED, DUPLICATE -> {
        refuseFailed(result.returned().orElse(null));
        yield WriteSummary.of(List.of(result));
      }
    };
  }

  private WriteSummary notFound() {
    if (update) {
      refuseFailed(null);
    }
    return WriteSummary.NOTHING;
  }

  private void refuseFailed(@Nullable Item item) {
    if (context.mode().failedCondition() == Mode.FailedCondition.IS_AN_ERROR) {
      throw new ConditionFailedException(item);
    }
  }

  private WriteSummary changeAll(PlanNode source) {
    for (int attempt = 1; ; attempt++) {
      List<WriteRequest> requests = keys(source).stream().map(request).toList();
      if (requests.isEmpty()) {
        return WriteSummary.NOTHING;
      }
      if (requests.size() == 1) {
        // What it found has changed since where this is not applied: as if it ran a moment later.
        return WriteSummary.of(
            List.of(context.request().items().write(requests.get(0), context.cancellation())));
      }
      try {
        return WriteSummary.of(
            context.request().items().writeAtomically(requests, context.cancellation()));
      } catch (TransactionCanceledException canceled) {
        refuseUnlessOvertaken(canceled, attempt);
        context.forgetSnapshot();
      }
    }
  }

  private Set<ItemKey> keys(PlanNode source) {
    Set<ItemKey> keys = new LinkedHashSet<>();
    WriteSetSize size = new WriteSetSize();
    SourceRows.forEach(
        context,
        source,
        row -> {
          if (row.get(0) instanceof MapValue item) {
            ItemKey key = IndexEntries.keyOf(table, new Item(item.members()));
            if (keys.add(key)) {
              size.add(WriteSetSize.WRITE_BYTES + KEYS_OF_A_WRITE * MemorySize.of(key));
            }
          }
        });
    return keys;
  }

  private static void refuseUnlessOvertaken(TransactionCanceledException canceled, int attempt) {
    boolean overtaken =
        canceled.reasons().stream()
            .map(TransactionCanceledException.Reason::code)
            .allMatch(code -> code.equals("None") || code.equals("ConditionalCheckFailed"));
    if (!overtaken) {
      throw canceled;
    }
    if (attempt == ATTEMPTS) {
      throw new EngineException(
          ErrorCode.TRANSACTION_CONFLICT,
          "Other connections changed the items of this statement "
              + ATTEMPTS
              + " times while it ran. Try again.",
          canceled);
    }
  }
}
