package io.partikey.parser.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pattern match, e.g. {@code Song NOT LIKE '50!%%' ESCAPE '!'}. */
public record LikeSyntax(
    boolean negated,
    ExpressionSyntax value,
    ExpressionSyntax pattern,
    @Nullable ExpressionSyntax escape,
    SourceSpan span)
    implements ExpressionSyntax {
  @Override
  public List<Node> children() {
    return new Children().add(value).add(pattern).add(escape).toList();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitLike(this, context);
  }
}
