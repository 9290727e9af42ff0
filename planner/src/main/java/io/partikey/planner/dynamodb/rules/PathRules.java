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
import io.partikey.planner.dynamodb.mistake.Places;
import io.partikey.planner.dynamodb.mistake.Refusals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a document path of DynamoDB may be: names and list indexes behind a name. */
final class PathRules {
  private static final int MOST_LEVELS = 32;
  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

  private PathRules() {}

  /** Whether an expression is a path at all. */
  static boolean isPath(ExpressionSyntax expression) {
    return expression instanceof Variable
        || (expression instanceof PathExpression path && path.root() instanceof Variable);
  }

  /** Refuses a path into something that has no name, such as {@code 'a'.b}. */
  static void checkRoot(PathExpression path, String text) {
    if (path.root() instanceof Variable) {
      return;
    }
    throw Refusals.withPlace(
        Places.of(path.root(), text),
        path.root() instanceof ListLiteral
            ? "A path cannot start with a list index"
            : "Unexpected path component");
  }

  /** Refuses a path with names, steps or a depth that paths do not have. */
  static void check(ExpressionSyntax path, String text) {
    if (root(path).name().value().isEmpty()) {
      throw Refusals.of(path.span(), "Path component cannot be an empty string");
    }
    if (!(path instanceof PathExpression steps)) {
      return;
    }
    for (PathStepSyntax step : steps.steps()) {
      check(step, text);
    }
    int levels = steps.steps().size() + 1;
    if (levels > MOST_LEVELS) {
      throw Refusals.of(
          path.span(), "The document path has too many nesting levels; nesting levels: " + levels);
    }
  }

  private static void check(PathStepSyntax step, String text) {
    if (step instanceof PathStepSyntax.AllAttributes) {
      throw Refusals.withPlace(
          star(step, step.span().length() - 1),
          "Unpivot path component like a.*.b are not supported");
    }
    if (step instanceof PathStepSyntax.AllElements) {
      throw Refusals.withPlace(
          star(step, 1), "Wildcard path component like a[*].b are not supported");
    }
    if (step instanceof PathStepSyntax.Attribute attribute && attribute.name().value().isEmpty()) {
      throw Refusals.of(step.span(), "Path component cannot be an empty string");
    }
    if (!(step instanceof PathStepSyntax.Subscript subscript)) {
      return;
    }
    if (subscript.key() instanceof StringLiteral name) {
      requireName(name);
      return;
    }
    if (!(subscript.key() instanceof NumberLiteral number)) {
      throw Refusals.withPlace(Places.of(subscript.key(), text), "Unexpected path component");
    }
    checkIndex(number);
  }

  private static SourceSpan star(PathStepSyntax step, int before) {
    SourceSpan span = step.span();
    int start = span.start() + before;
    return new SourceSpan(span.line(), span.column() + before, start, start + 1);
  }

  private static Variable root(ExpressionSyntax path) {
    return path instanceof Variable variable ? variable : (Variable) ((PathExpression) path).root();
  }

  private static void requireName(StringLiteral name) {
    if (name.value().isEmpty()) {
      throw Refusals.of(name.span(), "Path component cannot be an empty string");
    }
  }

  private static void checkIndex(NumberLiteral number) {
    BigDecimal value = NumberText.parse(number.text());
    boolean digits = number.text().chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
    if (!digits) {
      throw Refusals.withPlace(number.span(), "Unexpected path component");
    }
    if (value.signum() < 0 || value.compareTo(MOST) > 0) {
      throw Refusals.withPlace(
          digits(number),
          "List index is not within the allowable range; index: [" + number.text() + "]");
    }
  }

  // The place is that of the digit, behind the sign.
  private static SourceSpan digits(NumberLiteral number) {
    SourceSpan span = number.span();
    int sign = span.length() - number.text().replace("-", "").length();
    return new SourceSpan(span.line(), span.column() + sign, span.start() + sign, span.end());
  }

  /** The steps of a path that was checked, as DynamoDB lists them. */
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
