package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinarySetValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.NumberSetValue;
import io.partikey.engine.item.StringSetValue;
import io.partikey.engine.item.StringValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a list or set, each a value that an IN takes: {@code a IN ?}. By itself they are
 * a list. What is no list and no set has none.
 */
public record Elements(Expression collection) implements Expression {
  /** The elements of a value in their order; none unless it is a list or a set. */
  public static List<AttributeValue> of(@Nullable AttributeValue collection) {
    if (collection instanceof ListValue list) {
      return list.elements();
    }
    if (collection instanceof StringSetValue set) {
      return set.elements().stream().<AttributeValue>map(StringValue::new).toList();
    }
    if (collection instanceof NumberSetValue set) {
      return List.copyOf(set.elements());
    }
    return collection instanceof BinarySetValue set ? List.copyOf(set.elements()) : List.of();
  }

  /** The elements in an environment. */
  public List<AttributeValue> in(Environment environment) {
    return of(collection.evaluate(environment));
  }

  @Override
  public AttributeValue evaluate(Environment environment) {
    return new ListValue(in(environment));
  }

  @Override
  public List<Expression> children() {
    return List.of(collection);
  }

  @Override
  public Elements withChildren(List<Expression> children) {
    return new Elements(children.get(0));
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitElements(this);
  }
}
