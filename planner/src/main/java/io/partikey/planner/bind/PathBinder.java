package io.partikey.planner.bind;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Subscript;
import io.partikey.engine.expression.WildcardPath;
import io.partikey.engine.expression.WildcardPath.Part;
import io.partikey.engine.expression.WildcardPath.Wildcard;
import io.partikey.engine.item.PathStep;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.PathStepSyntax;
import io.partikey.parser.ast.PathStepSyntax.AllAttributes;
import io.partikey.parser.ast.PathStepSyntax.AllElements;
import io.partikey.parser.ast.PathStepSyntax.Attribute;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.parser.ast.Variable;
import io.partikey.planner.mode.Mode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Names and paths: which source and attribute they begin at, and the steps from there. */
final class PathBinder {
  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

  private final Symbols symbols;
  private final boolean computes;
  private final BiFunction<ExpressionSyntax, Scope, Expression> keys;

  /**
   * A binder of paths.
   *
   * @param keys binds what is computed between brackets
   */
  PathBinder(BindingContext context, BiFunction<ExpressionSyntax, Scope, Expression> keys) {
    this.symbols = context.symbols();
    this.computes = context.mode().names() == Mode.Names.SOURCES_FIRST;
    this.keys = keys;
  }

  /** What a bare name means: an alias or a variable, otherwise an attribute. */
  Expression name(Variable variable, Scope scope) {
    return scope.named(variable.name()).orElseGet(() -> scope.attribute(variable.name()));
  }

  /** What a path that begins with a name means. */
  Expression path(Identifier root, List<PathStepSyntax> steps, Scope scope) {
    Optional<Source> source = scope.qualified(root);
    if (source.isEmpty()) {
      return schemaQualified(root, steps, scope)
          ? path(((Attribute) steps.get(0)).name(), steps.subList(1, steps.size()), scope)
          : follow(scope.attribute(root), steps, scope);
    }
    if (source.get() instanceof Source.Variable variable) {
      return follow(variable.value(), steps, scope);
    }
    Optional<Identifier> attribute = attributeOf(steps.get(0));
    if (attribute.isEmpty()) {
      boolean ofWhole = steps.get(0) instanceof AllAttributes;
      Optional<Expression> whole = ofWhole ? scope.named(root) : Optional.empty();
      return follow(whole.orElseGet(() -> scope.attribute(root)), steps, scope);
    }
    return follow(
        scope.attribute(source.get(), attribute.get()), steps.subList(1, steps.size()), scope);
  }

  /** The steps of a path that begins with a value. */
  Expression path(Expression base, PathExpression path, Scope scope) {
    return follow(base, path.steps(), scope);
  }

  private Expression follow(Expression base, List<PathStepSyntax> steps, Scope scope) {
    for (int i = 0; i < plainSteps(steps); i++) {
      if (steps.get(i) instanceof PathStepSyntax.Subscript subscript && isComputed(subscript)) {
        Expression collection = symbols.path(base, steps(steps.subList(0, i)));
        Expression key = keys.apply(subscript.key(), scope);
        return follow(new Subscript(collection, key), steps.subList(i + 1, steps.size()), scope);
      }
    }
    return follow(base, steps);
  }

  private boolean isComputed(PathStepSyntax.Subscript subscript) {
    return computes
        && !(subscript.key() instanceof NumberLiteral)
        && !(subscript.key() instanceof StringLiteral);
  }

  /** The value that steps lead to, or a list of those that they lead to over wildcards. */
  private Expression follow(Expression base, List<PathStepSyntax> steps) {
    int plain = plainSteps(steps);
    Expression collection = symbols.path(base, steps(steps.subList(0, plain)));
    List<Part> parts = new ArrayList<>();
    for (int from = plain; from < steps.size(); ) {
      Wildcard wildcard =
          steps.get(from) instanceof AllElements ? Wildcard.ELEMENTS : Wildcard.MEMBERS;
      List<PathStepSyntax> behind = steps.subList(from + 1, steps.size());
      int count = plainSteps(behind);
      parts.add(new Part(wildcard, steps(behind.subList(0, count))));
      from += count + 1;
    }
    return parts.isEmpty() ? collection : new WildcardPath(collection, parts);
  }

  private static int plainSteps(List<PathStepSyntax> steps) {
    int count = 0;
    while (count < steps.size()
        && !(steps.get(count) instanceof AllElements)
        && !(steps.get(count) instanceof AllAttributes)) {
      count++;
    }
    return count;
  }

  // "main"."t"."a": some tools write the schema before the table.
  private static boolean schemaQualified(Identifier root, List<PathStepSyntax> steps, Scope scope) {
    return root.value().equals(TableResolver.SCHEMA)
        && steps.size() > 1
        && steps.get(0) instanceof Attribute table
        && scope.qualified(table.name()).isPresent();
  }

  private static Optional<Identifier> attributeOf(PathStepSyntax step) {
    if (step instanceof Attribute attribute) {
      return Optional.of(attribute.name());
    }
    return step instanceof PathStepSyntax.Subscript subscript
            && subscript.key() instanceof StringLiteral name
        ? Optional.of(new Identifier(name.value(), true, name.span()))
        : Optional.empty();
  }

  /** Steps into a document, none of them a wildcard. */
  static List<PathStep> steps(List<PathStepSyntax> steps) {
    List<PathStep> bound = new ArrayList<>(steps.size());
    for (PathStepSyntax step : steps) {
      bound.add(step(step));
    }
    return bound;
  }

  private static PathStep step(PathStepSyntax step) {
    Optional<Identifier> attribute = attributeOf(step);
    if (attribute.isPresent()) {
      return new PathStep.Member(attribute.get().value());
    }
    if (step instanceof PathStepSyntax.Subscript subscript
        && subscript.key() instanceof NumberLiteral number) {
      return new PathStep.Element(index(number));
    }
    throw BindingErrors.unsupported(
        step.span(), "A computed subscript here", "Write a whole number or a name in quotes.");
  }

  private static int index(NumberLiteral number) {
    BigDecimal value = NumberLiterals.exact(number);
    boolean whole = value.stripTrailingZeros().scale() <= 0;
    if (!whole || value.signum() < 0 || value.compareTo(MOST) > 0) {
      throw BindingErrors.at(
          number.span(),
          ErrorCode.VALIDATION,
          "List index is not within the allowable range; index: ["
              + number.text()
              + "] at "
              + number.span());
    }
    return value.intValueExact();
  }
}
