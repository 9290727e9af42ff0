package io.partikey.planner.search;

import static io.partikey.engine.table.Projection.KEYS_ONLY;

import io.partikey.engine.error.StatementPosition;
import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.IndexDescription.IndexKind;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.TableDescription;
import io.partikey.engine.table.TableStatistics;
import io.partikey.engine.table.TableStatistics.Counts;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.bound.AggregateCall;
import io.partikey.planner.bound.AggregateCall.AggregateFunction;
import io.partikey.planner.bound.Aggregation;
import io.partikey.planner.bound.BoundQuery;
import io.partikey.planner.bound.Deduplication;
import io.partikey.planner.bound.Join;
import io.partikey.planner.bound.Ordering;
import io.partikey.planner.bound.Projection;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.SemiJoin;
import io.partikey.planner.bound.Slice;
import io.partikey.planner.bound.SortKey;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.bound.Union;
import io.partikey.planner.bound.Unnesting;
import io.partikey.planner.search.context.SearchContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Statements of the common shapes on a table that does not exist, to load the search with and to
 * have it compiled.
 */
final class WarmUp {
  /** How often each is planned: enough for the first compiler of the JVM. */
  private static final int ROUNDS = 20;

  private static final Expression PARTITION = new ColumnReference(0);
  private static final Expression SORT = new ColumnReference(1);
  private static final Expression OTHER = new ColumnReference(2);
  private static final TableSource SOURCE = source();
  private static final Relation COLLECTION = where(equal(PARTITION, new Parameter(0)));

  private WarmUp() {}

  /** Plans them all. */
  static void run(PlanSearch search) {
    TableStatistics counts = new TableStatistics(Counts.NONE, Map.of());
    SearchContext context = new SearchContext(PlannerSettings.DEFAULT, name -> counts, true);
    for (int round = 0; round < ROUNDS; round++) {
      for (Relation shape : shapes()) {
        search.plan(new BoundQuery(shape, List.of(), 1), context);
      }
    }
  }

  private static List<Relation> shapes() {
    Expression limit = new Literal(NumberValue.of(1));
    AggregateCall count = new AggregateCall(AggregateFunction.COUNT, null, false, null);
    Expression next = equal(OTHER, new ColumnReference(3));
    return List.of(
        where(equal(PARTITION, new Parameter(0)), equal(SORT, new Parameter(0))),
        COLLECTION,
        new Slice(ordered(COLLECTION, SORT), limit, null),
        new Slice(ordered(COLLECTION, OTHER), limit, limit),
        where(equal(OTHER, new Parameter(0)), greater(SORT)),
        where(
            new Logical(
                Logical.Operator.OR,
                List.of(
                    equal(PARTITION, new Parameter(0)),
                    new Logical(
                        Logical.Operator.AND,
                        List.of(equal(OTHER, new Parameter(0)), greater(SORT)))))),
        new Projection(COLLECTION, List.of(equal(SORT, OTHER))),
        new Aggregation(COLLECTION, List.of(OTHER), List.of(count)),
        new Aggregation(SOURCE, List.of(), List.of(count)),
        new Deduplication(COLLECTION),
        new Union(List.of(COLLECTION, COLLECTION)),
        new Unnesting(COLLECTION, OTHER, false, false),
        new Join(Join.Kind.INNER, COLLECTION, SOURCE, List.of(next)),
        new Join(Join.Kind.LEFT, COLLECTION, SOURCE, List.of(next)),
        new SemiJoin(COLLECTION, SOURCE, List.of(next), false));
  }

  private static TableSource source() {
    KeyAttribute partition = new KeyAttribute("p", AttributeType.S);
    KeyAttribute sort = new KeyAttribute("s", AttributeType.N);
    KeyAttribute other = new KeyAttribute("o", AttributeType.S);
    IndexDescription index =
        IndexDescription.active(
            "i", IndexKind.GLOBAL, new KeySchema(List.of(other), List.of(sort)), KEYS_ONLY);
    TableDescription table =
        new TableDescription(
            "t",
            new KeySchema(List.of(partition), List.of(sort)),
            List.of(index),
            List.of(),
            Optional.empty(),
            1);
    return new TableSource(
        table, null, "t", List.of("p", "s", "o"), false, false, new StatementPosition(1, 1, 0));
  }

  private static Relation where(Expression... conjuncts) {
    return new Selection(SOURCE, List.of(conjuncts));
  }

  private static Relation ordered(Relation input, Expression key) {
    return new Ordering(input, List.of(new SortKey(key, true, true)));
  }

  private static Expression equal(Expression left, Expression right) {
    return new Comparison(ComparisonOperator.EQUAL, left, right);
  }

  private static Expression greater(Expression left) {
    return new Comparison(ComparisonOperator.GREATER, left, new Literal(NumberValue.ZERO));
  }
}
