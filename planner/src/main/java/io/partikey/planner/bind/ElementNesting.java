package io.partikey.planner.bind;

import io.partikey.engine.expression.Conditional;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.ListConstructor;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.MapConstructor;
import io.partikey.engine.expression.Presence;
import io.partikey.engine.item.PathStep;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.PathStepSyntax.Subscript;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How DynamoDB shows a path that goes on behind a list index other than 0: under the element, with
 * the rest of the way nested in it.
 *
 * <pre>
 * SELECT l[0].z      z: 9
 * SELECT l[1].z      l[1]: {'z': 9}
 * </pre>
 *
 * @param shown the path to the element
 * @param rest the steps behind it
 */
public record ElementNesting(PathExpression shown, List<PathStep> rest) {
  /** How a path is shown, if it is such a one. */
  public static Optional<ElementNesting> of(ExpressionSyntax written) {
    if (!(written instanceof PathExpression path)) {
      return Optional.empty();
    }
    for (int i = 0; i < path.steps().size() - 1; i++) {
      if (path.steps().get(i) instanceof Subscript subscript
          && subscript.key() instanceof NumberLiteral index
          && NumberLiterals.exact(index).signum() > 0) {
        return Optional.of(
            new ElementNesting(
                new PathExpression(path.root(), path.steps().subList(0, i + 1), path.span()),
                PathBinder.steps(path.steps().subList(i + 1, path.steps().size()))));
      }
    }
    return Optional.empty();
  }

  /** The value of the whole path inside the element; missing where it is. */
  public Expression nested(Expression value) {
    Expression nested = value;
    for (int i = rest.size() - 1; i >= 0; i--) {
      nested =
          rest.get(i) instanceof PathStep.Member member
              ? new MapConstructor(Map.of(member.name(), nested))
              : new ListConstructor(List.of(nested));
    }
    return new Conditional(
        List.of(
            new Conditional.Branch(new Presence(value, Presence.Test.MISSING), new Literal(null))),
        nested);
  }
}
