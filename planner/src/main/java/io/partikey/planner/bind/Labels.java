package io.partikey.planner.bind;

import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.PathStepSyntax;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.parser.ast.Variable;
import java.util.List;
import java.util.Optional;

/**
 * What a column is called that has no alias: a path by its last named step with the indexes behind
 * it, everything else as it is written.
 *
 * <pre>
 * Artist        Artist          m.k[0]        k[0]
 * l[-0]         l[0]            COUNT(*)      COUNT(*)
 * </pre>
 */
public final class Labels {
  private Labels() {}

  static String of(ExpressionSyntax expression, BindingContext context) {
    if (expression instanceof Variable variable) {
      return variable.name().value();
    }
    Optional<String> named =
        expression instanceof PathExpression path ? named(path) : Optional.empty();
    return named.orElseGet(() -> context.textAt(expression.span()));
  }

  /** The label of a path of names and indexes. */
  public static String ofPath(ExpressionSyntax path) {
    return path instanceof Variable variable
        ? variable.name().value()
        : named((PathExpression) path).orElseThrow();
  }

  private static Optional<String> named(PathExpression path) {
    StringBuilder indexes = new StringBuilder();
    List<PathStepSyntax> steps = path.steps();
    for (int i = steps.size() - 1; i >= 0; i--) {
      PathStepSyntax step = steps.get(i);
      if (step instanceof PathStepSyntax.Attribute attribute) {
        return Optional.of(attribute.name().value() + indexes);
      }
      if (!(step instanceof PathStepSyntax.Subscript subscript)) {
        return Optional.empty();
      }
      if (subscript.key() instanceof StringLiteral name) {
        return Optional.of(name.value() + indexes);
      }
      if (!(subscript.key() instanceof NumberLiteral index)) {
        return Optional.empty();
      }
      indexes.insert(0, "[" + NumberLiterals.plain(index) + "]");
    }
    return path.root() instanceof Variable variable
        ? Optional.of(variable.name().value() + indexes)
        : Optional.empty();
  }
}
