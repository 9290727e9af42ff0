package io.partikey.parser.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A derived table, e.g. {@code (SELECT * FROM Music) AS m}. */
public record FromQuery(QuerySyntax query, @Nullable Alias alias, SourceSpan span)
    implements FromItem {
  @Override
  public List<Node> children() {
    return new Children().add(query).add(alias).toList();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitFromQuery(this, context);
  }
}
