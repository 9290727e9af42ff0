package io.partikey.parser.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query with its order and bounds, e.g. {@code SELECT * FROM Music ORDER BY Year LIMIT 10}; the
 * bounds of a UNION ALL belong to the whole.
 */
public record QuerySyntax(
    QueryBody body,
    @Nullable OrderBy orderBy,
    @Nullable LimitSyntax limit,
    @Nullable Offset offset,
    SourceSpan span)
    implements Node {
  @Override
  public List<Node> children() {
    return new Children().add(body).add(orderBy).add(limit).add(offset).toList();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitQuery(this, context);
  }
}
