package io.partikey.planner.bind;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.item.PathStep;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.PathStep.AllAttributes;
import io.partikey.parser.ast.PathStep.AllElements;
import io.partikey.parser.ast.PathStep.Attribute;
import io.partikey.parser.ast.PathStep.Subscript;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.parser.ast.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names and paths: which source and attribute they begin at, and the steps from there. */
final class PathBinder {
  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

  private final Symbols symbols;

  PathBinder(Symbols symbols) {
    this.symbols = symbols;
  }

  /** What a bare name means: an alias or a variable, otherwise an attribute. */
  Expression name(Variable variable, Scope scope) {
    return scope.named(variable.name()).orElseGet(() -> scope.attribute(variable.name()));
  }

  /** What a path that begins with a name means. */
  Expression path(Identifier root, List<io.partikey.parser.ast.PathStep> steps, Scope scope) {
    Optional<Source> source = scope.qualified(root);
    if (source.isEmpty()) {
      return schemaQualified(root, steps, scope)
          ? path(((Attribute) steps.get(0)).name(), steps.subList(1, steps.size()), scope)
          : symbols.path(scope.attribute(root), steps(steps));
    }
    if (source.get() instanceof Source.Variable variable) {
      return symbols.path(variable.value(), steps(steps));
    }
    Optional<Identifier> attribute = attributeOf(steps.get(0));
    if (attribute.isEmpty()) {
      return symbols.path(scope.attribute(root), steps(steps));
    }
    return symbols.path(
        scope.attribute(source.get(), attribute.get()), steps(steps.subList(1, steps.size())));
  }

  /** The steps of a path that begins with a value. */
  Expression path(Expression base, PathExpression path) {
    return symbols.path(base, steps(path.steps()));
  }

  // "main"."t"."a": some tools write the schema before the table.
  private static boolean schemaQualified(
      Identifier root, List<io.partikey.parser.ast.PathStep> steps, Scope scope) {
    return root.value().equals(TableResolver.SCHEMA)
        && steps.size() > 1
        && steps.get(0) instanceof Attribute table
        && scope.qualified(table.name()).isPresent();
  }

  private static Optional<Identifier> attributeOf(io.partikey.parser.ast.PathStep step) {
    if (step instanceof Attribute attribute) {
      return Optional.of(attribute.name());
    }
    return step instanceof Subscript subscript && subscript.key() instanceof StringLiteral name
        ? Optional.of(new Identifier(name.value(), true, name.span()))
        : Optional.empty();
  }

  /** Steps into a document. */
  static List<PathStep> steps(List<io.partikey.parser.ast.PathStep> steps) {
    List<PathStep> bound = new ArrayList<>(steps.size());
    for (io.partikey.parser.ast.PathStep step : steps) {
      bound.add(step(step));
    }
    return bound;
  }

  private static PathStep step(io.partikey.parser.ast.PathStep step) {
    Optional<Identifier> attribute = attributeOf(step);
    if (attribute.isPresent()) {
      return new PathStep.Member(attribute.get().value());
    }
    if (step instanceof Subscript subscript && subscript.key() instanceof NumberLiteral number) {
      return new PathStep.Element(index(number));
    }
    if (step instanceof AllElements || step instanceof AllAttributes) {
      throw BindingErrors.unsupported(
          step.span(),
          "A path over all elements",
          "Put the collection into FROM: FROM t AS x, x.list AS y.");
    }
    throw BindingErrors.unsupported(
        step.span(), "A computed subscript", "Write a whole number or a name in quotes.");
  }

  private static int index(NumberLiteral number) {
    BigDecimal value = number.value();
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
