package io.partikey.engine.store.row;

import io.partikey.engine.expression.BoundExpression;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import org.jspecify.annotations.Nullable;

/** The environment that a stored item makes: an expression decodes the attributes that it reads. */
public record StoredEnvironment(StoredItem item, Parameters parameters) implements Environment {
  /** Whether an expression holds for a stored item. */
  public static boolean isTrue(BoundExpression expression, StoredItem item) {
    return expression.expression().isTrue(new StoredEnvironment(item, expression.parameters()));
  }

  @Override
  public @Nullable AttributeValue attribute(String name) {
    return item.get(name);
  }

  @Override
  public @Nullable AttributeValue column(int index) {
    throw new IllegalStateException("an item has no column " + index);
  }

  @Override
  public @Nullable AttributeValue parameter(int index) {
    return parameters.get(index);
  }
}
