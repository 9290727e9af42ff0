package io.partikey.planner.bound;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Makes expressions from expressions by exchanging parts. */
public final class ExpressionRewriter {
  private ExpressionRewriter() {}

  /** An expression with each of its columns replaced by what a function says. */
  public static Expression replaceColumns(
      Expression expression, IntFunction<Expression> replacement) {
    return rewrite(
        expression,
        part -> part instanceof ColumnReference c ? replacement.apply(c.index()) : part);
  }

  /**
   * An expression with each part replaced by what a function makes of it; a part is handed over
   * after the parts inside it. The same instance where nothing changes.
   */
  public static Expression rewrite(Expression expression, UnaryOperator<Expression> replacement) {
    return replacement.apply(withChildren(expression, part -> rewrite(part, replacement)));
  }

  /** An expression and all expressions inside it, each before its parts. */
  public static Stream<Expression> parts(Expression expression) {
    List<Expression> found = new ArrayList<>();
    addParts(expression, found);
    return found.stream();
  }

  private static void addParts(Expression expression, List<Expression> found) {
    found.add(expression);
    for (Expression child : expression.children()) {
      addParts(child, found);
    }
  }

  /** Whether an expression or one inside it is of some kind. */
  public static boolean has(Expression expression, Predicate<Expression> kind) {
    if (kind.test(expression)) {
      return true;
    }
    for (Expression child : expression.children()) {
      if (has(child, kind)) {
        return true;
      }
    }
    return false;
  }

  /** The columns that an expression uses, each time that it does. */
  public static Stream<Integer> columns(Expression expression) {
    return parts(expression)
        .filter(ColumnReference.class::isInstance)
        .map(part -> ((ColumnReference) part).index());
  }

  private static Expression withChildren(Expression expression, UnaryOperator<Expression> change) {
    List<Expression> before = expression.children();
    boolean same = true;
    List<Expression> after = new ArrayList<>(before.size());
    for (Expression child : before) {
      Expression changed = change.apply(child);
      same &= changed == child;
      after.add(changed);
    }
    return same ? expression : expression.withChildren(after);
  }
}
