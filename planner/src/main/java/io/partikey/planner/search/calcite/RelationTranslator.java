package io.partikey.planner.search.calcite;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.expression.Parameter;
import io.partikey.planner.bound.Aggregation;
import io.partikey.planner.bound.Deduplication;
import io.partikey.planner.bound.Join;
import io.partikey.planner.bound.Ordering;
import io.partikey.planner.bound.Projection;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.RelationVisitor;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.SemiJoin;
import io.partikey.planner.bound.Slice;
import io.partikey.planner.bound.SortKey;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.bound.Union;
import io.partikey.planner.bound.Unit;
import io.partikey.planner.bound.Unnesting;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.search.cost.PlanAssembly;
import io.partikey.planner.search.key.AccessPaths;
import io.partikey.planner.search.key.SourceConditions;
import io.partikey.planner.search.rewrite.Emptiness;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelFieldCollation.Direction;
import org.apache.calcite.rel.RelFieldCollation.NullDirection;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.tools.RelBuilder;
import org.jspecify.annotations.Nullable;

/** Makes Calcite's logical expression of a rewritten relation. */
final class RelationTranslator implements RelationVisitor<RelNode> {
  private final PlannerSession session;
  private final AccessPaths paths;
  private int sources;

  RelationTranslator(PlannerSession session, AccessPaths paths) {
    this.session = session;
    this.paths = paths;
  }

  /** The logical expression. */
  RelNode translate(Relation relation) {
    return Emptiness.of(relation)
        ? leaf(PlanAssembly.noRows(relation.width()), relation)
        : relation.accept(this);
  }

  private RelNode leaf(PlanNode node, Relation relation) {
    return new ItemLeaf(session.cluster(), node, relation.width());
  }

  @Override
  public RelNode visitTableSource(TableSource table) {
    return source(table, List.of());
  }

  @Override
  public RelNode visitUnit(Unit unit) {
    return leaf(PlanAssembly.singleRow(), unit);
  }

  @Override
  public RelNode visitProjection(Projection projection) {
    return project(translate(projection.input()), projection.expressions());
  }

  @Override
  public RelNode visitOrdering(Ordering ordering) {
    return sort(ordering.input(), ordering.keys(), null, null);
  }

  @Override
  public RelNode visitSlice(Slice slice) {
    return slice.input() instanceof Ordering ordering
        ? sort(ordering.input(), ordering.keys(), slice.limit(), slice.offset())
        : sort(slice.input(), List.of(), slice.limit(), slice.offset());
  }

  @Override
  public RelNode visitDeduplication(Deduplication deduplication) {
    return session.builder().push(translate(deduplication.input())).distinct().build();
  }

  @Override
  public RelNode visitAggregation(Aggregation aggregation) {
    RelNode input = translate(aggregation.input());
    return new GroupingRel(
        input.getCluster().traitSetOf(Convention.NONE),
        input,
        aggregation.keys(),
        aggregation.calls());
  }

  @Override
  public RelNode visitUnnesting(Unnesting unnesting) {
    RelNode input = translate(unnesting.input());
    return new UnnestRel(input.getCluster().traitSetOf(Convention.NONE), input, unnesting);
  }

  @Override
  public RelNode visitSemiJoin(SemiJoin join) {
    LookupKind kind = join.negated() ? LookupKind.ANTI : LookupKind.SEMI;
    return lookup(kind, join.left(), (TableSource) join.right(), join.conjuncts());
  }

  @Override
  public RelNode visitJoin(Join join) {
    LookupKind kind = join.kind() == Join.Kind.LEFT ? LookupKind.LEFT : LookupKind.INNER;
    return lookup(kind, join.left(), (TableSource) join.right(), join.conjuncts());
  }

