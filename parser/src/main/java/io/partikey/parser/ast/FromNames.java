package io.partikey.parser.ast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the source of a FROM item as a name, where it is one. */
final class FromNames {
  private FromNames() {}

  static Optional<QualifiedName> of(ExpressionSyntax source) {
    if (source instanceof Variable variable) {
      return Optional.of(new QualifiedName(List.of(variable.name()), source.span()));
    }
    if (!(source instanceof PathExpression path) || !(path.root() instanceof Variable root)) {
      return Optional.empty();
    }
    List<Identifier> parts = new ArrayList<>();
    parts.add(root.name());
    for (PathStepSyntax step : path.steps()) {
      if (!(step instanceof PathStepSyntax.Attribute attribute)) {
        return Optional.empty();
      }
      parts.add(attribute.name());
    }
    return Optional.of(new QualifiedName(parts, source.span()));
  }
}
