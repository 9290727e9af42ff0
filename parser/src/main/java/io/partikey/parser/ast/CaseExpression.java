package io.partikey.parser.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A choice, searched ({@code CASE WHEN a > 1 THEN 'x' END}) or simple ({@code CASE a WHEN 1 THEN
 * 'x' ELSE 'y' END}); {@code operand} is null in a searched one.
 */
public record CaseExpression(
    @Nullable ExpressionSyntax operand,
    List<WhenClause> whens,
    @Nullable ExpressionSyntax otherwise,
    SourceSpan span)
    implements ExpressionSyntax {
  public CaseExpression {
    whens = List.copyOf(whens);
    if (whens.isEmpty()) {
      throw new IllegalArgumentException("at least one WHEN");
    }
  }

  @Override
  public List<Node> children() {
    return new Children().add(operand).addAll(whens).add(otherwise).toList();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitCaseExpression(this, context);
  }
}
