package io.partikey.planner.search.advice;

import io.partikey.engine.expression.Between;
import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.FunctionCall;
import io.partikey.engine.expression.InList;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.bound.AggregateCall;
import io.partikey.planner.bound.Aggregation;
import io.partikey.planner.bound.Deduplication;
import io.partikey.planner.bound.ExpressionRewriter;
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
import io.partikey.planner.mode.Mode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The relation that a statement would be after some changes. Conditions need columns that the
 * statement did not use, so columns move; those on top stay where the result shows them.
 *
 * <pre>
 * Projection b.seat                        Projection b.seat
 *   Join b.flight = f.flight       -&gt;       Join b.flight = f.flight
 *     f                                       f
 *     b                                       Selection b.passenger = ?
 *                                               b
 * </pre>
 */
final class ChangedStatement implements RelationVisitor<ChangedStatement.Changed> {
  private static final Expression VALUE = new Parameter(0);

  private final List<Change> changes;
  private final Mode mode;
  private final Set<Change.Pairing> placed = new HashSet<>();

  private ChangedStatement(List<Change> changes, Mode mode) {
    this.changes = changes;
    this.mode = mode;
  }

  /** The relation of a statement after changes; one that has no place in it is left out. */
  static Relation of(Relation statement, List<Change> changes, Mode mode) {
    return new ChangedStatement(changes, mode).change(statement).relation;
  }

  /**
   * A relation after the changes.
   *
   * @param columns where each column of before is now
   * @param visible where the attributes of tables are
   */
  record Changed(Relation relation, List<Integer> columns, Map<TableColumn, Integer> visible) {}

  private record TableColumn(Mention mention, String attribute) {
    static TableColumn of(TableSource source, String attribute) {
      return new TableColumn(Mention.of(source), attribute);
    }
  }

  private Changed change(Relation relation) {
    return relation.accept(this);
  }

  @Override
  public Changed visitUnit(Unit unit) {
    return new Changed(unit, List.of(), Map.of());
  }

  @Override
  public Changed visitUnion(Union union) {
    List<Relation> branches = union.branches().stream().map(this::asBefore).toList();
    return new Changed(new Union(branches), range(0, union.width()), Map.of());
  }

  @Override
  public Changed visitJoin(Join join) {
    Changed both = beside(change(join.left()), change(join.right()));
    Join pairs = (Join) both.relation;
    Relation changed =
        new Join(join.kind(), pairs.left(), pairs.right(), pairing(join.conjuncts(), both));
    return new Changed(changed, both.columns, both.visible);
  }

  @Override
  public Changed visitSemiJoin(SemiJoin join) {
    Changed left = change(join.left());
    Changed both = beside(left, change(join.right()));
    Join pairs = (Join) both.relation;
    Relation changed =
        new SemiJoin(pairs.left(), pairs.right(), pairing(join.conjuncts(), both), join.negated());
    return new Changed(changed, left.columns, left.visible);
  }

  @Override
  public Changed visitSelection(Selection selection) {
    Changed input = change(selection.input());
    List<Expression> conjuncts = expressions(selection.conjuncts(), input);
    return onTop(input, new Selection(input.relation, conjuncts));
  }

  @Override
  public Changed visitOrdering(Ordering ordering) {
    Changed input = change(ordering.input());
    List<SortKey> keys =
        ordering.keys().stream()
            .map(
                key ->
                    new SortKey(
                        expression(key.expression(), input), key.descending(), key.missingFirst()))
            .toList();
    return onTop(input, new Ordering(input.relation, keys));
  }

  @Override
  public Changed visitSlice(Slice slice) {
    Changed input = change(slice.input());
    return onTop(input, new Slice(input.relation, slice.limit(), slice.offset()));
  }

  @Override
  public Changed visitProjection(Projection projection) {
    Changed input = change(projection.input());
    List<Expression> shown = expressions(projection.expressions(), input);
    return computed(new Projection(input.relation, shown), shown, input);
  }

