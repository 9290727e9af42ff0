package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ListValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of the values of expressions, {@code [a, ?]}; MISSING elements are left out. */
public record ListConstructor(List<Expression> elements) implements Expression {
  public ListConstructor {
    elements = List.copyOf(elements);
  }

  @Override
  public AttributeValue evaluate(Environment environment) {
    List<AttributeValue> values = new ArrayList<>(elements.size());
    for (Expression element : elements) {
      @Nullable AttributeValue value = element.evaluate(environment);
      if (value != null) {
        values.add(value);
      }
    }
    return new ListValue(values);
  }

  @Override
  public List<Expression> children() {
    return elements;
  }

  @Override
  public ListConstructor withChildren(List<Expression> children) {
    return new ListConstructor(children);
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitListConstructor(this);
  }
}
