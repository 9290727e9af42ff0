package io.partikey.planner.search.rewrite;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Conditional;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Not;
import io.partikey.engine.expression.Presence;
import io.partikey.planner.bound.ExpressionRewriter;
import io.partikey.planner.bound.Join;
import io.partikey.planner.bound.Projection;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.TableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes computed columns of the right side of a LEFT JOIN above it, so that a table is left to be
 * looked up. There they are missing where the table's key is: in rows without a pair.
 *
 * <pre>
 * Join LEFT                         Projection left, CASE WHEN key IS NOT MISSING THEN e END
 *   left                              Join LEFT
 *   Projection e             -&gt;        left
 *     T                                 T
 * </pre>
 */
final class OptionalColumns {
  private OptionalColumns() {}

  /** The join with its right side's columns computed above it, if that is what it is. */
  static Optional<Projection> lifted(Join join) {
    if (join.kind() != Join.Kind.LEFT || !(join.right() instanceof Projection projection)) {
      return Optional.empty();
    }
    Relation input = projection.input();
    List<Expression> conjuncts = List.of();
    if (input instanceof Selection selection) {
      conjuncts = selection.conjuncts();
      input = selection.input();
    }
    return input instanceof TableSource source
        ? Optional.of(lifted(join, projection.expressions(), source, conjuncts))
        : Optional.empty();
  }

  private static Projection lifted(
      Join join, List<Expression> computed, TableSource source, List<Expression> conjuncts) {
    int width = join.left().width();
    TableSource keyed = withKey(source);
    List<Expression> moved = keptItem(computed, source, keyed);
    List<Expression> columns = ColumnShift.range(0, width);
    List<Expression> all = new ArrayList<>(columns);
    all.addAll(ColumnShift.shifted(moved, width));
    List<Expression> on = new ArrayList<>();
    join.conjuncts().forEach(each -> on.add(ColumnShift.substituted(each, all)));
    on.addAll(ColumnShift.shifted(keptItem(conjuncts, source, keyed), width));

    String key = source.table().partitionKey().name();
    Expression present =
        new Not(
            new Presence(
                new ColumnReference(width + keyed.attributes().indexOf(key)),
                Presence.Test.MISSING));
    List<Expression> shown = new ArrayList<>(columns);
    for (Expression each : ColumnShift.shifted(moved, width)) {
      shown.add(new Conditional(List.of(new Conditional.Branch(present, each)), new Literal(null)));
    }
    return new Projection(new Join(Join.Kind.LEFT, join.left(), keyed, on), shown);
  }

  private static TableSource withKey(TableSource source) {
    String key = source.table().partitionKey().name();
    if (source.attributes().contains(key)) {
      return source;
    }
    List<String> attributes = new ArrayList<>(source.attributes());
    attributes.add(key);
    return source.withColumns(attributes, source.wholeItem());
  }

  /** Expressions on a source as ones on the source with more attributes before its item. */
  private static List<Expression> keptItem(
      List<Expression> expressions, TableSource source, TableSource keyed) {
    int added = keyed.attributes().size() - source.attributes().size();
    return expressions.stream()
        .map(
            each ->
                ExpressionRewriter.replaceColumns(
                    each,
                    column ->
                        new ColumnReference(
                            column < source.attributes().size() ? column : column + added)))
        .toList();
  }
}
