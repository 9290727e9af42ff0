package io.partikey.planner.search.key;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.item.NumberValue;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.KeyGet;
import io.partikey.planner.plan.KeyedUnion;
import io.partikey.planner.plan.MultiGet;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.plan.Query;
import io.partikey.planner.plan.RowLayout;
import io.partikey.planner.plan.Scan;
import io.partikey.planner.search.cost.AccessCost;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Makes the plan node of an access path. Its columns are those of the source. */
public final class AccessNodes {
  private final TableSource source;
  private final RowLayout layout;

  /** Nodes for the paths of a source. */
  public AccessNodes(TableSource source) {
    this.source = source;
    this.layout = new RowLayout(source.attributes(), source.wholeItem(), alias(source));
  }

  private static @Nullable String alias(TableSource source) {
    String alias = source.alias();
    boolean named =
        alias.equals(source.table().name())
            || (source.namedIndex() != null && alias.equals(source.namedIndex().name()));
    return named ? null : alias;
  }

  /**
   * The node that reads through a path.
   *
   * @param order an order that the path delivers
   * @param limit most rows to return, null for all; only where the path takes a limit
   */
  public Access node(AccessPath path, AccessOrder order, @Nullable Expression limit) {
    KeyCondition key = path.key();
    @Nullable Expression residual = path.residual().isEmpty() ? null : Logical.and(path.residual());
    PlanCost cost = cost(path, order, limit);
    return switch (path.kind()) {
      case GET ->
          new KeyGet(
              source.table(),
              key.partitions().get(0).get(0),
              key.sorts().isEmpty() ? null : key.sorts().get(0),
              layout,
              residual,
              cost);
      case MULTI_GET ->
          new MultiGet(
              source.table(), key.partitions().get(0), key.sorts(), layout, residual, cost);
      case QUERY ->
          new Query(
              source.table(),
              path.index(),
              path.index() != null && source.namedIndex() == null,
              partitions(key, order),
              key.range(),
              order.ascending(),
              order.merged(),
              path.fetch(),
              limit,
              layout,
              residual,
              cost);
      case UNION -> new KeyedUnion(source.table(), branches(path), layout, cost);
      case SCAN ->
          new Scan(source.table(), path.index(), path.fetch(), limit, layout, residual, cost);
    };
  }

  private List<Access> branches(AccessPath path) {
    return path.branches().stream().map(branch -> node(branch, AccessOrder.NATURAL, null)).toList();
  }

  private static List<List<Expression>> partitions(KeyCondition key, AccessOrder order) {
    if (!order.partitionsDescending()) {
      return key.partitions();
    }
    List<Expression> reversed = new ArrayList<>(key.partitions().get(0));
    Collections.reverse(reversed);
    return List.of(reversed);
  }

  /**
   * What a path with a limit costs; a limit that is not known does not count. Collections that are
   * merged are each read up to the limit.
   */
  public PlanCost cost(AccessPath path, AccessOrder order, @Nullable Expression limit) {
    OptionalDouble known = known(limit);
    int unforced = path.isKeyed() || source.scanAllowed() ? 0 : 1;
    if (known.isEmpty()) {
      return cost(unforced, path.cost(), path.cost().rows());
    }
    double read = known.getAsDouble() * (order.merged() ? path.key().collections() : 1);
    AccessCost cost = path.costOfFirst(read);
    return cost(unforced, cost, Math.min(cost.rows(), known.getAsDouble()));
  }

  private static PlanCost cost(int unforced, AccessCost cost, double rows) {
    return new PlanCost(unforced, cost.readUnits(), rows, cost.rowsRead());
  }

  /** The number that a limit is, if it is a literal. */
  public static OptionalDouble known(@Nullable Expression limit) {
    return limit instanceof Literal literal && literal.value() instanceof NumberValue number
        ? OptionalDouble.of(number.value().doubleValue())
        : OptionalDouble.empty();
  }
}
