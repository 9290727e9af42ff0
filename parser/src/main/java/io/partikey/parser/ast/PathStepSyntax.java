package io.partikey.parser.ast;

import java.util.List;

/** One step of a path. */
public sealed interface PathStepSyntax extends Node {

  /** An attribute of a map, e.g. {@code .title}. */
  record Attribute(Identifier name, SourceSpan span) implements PathStepSyntax {
    @Override
    public List<Node> children() {
      return List.of(name);
    }

    @Override
    public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
      return visitor.visitAttributeStep(this, context);
    }
  }

  /**
   * An element of a list or an attribute of a map, e.g. {@code [0]}, {@code ['title']} or {@code
   * [?]}.
   */
  record Subscript(ExpressionSyntax key, SourceSpan span) implements PathStepSyntax {
    @Override
    public List<Node> children() {
      return List.of(key);
    }

    @Override
    public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
      return visitor.visitSubscriptStep(this, context);
    }
  }

  /** All elements of a list: {@code [*]}. */
  record AllElements(SourceSpan span) implements PathStepSyntax {
    @Override
    public List<Node> children() {
      return List.of();
    }

    @Override
    public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
      return visitor.visitAllElementsStep(this, context);
    }
  }

  /** All attributes of a map: {@code .*}. */
  record AllAttributes(SourceSpan span) implements PathStepSyntax {
    @Override
    public List<Node> children() {
      return List.of();
    }

    @Override
    public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
      return visitor.visitAllAttributesStep(this, context);
    }
  }
}
