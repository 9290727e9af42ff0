package io.partikey.planner.execute;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.expression.BoundExpression;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.expression.Parameters;
import io.partikey.planner.bound.ExpressionRewriter;
import io.partikey.planner.bound.References;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The residual condition of an access, in two parts that together are the whole: what the store
 * tests as it reads, and what is tested here. Of an index the store tests what the index projects.
 *
 * @param pushed what the store tests, null for nothing
 * @param kept what is tested here, null for nothing
 */
record Residual(@Nullable Expression pushed, @Nullable Expression kept) {

  /** A residual of which the store tests nothing. */
  static Residual kept(@Nullable Expression residual) {
    return new Residual(null, residual);
  }

  /**
   * Splits a residual, its columns replaced by the values of an outer row.
   *
   * @param stored whether what is read has an attribute as the item has it
   */
  static Residual split(@Nullable Expression residual, PlanRow outer, Predicate<String> stored) {
    if (residual == null) {
      return kept(null);
    }
    List<Expression> pushed = new ArrayList<>();
    List<Expression> kept = new ArrayList<>();
    for (Expression conjunct : conjuncts(residual)) {
      boolean pushable = References.attributesAre(conjunct, stored);
      (pushable ? pushed : kept)
          .add(
              References.usesColumns(conjunct)
                  ? ExpressionRewriter.replaceColumns(
                      conjunct, column -> new Literal(outer.get(column)))
                  : conjunct);
    }
    return new Residual(conjunction(pushed), conjunction(kept));
  }

  private static List<Expression> conjuncts(Expression condition) {
    return condition instanceof Logical logical && logical.operator() == Logical.Operator.AND
        ? logical.terms()
        : List.of(condition);
  }

  private static @Nullable Expression conjunction(List<Expression> conjuncts) {
    return conjuncts.isEmpty() ? null : Logical.and(conjuncts);
  }

  /** What the store tests, with the parameters of the statement. */
  @Nullable BoundExpression filter(Parameters parameters) {
    return pushed == null ? null : new BoundExpression(pushed, parameters);
  }

  /** A selection widened by what is tested here. */
  AttributeSelection widen(AttributeSelection selection) {
    if (kept == null || selection.all()) {
      return selection;
    }
    return Selections.plus(selection, References.attributes(kept).toList());
  }

  /** Whether nothing is tested at all. */
  boolean isEmpty() {
    return pushed == null && kept == null;
  }
}
