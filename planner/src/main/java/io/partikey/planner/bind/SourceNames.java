package io.partikey.planner.bind;

import io.partikey.parser.ast.FromSource;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.PathStepSyntax;
import io.partikey.parser.ast.QualifiedName;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.parser.ast.Variable;
import java.util.List;
import java.util.Optional;

/** Names in FROM: {@code t}, {@code t.i}, {@code t['i']}, {@code t[i]}. */
public final class SourceNames {
  private SourceNames() {}

  /** The name of a source; empty if it is more than a name. */
  public static Optional<QualifiedName> of(FromSource source) {
    Optional<QualifiedName> name = source.tableName();
    if (name.isPresent()) {
      return name;
    }
    if (source.source() instanceof PathExpression path
        && path.root() instanceof Variable table
        && path.steps().size() == 1
        && path.steps().get(0) instanceof PathStepSyntax.Subscript subscript) {
      return index(subscript)
          .map(index -> new QualifiedName(List.of(table.name(), index), path.span()));
    }
    return Optional.empty();
  }

  private static Optional<Identifier> index(PathStepSyntax.Subscript subscript) {
    if (subscript.key() instanceof Variable variable) {
      return Optional.of(variable.name());
    }
    return subscript.key() instanceof StringLiteral name
        ? Optional.of(new Identifier(name.value(), true, name.span()))
        : Optional.empty();
  }
}
