package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.DocumentPath;
import io.partikey.engine.item.PathStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value inside a document, for example {@code address.lines[0]}; MISSING where there is none. */
public record PathAccess(Expression base, List<PathStep> steps) implements Expression {
  public PathAccess {
    steps = List.copyOf(steps);
  }

  /** The expression for a path into the item at hand. */
  public static Expression of(DocumentPath path) {
    Expression attribute = new AttributeReference(path.attribute());
    return path.steps().isEmpty() ? attribute : new PathAccess(attribute, path.steps());
  }

  @Override
  public @Nullable AttributeValue evaluate(Environment environment) {
    return DocumentPath.resolve(base.evaluate(environment), steps);
  }

  @Override
  public List<Expression> children() {
    return List.of(base);
  }

  @Override
  public PathAccess withChildren(List<Expression> children) {
    return new PathAccess(children.get(0), steps);
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitPathAccess(this);
  }
}
