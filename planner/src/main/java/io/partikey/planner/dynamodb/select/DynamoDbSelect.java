package io.partikey.planner.dynamodb.select;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.TableDescription;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT of DynamoDB's dialect: what it reads, and how DynamoDB goes about it. Immutable.
 *
 * <p>It is checked when it is made as far as its text goes, and with {@link #check} for the values
 * of its parameters.
 */
public final class DynamoDbSelect {
  private final TableDescription table;
  private final @Nullable IndexDescription index;
  private final @Nullable Expression condition;
  private final List<Expression> columns;
  private final boolean consistent;
  private final boolean fetches;
  private final boolean ordered;
  private final KeyOrder order;
  private final BranchReads reads;

  private DynamoDbSelect(
      TableDescription table,
      @Nullable IndexDescription index,
      @Nullable Expression condition,
      List<Expression> columns,
      @Nullable KeyOrder order,
      boolean consistent) {
    this.table = table;
    this.index = index;
    this.condition = condition;
    this.columns = List.copyOf(columns);
    this.consistent = consistent;
    this.fetches = index != null && new UnprojectedAttributes(table, index).fetches(columns);
    this.ordered = order != null;
    this.order = order == null ? KeyOrder.UNORDERED : order;
    this.reads = BranchReads.of(condition, key());
  }

  /** The key that it is read by. */
  public KeySchema key() {
    return index == null ? table.key() : index.key();
  }

  /**
   * A SELECT from a table or index.
   *
   * @param condition the condition over attributes by name, null without one
   * @param columns what is shown of each item, none for all that it has
   * @param consistent whether it must see every write acknowledged before it
   * @throws EngineException with DynamoDB's message if the index cannot answer it
   */
  public static DynamoDbSelect of(
      TableDescription table,
      @Nullable IndexDescription index,
      @Nullable Expression condition,
      List<Expression> columns,
      boolean consistent) {
    if (consistent && index != null && index.kind() == IndexDescription.IndexKind.GLOBAL) {
      throw new EngineException(
          ErrorCode.VALIDATION,
          "Strongly consistent read is not supported on Global Secondary Indexes");
    }
    return new DynamoDbSelect(table, index, condition, columns, null, consistent);
  }

  /**
   * This SELECT in an order.
   *
   * @param orderBy the terms of ORDER BY, all of them key attributes
   */
  public DynamoDbSelect orderedBy(List<KeyOrder.Term> orderBy) {
    return new DynamoDbSelect(
        table, index, condition, columns, KeyOrder.of(orderBy, key()), consistent);
  }

  /**
   * Requires that it is read by a key: a scan has no order.
   *
   * @throws EngineException with DynamoDB's message
   */
  public void requireOrder() {
    if (!isKeyed()) {
      throw noOrder();
    }
  }

  /** The table. */
  public TableDescription table() {
    return table;
  }

  /** The index that is read, null for the table itself. */
  public @Nullable IndexDescription index() {
    return index;
  }

  /** The condition over attributes by name, null without one. */
  public @Nullable Expression condition() {
    return condition;
  }

  /** What is shown of each item, none for all that it has. */
  public List<Expression> columns() {
    return columns;
  }

  /** Whether it must see every write acknowledged before it, which costs double. */
  public boolean consistent() {
    return consistent;
  }

  /** Whether attributes that the index lacks are got from the table. */
  public boolean fetches() {
    return fetches;
  }

  /** Whether every branch of the condition names a partition, so that nothing is scanned. */
  public boolean isKeyed() {
    return reads.isKeyed();
  }

  /** Whether sort keys ascend. */
  public boolean ascending() {
    return order.sortAscending();
  }

  /**
   * Checks the statement for the values of its parameters.
   *
   * @throws EngineException with DynamoDB's message
   */
  public void check(Parameters parameters) {
    checkKeys(parameters);
    Environment values = Environment.of(parameters);
    boolean scan = reads.isScan(values);
    if (ordered) {
      checkOrder(scan, reads.partitions(values));
    }
    if (scan) {
      return;
    }
    reads.check(values);
    if (index != null) {
      new UnprojectedAttributes(table, index).checkFilters(reads.branches(), values);
    }
  }

  /**
   * Checks the values that key attributes are compared with.
   *
   * @throws EngineException with DynamoDB's message
   */
  public void checkKeys(Parameters parameters) {
    Environment values = Environment.of(parameters);
    if (!reads.isScan(values)) {
      reads.checkKeys(values);
    }
    if (condition != null) {
      new KeyOperands(values, key(), table.key()).check(condition);
    }
  }

  private void checkOrder(boolean scan, int partitions) {
    if (scan) {
      throw noOrder();
    }
    if (partitions > 1 && !order.namesPartition()) {
      throw new EngineException(
          ErrorCode.VALIDATION,
          "Must have hash key in ORDER BY clause when more than one hash key condition specified"
              + " in WHERE clause.");
    }
  }

  private static EngineException noOrder() {
    return new EngineException(
        ErrorCode.VALIDATION,
        "Must have at least one non-optional hash key condition in WHERE clause when using ORDER"
            + " BY clause.");
  }

  /** The reads of a statement that is keyed, in the order that they are made in. */
  public List<KeyRead> reads(Parameters parameters) {
    return reads.reads(Environment.of(parameters), order);
  }

  /** The key of the one item that the whole condition names; empty where it is anything else. */
  public Optional<ItemKey> exactKey(Parameters parameters) {
    Environment values = Environment.of(parameters);
    return asksNothingElse(values) ? key(values) : Optional.empty();
  }

  /** As {@link #exactKey}, where a list of IN names no item either. */
  public Optional<ItemKey> equalKey(Parameters parameters) {
    return exactKey(parameters).filter(key -> !reads.branches().get(0).listed());
  }

  /**
   * The key of the one item that the condition names and asks something else of, as in EXISTS;
   * empty where it is anything else. A list of IN names no item here.
   */
  public Optional<ItemKey> checkedKey(Parameters parameters) {
    Environment values = Environment.of(parameters);
    Optional<ItemKey> key = key(values);
    return asksNothingElse(values) || reads.branches().stream().anyMatch(Branch::listed)
        ? Optional.empty()
        : key;
  }

  private boolean asksNothingElse(Environment values) {
    return reads.branches().size() == 1
        && reads.branches().get(0).others().isEmpty()
        && !reads.branches().get(0).isScan(values);
  }

  private Optional<ItemKey> key(Environment values) {
    if (index != null || !reads.isKeyed() || reads.branches().size() != 1) {
      return Optional.empty();
    }
    Branch branch = reads.branches().get(0);
    List<AttributeValue> partitions = branch.partitionValues(values);
    if (partitions.size() != 1) {
      return Optional.empty();
    }
    if (table.sortKey().isEmpty()) {
      return Optional.of(ItemKey.of(partitions.get(0)));
    }
    List<AttributeValue> sorts = branch.sortPoints(values);
    return sorts.size() == 1
        ? Optional.of(ItemKey.of(partitions.get(0), sorts.get(0)))
        : Optional.empty();
  }
}