  private RelNode lookup(
      LookupKind kind, Relation left, TableSource right, List<Expression> conjuncts) {
    RelNode outer = translate(left);
    SourceConditions inner = SourceConditions.ofLookup(right, left.width(), conjuncts);
    return new LookupRel(
        session.cluster().traitSetOf(Convention.NONE),
        outer,
        kind,
        inner,
        paths.of(inner),
        sources++);
  }

  private RelNode source(TableSource source, List<Expression> conjuncts) {
    SourceConditions conditions = SourceConditions.ofColumns(source, conjuncts);
    return new SourceRel(session.cluster(), conditions, paths.of(conditions), sources++);
  }

  /** Conditions on attributes belong to the source; those on whole items are tested above it. */
  @Override
  public RelNode visitSelection(Selection selection) {
    if (!(selection.input() instanceof TableSource source)) {
      return filter(translate(selection.input()), selection.conjuncts());
    }
    Predicate<Expression> onAttributes =
        conjunct -> SourceConditions.areOnAttributes(source, List.of(conjunct));
    List<Expression> own = selection.conjuncts().stream().filter(onAttributes).toList();
    List<Expression> above = selection.conjuncts().stream().filter(onAttributes.negate()).toList();
    return filter(source(source, own), above);
  }

  private RelNode filter(RelNode input, List<Expression> conjuncts) {
    if (conjuncts.isEmpty()) {
      return input;
    }
    RexNode condition = session.expressions().condition(Logical.and(conjuncts));
    return session.builder().push(input).filter(condition).build();
  }

  private RelNode project(RelNode input, List<Expression> expressions) {
    List<RexNode> nodes = expressions.stream().map(session.expressions()::value).toList();
    return session.builder().push(input).project(nodes, names(nodes.size())).build();
  }

  private static List<String> names(int width) {
    return IntStream.range(0, width).mapToObj(DynamicTypes::column).toList();
  }

  @Override
  public RelNode visitUnion(Union union) {
    List<Relation> branches =
        union.branches().stream().filter(branch -> !Emptiness.of(branch)).toList();
    branches.forEach(branch -> session.builder().push(translate(branch)));
    return session.builder().union(true, branches.size()).build();
  }

  /**
   * Sorts by columns. A key that is computed becomes a column below and goes above.
   *
   * <pre>
   * Project(c0, c1)
   *   Sort(c2)
   *     Project(c0, c1, key)
   *       input
   * </pre>
   */
  private RelNode sort(
      Relation relation,
      List<SortKey> keys,
      @Nullable Expression limit,
      @Nullable Expression offset) {
    RelNode input = translate(relation);
    int width = relation.width();
    List<Expression> columns =
        IntStream.range(0, width)
            .<Expression>mapToObj(ColumnReference::new)
            .collect(Collectors.toCollection(ArrayList::new));
    List<RelFieldCollation> fields = new ArrayList<>();
    for (SortKey key : keys) {
      if (!isConstant(key.expression())) {
        fields.add(field(columnOf(key.expression(), columns), key));
      }
    }
    boolean computed = columns.size() > width;
    RelBuilder builder = session.builder().push(computed ? project(input, columns) : input);
    builder.sortLimit(constant(offset), constant(limit), RelCollations.of(fields));
    RelNode sorted = builder.build();
    return computed ? project(sorted, columns.subList(0, width)) : sorted;
  }

  private static boolean isConstant(Expression expression) {
    return expression instanceof Literal || expression instanceof Parameter;
  }

  private static int columnOf(Expression expression, List<Expression> columns) {
    int known = columns.indexOf(expression);
    if (known >= 0) {
      return known;
    }
    columns.add(expression);
    return columns.size() - 1;
  }

  private static RelFieldCollation field(int column, SortKey key) {
    return new RelFieldCollation(
        column,
        key.descending() ? Direction.DESCENDING : Direction.ASCENDING,
        key.missingFirst() ? NullDirection.FIRST : NullDirection.LAST);
  }

  private @Nullable RexNode constant(@Nullable Expression expression) {
    return expression == null ? null : session.expressions().constant(expression);
  }
}
