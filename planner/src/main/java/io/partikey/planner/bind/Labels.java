package io.partikey.planner.bind;

import io.partikey.parser.ast.Expression;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.PathStep;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.parser.ast.Variable;
import java.util.List;

/**
 * What a column is called that has no alias: a path by its last named step with the indexes behind
 * it, everything else as it is written.
 *
 * <pre>
 * Artist        Artist          m.k[0]        k[0]
 * l[-0]         l[0]            COUNT(*)      COUNT(*)
 * </pre>
 */
final class Labels {
  private Labels() {}

  static String of(Expression expression, BindingContext context) {
    if (expression instanceof Variable variable) {
      return variable.name().value();
    }
    return expression instanceof PathExpression path
        ? of(path, context)
        : context.textAt(expression.span());
  }

  private static String of(PathExpression path, BindingContext context) {
    StringBuilder indexes = new StringBuilder();
    List<PathStep> steps = path.steps();
    for (int i = steps.size() - 1; i >= 0; i--) {
      PathStep step = steps.get(i);
      if (step instanceof PathStep.Attribute attribute) {
        return attribute.name().value() + indexes;
      }
      if (!(step instanceof PathStep.Subscript subscript)) {
        return context.textAt(path.span());
      }
      if (subscript.key() instanceof StringLiteral name) {
        return name.value() + indexes;
      }
      if (!(subscript.key() instanceof NumberLiteral index)) {
        return context.textAt(path.span());
      }
      indexes.insert(0, "[" + index.value().toPlainString() + "]");
    }
    return path.root() instanceof Variable variable
        ? variable.name().value() + indexes
        : context.textAt(path.span());
  }
}
