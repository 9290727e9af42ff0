package io.partikey.planner.dynamodb.select;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.dynamodb.mistake.Mistake;
import io.partikey.planner.dynamodb.mistake.MistakeException;
import io.partikey.planner.dynamodb.mistake.Stage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT of DynamoDB's dialect: what it reads, and how DynamoDB goes about it. Immutable.
 *
 * <p>Its text was looked at when it was made; {@link #check} looks at the values of its parameters.
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
    this.fetches = index != null && new UnprojectedAttributes(table, index).lacks(columns);
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
   */
  static DynamoDbSelect of(
      TableDescription table,
      @Nullable IndexDescription index,
      @Nullable Expression condition,
      List<Expression> columns,
      boolean consistent) {
    return new DynamoDbSelect(table, index, condition, columns, null, consistent);
  }

  /**
   * This SELECT in an order.
   *
   * @param orderBy the terms of ORDER BY, all of them key attributes
   */
  DynamoDbSelect orderedBy(List<KeyOrder.Term> orderBy) {
    return new DynamoDbSelect(
        table, index, condition, columns, KeyOrder.of(orderBy, key()), consistent);
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
   * @throws MistakeException with DynamoDB's message
   */
  public void check(Parameters parameters) {
    MistakeException.raise(mistake(parameters));
  }

  /** What is wrong with the statement for the values of its parameters. */
  Optional<Mistake> mistake(Parameters parameters) {
    Environment values = Environment.of(parameters);
    boolean scan = reads.isScan(values);
    return ofKeys(scan, values)
        .or(() -> ordered ? ofOrder(scan, values) : Optional.empty())
        .or(() -> scan ? Optional.empty() : ofReads(values));
  }

  /** What is wrong with the values that key attributes are compared with. */
  Optional<Mistake> ofKeys(Parameters parameters) {
    Environment values = Environment.of(parameters);
    return ofKeys(reads.isScan(values), values);
  }

  private Optional<Mistake> ofKeys(boolean scan, Environment values) {
    Optional<Mistake> mistake = scan ? Optional.empty() : reads.ofKeys(values);
    return mistake.isEmpty() && condition != null
        ? new KeyOperands(values, key(), table.key()).of(condition)
        : mistake;
  }

  private Optional<Mistake> ofOrder(boolean scan, Environment values) {
    if (scan) {
      return Optional.of(orderOfScan());
    }
    return reads.partitions(values) > 1 && !order.namesPartition()
        ? Optional.of(
            Mistake.of(
                Stage.ORDER_OF_PARTITIONS,
                ErrorCode.VALIDATION,
                "Must have hash key in ORDER BY clause when more than one hash key condition"
                    + " specified in WHERE clause."))
        : Optional.empty();
  }

  /** A scan has no order. */
  static Mistake orderOfScan() {
    return Mistake.of(
        Stage.ORDER_OF_SCAN,
        ErrorCode.VALIDATION,
        "Must have at least one non-optional hash key condition in WHERE clause when using ORDER"
            + " BY clause.");
  }

  private Optional<Mistake> ofReads(Environment values) {
    Optional<Mistake> mistake = reads.of(values);
    return mistake.isEmpty() && index != null
        ? new UnprojectedAttributes(table, index).ofFilters(reads.branches(), values)
        : mistake;
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
