package io.partikey.parser.ast;

import java.util.List;

/**
 * Two strings joined, e.g. {@code 'USER#' || id}; {@code operatorSpan} is where the operator
 * stands.
 */
public record Concatenation(
    ExpressionSyntax left, ExpressionSyntax right, SourceSpan operatorSpan, SourceSpan span)
    implements ExpressionSyntax {
  @Override
  public List<Node> children() {
    return List.of(left, right);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitConcatenation(this, context);
  }
}
