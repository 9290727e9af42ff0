package io.partikey.parser.ast;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table, an index or a collection to iterate over, e.g. {@code Music AS m}, {@code Music.ByGenre}
 * or {@code m.tracks AS track AT position}.
 *
 * <p>Whether a path names a table or a collection inside a row depends on the names in scope, so
 * the path stays an expression here; {@link #tableName()} reads it as a name.
 */
public record FromSource(
    ExpressionSyntax source, @Nullable Alias alias, @Nullable Identifier position, SourceSpan span)
    implements FromItem {
  /** The source as the name of a table or an index; empty if it is more than names and dots. */
  public Optional<QualifiedName> tableName() {
    return FromNames.of(source);
  }

  @Override
  public List<Node> children() {
    return new Children().add(source).add(alias).add(position).toList();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitFromSource(this, context);
  }
}
