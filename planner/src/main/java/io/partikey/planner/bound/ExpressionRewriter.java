package io.partikey.planner.bound;

import io.partikey.engine.expression.Arithmetic;
import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Between;
import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.Conditional;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.FunctionCall;
import io.partikey.engine.expression.InList;
import io.partikey.engine.expression.ListConstructor;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.expression.MapConstructor;
import io.partikey.engine.expression.Not;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.expression.PathAccess;
import io.partikey.engine.expression.Presence;
import io.partikey.engine.expression.Required;
import io.partikey.engine.expression.SetConstructor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    return Stream.concat(
        Stream.of(expression), expression.children().stream().flatMap(ExpressionRewriter::parts));
  }

  /** The columns that an expression uses, each time that it does. */
  public static Stream<Integer> columns(Expression expression) {
    return parts(expression)
        .filter(ColumnReference.class::isInstance)
        .map(part -> ((ColumnReference) part).index());
  }

  private static Expression withChildren(Expression expression, UnaryOperator<Expression> change) {
    if (expression instanceof Literal
        || expression instanceof Parameter
        || expression instanceof AttributeReference
        || expression instanceof ColumnReference) {
      return expression;
    }
    List<Expression> before = expression.children();
    List<Expression> after = before.stream().map(change).toList();
    boolean same = true;
    for (int i = 0; i < before.size(); i++) {
      same &= before.get(i) == after.get(i);
    }
    return same ? expression : rebuilt(expression, after);
  }

  private static Expression rebuilt(Expression expression, List<Expression> parts) {
    if (expression instanceof PathAccess path) {
      return new PathAccess(parts.get(0), path.steps());
    }
    if (expression instanceof Comparison comparison) {
      return new Comparison(comparison.operator(), parts.get(0), parts.get(1));
    }
    if (expression instanceof Between) {
      return new Between(parts.get(0), parts.get(1), parts.get(2));
    }
    if (expression instanceof InList) {
      return new InList(parts.get(0), parts.subList(1, parts.size()));
    }
    if (expression instanceof Logical logical) {
      return new Logical(logical.operator(), parts);
    }
    if (expression instanceof Not) {
      return new Not(parts.get(0));
    }
    if (expression instanceof Presence presence) {
      return new Presence(parts.get(0), presence.test());
    }
    if (expression instanceof Arithmetic arithmetic) {
      return new Arithmetic(arithmetic.operator(), parts.get(0), parts.get(1), arithmetic.strict());
    }
    if (expression instanceof FunctionCall call) {
      return new FunctionCall(call.function(), parts);
    }
    if (expression instanceof Conditional conditional) {
      return rebuilt(conditional, parts);
    }
    if (expression instanceof Required) {
      return new Required(parts.get(0));
    }
    if (expression instanceof ListConstructor) {
      return new ListConstructor(parts);
    }
    if (expression instanceof SetConstructor) {
      return new SetConstructor(parts);
    }
    if (expression instanceof MapConstructor map) {
      return rebuilt(map, parts);
    }
    throw new IllegalArgumentException("no expression with parts: " + expression);
  }

  private static Conditional rebuilt(Conditional conditional, List<Expression> parts) {
    Function<Integer, Conditional.Branch> branch =
        i -> new Conditional.Branch(parts.get(2 * i), parts.get(2 * i + 1));
    int branches = conditional.branches().size();
    return new Conditional(
        Stream.iterate(0, i -> i < branches, i -> i + 1).map(branch).toList(),
        parts.get(2 * branches));
  }

  private static MapConstructor rebuilt(MapConstructor map, List<Expression> parts) {
    Map<String, Expression> members = new LinkedHashMap<>();
    int i = 0;
    for (String name : map.members().keySet()) {
      members.put(name, parts.get(i++));
    }
    return new MapConstructor(members);
  }
}
