package io.partikey.parser.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One SELECT block, from the verb to HAVING, e.g. {@code SELECT Genre, COUNT(*) FROM Music WHERE
 * Artist = ? GROUP BY Genre}.
 */
public record Select(
    List<Hint> hints,
    boolean distinct,
    ProjectionSyntax projection,
    @Nullable FromItem from,
    @Nullable ExpressionSyntax where,
    @Nullable GroupBy groupBy,
    @Nullable ExpressionSyntax having,
    SourceSpan span)
    implements QueryBody {
  public Select {
    hints = List.copyOf(hints);
  }

  @Override
  public List<Node> children() {
    return new Children()
        .addAll(hints)
        .add(projection)
        .add(from)
        .add(where)
        .add(groupBy)
        .add(having)
        .toList();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitSelect(this, context);
  }
}