  @Override
  public Changed visitAggregation(Aggregation aggregation) {
    Changed input = change(aggregation.input());
    List<Expression> keys = expressions(aggregation.keys(), input);
    List<AggregateCall> calls =
        aggregation.calls().stream().map(call -> call(call, input)).toList();
    return computed(new Aggregation(input.relation, keys, calls), keys, input);
  }

  @Override
  public Changed visitDeduplication(Deduplication deduplication) {
    Relation rows = asBefore(deduplication.input());
    return new Changed(new Deduplication(rows), range(0, rows.width()), Map.of());
  }

  private static Changed onTop(Changed input, Relation relation) {
    return new Changed(relation, input.columns, input.visible);
  }

  /** Columns that are computed, of which those that are attributes as they are stay visible. */
  private static Changed computed(Relation relation, List<Expression> columns, Changed input) {
    Map<TableColumn, Integer> visible = new LinkedHashMap<>();
    input.visible.forEach(
        (column, index) -> {
          int shown = columns.indexOf(new ColumnReference(index));
          if (shown >= 0) {
            visible.put(column, shown);
          }
        });
    return new Changed(relation, range(0, relation.width()), visible);
  }

  @Override
  public Changed visitUnnesting(Unnesting unnest) {
    Changed input = change(unnest.input());
    Relation relation =
        new Unnesting(
            input.relation,
            expression(unnest.collection(), input),
            unnest.withPosition(),
            unnest.keepEmpty());
    List<Integer> columns = new ArrayList<>(input.columns);
    columns.addAll(range(input.relation.width(), relation.width()));
    return new Changed(relation, columns, input.visible);
  }

  private Relation asBefore(Relation relation) {
    return asBefore(relation, change(relation));
  }

  /** The changed relation with the columns of before. */
  private static Relation asBefore(Relation before, Changed changed) {
    if (changed.relation.width() == before.width()) {
      return changed.relation;
    }
    return new Projection(
        changed.relation, changed.columns.stream().<Expression>map(ColumnReference::new).toList());
  }

  private static Changed beside(Changed left, Changed right) {
    int width = left.relation.width();
    List<Integer> columns = new ArrayList<>(left.columns);
    right.columns.forEach(column -> columns.add(column + width));
    Map<TableColumn, Integer> visible = new LinkedHashMap<>(left.visible);
    right.visible.forEach((column, index) -> visible.put(column, index + width));
    return new Changed(
        new Join(Join.Kind.INNER, left.relation, right.relation, List.of()), columns, visible);
  }

  /** Conditions on pairs, with those to be added whose columns come together here. */
  private List<Expression> pairing(List<Expression> conjuncts, Changed both) {
    List<Expression> all = new ArrayList<>(expressions(conjuncts, both));
    for (Change change : changes) {
      if (change instanceof Change.Pairing pairing && !placed.contains(pairing)) {
        List<Expression> added = equalities(pairing, both.visible);
        if (!added.isEmpty()) {
          all.addAll(added);
          placed.add(pairing);
        }
      }
    }
    return all;
  }

  private static List<Expression> equalities(
      Change.Pairing pairing, Map<TableColumn, Integer> visible) {
    List<Expression> equalities = new ArrayList<>();
    for (int i = 0; i < pairing.attributes().size(); i++) {
      @Nullable Integer own =
          visible.get(TableColumn.of(pairing.source(), pairing.attributes().get(i)));
      @Nullable Integer before =
          visible.get(TableColumn.of(pairing.before(), pairing.columns().get(i)));
      if (own == null || before == null) {
        return List.of();
      }
      equalities.add(equal(own, new ColumnReference(before)));
    }
    return equalities;
  }

  private static Expression equal(int column, Expression value) {
    return new Comparison(ComparisonOperator.EQUAL, new ColumnReference(column), value);
  }

