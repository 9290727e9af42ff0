package io.partikey.engine.expression;

import io.partikey.engine.item.Item;

/** An expression over an item together with the parameters that it is evaluated with. */
public record BoundExpression(Expression expression, Parameters parameters) {
  /** Whether the expression holds for an item. */
  public boolean isTrue(Item item) {
    return expression.isTrue(Environment.of(item, parameters));
  }
}
