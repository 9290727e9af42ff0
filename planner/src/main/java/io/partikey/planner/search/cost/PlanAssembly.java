package io.partikey.planner.search.cost;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.bound.AggregateCall;
import io.partikey.planner.bound.ExpressionRewriter;
import io.partikey.planner.bound.SortKey;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.Aggregate;
import io.partikey.planner.plan.Distinct;
import io.partikey.planner.plan.Filter;
import io.partikey.planner.plan.Limit;
import io.partikey.planner.plan.LookupJoin;
import io.partikey.planner.plan.NoRows;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.Project;
import io.partikey.planner.plan.SemiLookup;
import io.partikey.planner.plan.SingleRow;
import io.partikey.planner.plan.Sort;
import io.partikey.planner.plan.TableCount;
import io.partikey.planner.plan.UnionAll;
import io.partikey.planner.plan.Unnest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes plan nodes with their costs. A node costs what its inputs cost and the rows that it handles
 * itself; only accesses cost read units.
 */
public final class PlanAssembly {
  /** The limit that tells whether there is a row at all. */
  public static final Expression ONE_ROW = new Literal(NumberValue.of(1));

  private PlanAssembly() {}

  /** Rows for which a condition holds. */
  public static PlanNode filter(PlanNode input, Expression condition) {
    double rows = input.cost().rows() * Selectivity.of(condition);
    return new Filter(input, condition, above(input, rows, input.cost().rows()));
  }

  /**
   * Rows computed from rows. An access that can make these columns itself does, and columns as they
   * are need no node.
   */
  public static PlanNode project(PlanNode input, List<Expression> expressions) {
    if (input instanceof Access access) {
      Optional<Access> narrowed = AccessLayout.of(access, expressions);
      if (narrowed.isPresent()) {
        return narrowed.get();
      }
    }
    if (input instanceof Limit limit && limit.input() instanceof Access access) {
      Optional<Access> narrowed = AccessLayout.of(access, expressions);
      if (narrowed.isPresent()) {
        return limit(narrowed.get(), limit.limit(), limit.offset());
      }
    }
    if (input instanceof Project inner
        && (areColumns(inner.expressions()) || areColumns(expressions))) {
      return project(inner.input(), onInputOf(inner, expressions));
    }
    double rows = input.cost().rows();
    return new Project(input, expressions, above(input, rows, rows));
  }

  private static boolean areColumns(List<Expression> expressions) {
    return expressions.stream().allMatch(ColumnReference.class::isInstance);
  }

  private static List<Expression> onInputOf(Project inner, List<Expression> expressions) {
    return expressions.stream()
        .map(each -> ExpressionRewriter.replaceColumns(each, inner.expressions()::get))
        .toList();
  }

  /** Rows in an order, the first of them where a limit is given. */
  public static PlanNode sort(PlanNode input, List<SortKey> keys, @Nullable Expression limit) {
    double rows = Cardinality.sliced(input.cost().rows(), numberOr(limit, Double.MAX_VALUE), 0);
    PlanCost cost = above(input, rows, Cardinality.comparisons(input.cost().rows()));
    return new Sort(input, keys, limit, cost);
  }

  /** Some of the rows. A sort below keeps no more rows than are needed. */
  public static PlanNode limit(
      PlanNode input, @Nullable Expression limit, @Nullable Expression offset) {
    if (input instanceof Sort sort && sort.limit() == null && limit != null && offset == null) {
      return sort(sort.input(), sort.keys(), limit);
    }
    double rows =
        Cardinality.sliced(
            input.cost().rows(), numberOr(limit, Double.MAX_VALUE), numberOr(offset, 0));
    return new Limit(input, limit, offset, above(input, rows, rows));
  }

  /** One row for each group. */
  public static PlanNode aggregate(
      PlanNode input, List<Expression> keys, List<AggregateCall> calls) {
    double rows = Cardinality.groups(input.cost().rows(), keys.size());
    return new Aggregate(input, keys, calls, above(input, rows, input.cost().rows()));
  }

  /** Rows without repetition. */
  public static PlanNode distinct(PlanNode input, int width) {
    double rows = Cardinality.groups(input.cost().rows(), width);
    return new Distinct(input, above(input, rows, input.cost().rows()));
  }

  /** Rows of several inputs. */
  public static PlanNode unionAll(List<PlanNode> branches) {
    PlanCost sum = PlanCost.ZERO;
    for (PlanNode branch : branches) {
      sum = plus(sum, branch.cost());
    }
    return new UnionAll(branches, sum);
  }

  /** Rows with the elements of a collection. */
  public static PlanNode unnest(
      PlanNode input, Expression collection, boolean withPosition, boolean keepEmpty) {
    double rows = Cardinality.unnested(input.cost().rows());
    return new Unnest(input, collection, withPosition, keepEmpty, above(input, rows, rows));
  }

  /** Outer rows with what an access finds for each. */
  public static PlanNode lookup(PlanNode outer, Access inner, boolean keepOuter) {
    double rows = LookupCost.joined(outer.cost().rows(), inner.cost().rows(), keepOuter);
    return new LookupJoin(outer, inner, keepOuter, LookupCost.of(outer.cost(), inner.cost(), rows));
  }

  /** Outer rows for which an access finds a row, or none. */
  public static PlanNode semiLookup(PlanNode outer, Access inner, boolean negated) {
    double rows = LookupCost.matched(outer.cost().rows());
    return new SemiLookup(outer, inner, negated, LookupCost.of(outer.cost(), inner.cost(), rows));
  }

  /** No rows. */
  public static PlanNode noRows(int width) {
    return new NoRows(width, PlanCost.ZERO);
  }

  /** One row without columns. */
  public static PlanNode singleRow() {
    return new SingleRow(new PlanCost(0, 0, 1, 1));
  }

  /** The number of items of a table or index. */
  public static PlanNode tableCount(TableDescription table, @Nullable IndexDescription index) {
    return new TableCount(table, index, new PlanCost(0, 0, 1, 1));
  }

  private static PlanCost above(PlanNode input, double rows, double ownWork) {
    PlanCost cost = input.cost();
    return new PlanCost(cost.unforcedScans(), cost.readUnits(), rows, cost.work() + ownWork);
  }

  private static PlanCost plus(PlanCost a, PlanCost b) {
    return new PlanCost(
        a.unforcedScans() + b.unforcedScans(),
        a.readUnits() + b.readUnits(),
        a.rows() + b.rows(),
        a.work() + b.work());
  }

  private static double numberOr(@Nullable Expression expression, double unknown) {
    return expression instanceof Literal literal && literal.value() instanceof NumberValue number
        ? number.value().doubleValue()
        : unknown;
  }
}
