package io.partikey.planner.bound;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;
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
    Deque<Expression> open = new ArrayDeque<>();
    open.push(expression);
    while (!open.isEmpty()) {
      Expression part = open.pop();
      found.add(part);
      List<Expression> children = part.children();
      for (int i = children.size() - 1; i >= 0; i--) {
        open.push(children.get(i));
      }
    }
    return found.stream();
  }

  /** The columns that an expression uses, each time that it does. */
  public static Stream<Integer> columns(Expression expression) {
    return parts(expression)
        .filter(ColumnReference.class::isInstance)
        .map(part -> ((ColumnReference) part).index());
  }

  private static Expression withChildren(Expression expression, UnaryOperator<Expression> change) {
    List<Expression> before = expression.children();
    List<Expression> after = before.stream().map(change).toList();
    boolean same = true;
    for (int i = 0; i < before.size(); i++) {
      same &= before.get(i) == after.get(i);
    }
    return same ? expression : expression.withChildren(after);
  }
}
