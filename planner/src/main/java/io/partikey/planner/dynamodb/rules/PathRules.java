package io.partikey.planner.dynamodb.rules;

import io.partikey.engine.item.NumberText;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.ListLiteral;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.PathStepSyntax;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.parser.ast.Variable;
import io.partikey.planner.bind.NumberLiterals;
import io.partikey.planner.dynamodb.mistake.Mistake;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a document path of DynamoDB may be: names and list indexes behind a name. */
final class PathRules {
  private static final int MOST_LEVELS = 32;
  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);
  private static final String NO_NAME = "Path component cannot be an empty string";
  private static final String NO_STEP = "Unexpected path component";

  private PathRules() {}

  /** Whether an expression is a path at all. */
  static boolean isPath(ExpressionSyntax expression) {
    return expression instanceof Variable
        || (expression instanceof PathExpression path && path.root() instanceof Variable);
  }

  /** A path into something that has no name, such as {@code 'a'.b}. */
  static Optional<Mistake> ofRoot(PathExpression path, Clause clause) {
    if (path.root() instanceof Variable) {
      return Optional.empty();
    }
    return clause.placed(
        path.root(),
        path.root() instanceof ListLiteral ? "A path cannot start with a list index" : NO_STEP);
  }

  /** A path with names, steps or a depth that paths do not have. */
  static Optional<Mistake> ofPath(ExpressionSyntax path, Clause clause) {
    if (root(path).name().value().isEmpty()) {
      return clause.mistake(path, NO_NAME);
    }
    if (!(path instanceof PathExpression steps)) {
      return Optional.empty();
    }
    Optional<Mistake> mistake = Mistake.first(steps.steps(), step -> ofStep(step, clause));
    int levels = steps.steps().size() + 1;
    return mistake.isEmpty() && levels > MOST_LEVELS
        ? clause.mistake(
            path, "The document path has too many nesting levels; nesting levels: " + levels)
        : mistake;
  }

  private static Variable root(ExpressionSyntax path) {
    return path instanceof Variable variable ? variable : (Variable) ((PathExpression) path).root();
  }

  private static Optional<Mistake> ofStep(PathStepSyntax step, Clause clause) {
    if (step instanceof PathStepSyntax.AllAttributes) {
      return clause.placed(
          star(step, step.span().length() - 1),
          "Unpivot path component like a.*.b are not supported");
    }
    if (step instanceof PathStepSyntax.AllElements) {
      return clause.placed(star(step, 1), "Wildcard path component like a[*].b are not supported");
    }
    if (step instanceof PathStepSyntax.Attribute attribute && attribute.name().value().isEmpty()) {
      return clause.mistake(step, NO_NAME);
    }
    return step instanceof PathStepSyntax.Subscript subscript
        ? ofSubscript(subscript.key(), clause)
        : Optional.empty();
  }

  private static SourceSpan star(PathStepSyntax step, int before) {
    SourceSpan span = step.span();
    int start = span.start() + before;
    return new SourceSpan(span.line(), span.column() + before, start, start + 1);
  }

  private static Optional<Mistake> ofSubscript(ExpressionSyntax key, Clause clause) {
    if (key instanceof StringLiteral name) {
      return name.value().isEmpty() ? clause.mistake(name, NO_NAME) : Optional.empty();
    }
    return key instanceof NumberLiteral number
        ? ofIndex(number, clause)
        : clause.placed(key, NO_STEP);
  }

  private static Optional<Mistake> ofIndex(NumberLiteral number, Clause clause) {
    if (number.text().chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E')) {
      return clause.placed(number.span(), NO_STEP);
    }
    BigDecimal value = NumberText.parse(number.text());
    return value.signum() < 0 || value.compareTo(MOST) > 0
        ? clause.placed(
            digits(number),
            "List index is not within the allowable range; index: [" + number.text() + "]")
        : Optional.empty();
  }

  // The place is that of the digit, behind the sign.
  private static SourceSpan digits(NumberLiteral number) {
    SourceSpan span = number.span();
    int sign = span.length() - number.text().replace("-", "").length();
    return new SourceSpan(span.line(), span.column() + sign, span.start() + sign, span.end());
  }

  /** The steps of a path in which there is no mistake, as DynamoDB lists them. */
  static List<String> steps(ExpressionSyntax path) {
    List<String> steps = new ArrayList<>();
    if (path instanceof Variable variable) {
      steps.add(variable.name().value());
      return steps;
    }
    PathExpression expression = (PathExpression) path;
    steps.addAll(steps(expression.root()));
    for (PathStepSyntax step : expression.steps()) {
      if (step instanceof PathStepSyntax.Attribute attribute) {
        steps.add(attribute.name().value());
      } else if (step instanceof PathStepSyntax.Subscript subscript) {
        steps.add(step(subscript));
      }
    }
    return steps;
  }

  private static String step(PathStepSyntax.Subscript subscript) {
    if (subscript.key() instanceof StringLiteral name) {
      return name.value();
    }
    return "[" + NumberLiterals.plain((NumberLiteral) subscript.key()) + "]";
  }
}