  @Override
  public Changed visitTableSource(TableSource source) {
    Set<String> all = new LinkedHashSet<>(source.attributes());
    Set<String> equal = new LinkedHashSet<>();
    for (Change change : changes) {
      if (change instanceof Change.Conditions conditions && isOf(conditions.source(), source)) {
        equal.addAll(conditions.attributes());
      }
      if (change instanceof Change.Pairing pairing) {
        all.addAll(isOf(pairing.source(), source) ? pairing.attributes() : List.of());
        all.addAll(isOf(pairing.before(), source) ? pairing.columns() : List.of());
      }
    }
    all.addAll(equal);
    List<String> attributes = List.copyOf(all);
    TableSource changed = read(source).withColumns(attributes, source.wholeItem());
    List<Integer> columns = new ArrayList<>(range(0, source.attributes().size()));
    if (source.wholeItem()) {
      columns.add(attributes.size());
    }
    Map<TableColumn, Integer> visible = new LinkedHashMap<>();
    for (int i = 0; i < attributes.size(); i++) {
      visible.put(TableColumn.of(source, attributes.get(i)), i);
    }
    List<Expression> conjuncts =
        equal.stream().map(name -> equal(attributes.indexOf(name), VALUE)).toList();
    Relation relation = conjuncts.isEmpty() ? changed : new Selection(changed, conjuncts);
    return new Changed(relation, columns, visible);
  }

  private static boolean isOf(TableSource changed, TableSource source) {
    return Mention.of(changed).equals(Mention.of(source));
  }

  /** The source with the indexes that there would be, reading what it would name. */
  private TableSource read(TableSource source) {
    List<IndexDescription> indexes = new ArrayList<>(source.table().indexes());
    @Nullable IndexDescription named = source.namedIndex();
    for (Change change : changes) {
      if (change instanceof Change.NewIndex added
          && added.table().name().equals(source.table().name())) {
        indexes.add(added.index());
        // DynamoDB's dialect reads an index that the statement names alone.
        named = mode.indexes() == Mode.Indexes.CHOSEN ? named : added.index();
      }
      if (change instanceof Change.Reading reading && isOf(reading.source(), source)) {
        named = reading.index();
      }
    }
    TableDescription table = source.table();
    boolean more = indexes.size() > table.indexes().size();
    return source.reading(more ? table.withIndexes(indexes) : table, named);
  }

  private List<Expression> expressions(List<Expression> before, Changed input) {
    return before.stream().map(each -> expression(each, input)).toList();
  }

  private Expression expression(Expression before, Changed input) {
    Expression moved =
        ExpressionRewriter.replaceColumns(
            before, column -> new ColumnReference(input.columns.get(column)));
    Expression changed = moved;
    for (Change change : changes) {
      if (change instanceof Change.Retyped retyped) {
        @Nullable Integer column =
            input.visible.get(TableColumn.of(retyped.source(), retyped.literal().attribute()));
        changed = column == null ? changed : retyped(changed, retyped, column);
      }
    }
    return changed;
  }

  private static Expression retyped(Expression before, Change.Retyped retyped, int column) {
    Expression written = new Literal(retyped.literal().value());
    Expression meant = new Literal(retyped.literal().converted().orElseThrow());
    return ExpressionRewriter.rewrite(
        before,
        part ->
            compares(part) && part.children().contains(new ColumnReference(column))
                ? part.withChildren(
                    part.children().stream()
                        .map(child -> child.equals(written) ? meant : child)
                        .toList())
                : part);
  }

  private static boolean compares(Expression part) {
    return part instanceof Comparison
        || part instanceof InList
        || part instanceof Between
        || part instanceof FunctionCall;
  }

  private AggregateCall call(AggregateCall call, Changed input) {
    @Nullable Expression argument = call.argument();
    @Nullable Expression filter = call.filter();
    return new AggregateCall(
        call.function(),
        argument == null ? null : expression(argument, input),
        call.distinct(),
        filter == null ? null : expression(filter, input));
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }
}
