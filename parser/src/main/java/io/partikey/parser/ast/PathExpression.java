package io.partikey.parser.ast;

import java.util.List;

/**
 * A path into a value, e.g. {@code m.tracks[0]."title"}; its root is most often a {@link Variable}.
 */
public record PathExpression(ExpressionSyntax root, List<PathStepSyntax> steps, SourceSpan span)
    implements ExpressionSyntax {
  public PathExpression {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a path has at least one step");
    }
  }

  @Override
  public List<Node> children() {
    return new Children().add(root).addAll(steps).toList();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitPathExpression(this, context);
  }
}
