package io.partikey.planner.service;

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
 * A SELECT of the service's dialect: what it reads, and how the service goes about it. Immutable.
 *
 * <p>It is checked when it is made as far as its text goes, and with {@link #check} for the values
 * of its parameters.
 */
public final class ServiceSelect {
  private final TableDescription table;
  private final @Nullable IndexDescription index;
  private final @Nullable Expression condition;
  private final List<Expression> columns;
  private final boolean consistent;
  private final boolean fetches;
  private final boolean ordered;
  private final ServiceOrder order;
  private final ServiceReads reads;

  private ServiceSelect(
      TableDescription table,
      @Nullable IndexDescription index,
      @Nullable Expression condition,
      List<Expression> columns,
      List<ServiceOrder.Term> orderBy,
      boolean consistent) {
    this.table = table;
    this.index = index;
    this.condition = condition;
    this.columns = List.copyOf(columns);
    this.consistent = consistent;
    KeySchema key = index == null ? table.key() : index.key();
    this.fetches = index != null && new IndexRules(table, index).fetches(columns);
    this.ordered = !orderBy.isEmpty();
    this.order = ordered ? ServiceOrder.of(orderBy, key) : ServiceOrder.UNORDERED;
    this.reads = ServiceReads.of(condition, key);
  }

  /**
   * A SELECT from a table or index.
   *
   * @param condition the condition over attributes by name, null without one
   * @param columns what is shown of each item, none for all that it has
   * @param orderBy the terms of ORDER BY, all of them key attributes
   * @param consistent whether it must see every write acknowledged before it
   * @throws EngineException with the service's message if the index cannot answer it
   */
  public static ServiceSelect of(
      TableDescription table,
      @Nullable IndexDescription index,
      @Nullable Expression condition,
      List<Expression> columns,
      List<ServiceOrder.Term> orderBy,
      boolean consistent) {
    if (consistent && index != null && index.kind() == IndexDescription.IndexKind.GLOBAL) {
      throw new EngineException(
          ErrorCode.VALIDATION,
          "Strongly consistent read is not supported on Global Secondary Indexes");
    }
    ServiceSelect select = new ServiceSelect(table, index, condition, columns, orderBy, consistent);
    if (select.ordered && !select.isKeyed()) {
      select.checkOrder(true, 0);
    }
    return select;
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
   * @throws EngineException with the service's message
   */
  public void check(Parameters parameters) {
    Environment values = Environment.of(parameters);
    boolean scan = reads.isScan(values);
    if (ordered) {
      checkOrder(scan, reads.partitions(values));
    }
    if (!scan) {
      reads.check(values);
    }
    if (condition != null) {
      KeySchema key = index == null ? table.key() : index.key();
      new KeyOperands(values, key, table.key()).check(condition);
    }
    if (!scan && index != null) {
      new IndexRules(table, index).checkFilters(reads.branches(), values);
    }
  }

  private void checkOrder(boolean scan, int partitions) {
    if (scan) {
      throw new EngineException(
          ErrorCode.VALIDATION,
          "Must have at least one non-optional hash key condition in WHERE clause when using ORDER"
              + " BY clause.");
    }
    if (partitions > 1 && !order.namesPartition()) {
      throw new EngineException(
          ErrorCode.VALIDATION,
          "Must have hash key in ORDER BY clause when more than one hash key condition specified"
              + " in WHERE clause.");
    }
  }

  /** The reads of a statement that is keyed, in the order that they are made in. */
  public List<KeyRead> reads(Parameters parameters) {
    return reads.reads(Environment.of(parameters), order);
  }

  /** The key of the one item that the whole condition names; empty where it is anything else. */
  public Optional<ItemKey> exactKey(Parameters parameters) {
    return asksNothingElse() ? key(parameters) : Optional.empty();
  }

  /**
   * The key of the one item that the condition names and asks something else of, as in EXISTS;
   * empty where it is anything else. A list of IN names no item here.
   */
  public Optional<ItemKey> checkedKey(Parameters parameters) {
    Optional<ItemKey> key = key(parameters);
    return asksNothingElse() || reads.branches().get(0).listed() ? Optional.empty() : key;
  }

  private boolean asksNothingElse() {
    return reads.branches().size() == 1
        && reads.branches().get(0).others().isEmpty()
        && reads.branches().get(0).keyFilters().isEmpty();
  }

  private Optional<ItemKey> key(Parameters parameters) {
    if (index != null || !reads.isKeyed() || reads.branches().size() != 1) {
      return Optional.empty();
    }
    Environment values = Environment.of(parameters);
    ServiceBranch branch = reads.branches().get(0);
    List<AttributeValue> partitions = branch.partitionValues(values);
    if (partitions.size() != 1) {
      return Optional.empty();
    }
    if (table.sortKey().isEmpty()) {
      return Optional.of(ItemKey.of(partitions.get(0)));
    }
    SortInterval sort = branch.interval(values);
    @Nullable AttributeValue value = sort.lower();
    return sort.isPoint() && value != null && !branch.isScan(values)
        ? Optional.of(ItemKey.of(partitions.get(0), value))
        : Optional.empty();
  }
}
