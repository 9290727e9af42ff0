package io.partikey.planner.search.rewrite;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Expression;
import io.partikey.planner.bound.Deduplication;
import io.partikey.planner.bound.Join;
import io.partikey.planner.bound.Ordering;
import io.partikey.planner.bound.Projection;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.SemiJoin;
import io.partikey.planner.bound.TableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The forms of a semi-join that plans have: a lookup, or a join that the subquery leads. */
final class SemiJoins {
  private SemiJoins() {}

  /**
   * The semi-join with a table as its right side, whose conditions become those of the semi-join.
   *
   * <pre>
   * SemiJoin a = b                    SemiJoin a = s.x, s.y = 1
   *   T                                 T
   *   Projection x as b        -&gt;      S
   *     Selection y = 1
   *       S
   * </pre>
   */
  static Optional<SemiJoin> asLookup(SemiJoin join) {
    int width = join.left().width();
    Relation right = join.right();
    if (right instanceof TableSource source) {
      boolean onItem =
          join.conjuncts().stream()
              .anyMatch(each -> !ColumnShift.isBelow(each, width + source.attributes().size()));
      return onItem ? Optional.empty() : Optional.of(join);
    }
    if (right instanceof Deduplication distinct) {
      return asLookup(
          new SemiJoin(join.left(), distinct.input(), join.conjuncts(), join.negated()));
    }
    if (right instanceof Ordering ordering) {
      return asLookup(
          new SemiJoin(join.left(), ordering.input(), join.conjuncts(), join.negated()));
    }
    if (right instanceof Selection selection) {
      List<Expression> all = new ArrayList<>(join.conjuncts());
      all.addAll(ColumnShift.shifted(selection.conjuncts(), width));
      return asLookup(new SemiJoin(join.left(), selection.input(), all, join.negated()));
    }
    if (right instanceof Projection projection) {
      List<Expression> columns = new ArrayList<>(ColumnShift.range(0, width));
      columns.addAll(ColumnShift.shifted(projection.expressions(), width));
      List<Expression> all =
          join.conjuncts().stream().map(each -> ColumnShift.substituted(each, columns)).toList();
      return asLookup(new SemiJoin(join.left(), projection.input(), all, join.negated()));
    }
    return Optional.empty();
  }

  /**
   * The same rows by a join that the right side leads, so that the left is looked up by the values
   * of the subquery. Only for equalities of the one with the other.
   *
   * <pre>
   * SemiJoin a = b                    Projection of T
   *   T                                 Join a = b
   *   S                        -&gt;        T
   *                                       Distinct
   *                                         Projection b
   *                                           S
   * </pre>
   */
  static Optional<Relation> asJoin(SemiJoin join) {
    if (join.negated() || join.conjuncts().isEmpty()) {
      return Optional.empty();
    }
    int width = join.left().width();
    List<Expression> rightSides = new ArrayList<>();
    List<Expression> pairing = new ArrayList<>();
    for (Expression conjunct : join.conjuncts()) {
      Optional<Comparison> equality = leftToRight(conjunct, width);
      if (equality.isEmpty()) {
        return Optional.empty();
      }
      pairing.add(
          new Comparison(
              ComparisonOperator.EQUAL,
              equality.get().left(),
              new ColumnReference(width + rightSides.size())));
      rightSides.add(ColumnShift.shifted(equality.get().right(), -width));
    }
    Relation values = new Deduplication(new Projection(join.right(), rightSides));
    Relation joined = new Join(Join.Kind.INNER, join.left(), values, pairing);
    return Optional.of(new Projection(joined, ColumnShift.range(0, width)));
  }

  /** An equality of something of the left side with something of the right side. */
  private static Optional<Comparison> leftToRight(Expression conjunct, int width) {
    if (!(conjunct instanceof Comparison comparison)
        || comparison.operator() != ComparisonOperator.EQUAL) {
      return Optional.empty();
    }
    if (isLeftToRight(comparison, width)) {
      return Optional.of(comparison);
    }
    Comparison flipped =
        new Comparison(
            comparison.operator().flip(),
            /* left= */ comparison.right(),
            /* right= */ comparison.left());
    return isLeftToRight(flipped, width) ? Optional.of(flipped) : Optional.empty();
  }

  private static boolean isLeftToRight(Comparison comparison, int width) {
    return ColumnShift.isBelow(comparison.left(), width)
        && ColumnShift.isFrom(comparison.right(), width);
  }

  /** The error for a semi-join that has neither form. */
  static EngineException unsupported() {
    return new EngineException(
        ErrorCode.FEATURE_NOT_SUPPORTED,
        "A subquery in a condition reads one table, or its values are compared by IN or =."
            + " Join the subquery, or run it first and pass its values.");
  }
}
