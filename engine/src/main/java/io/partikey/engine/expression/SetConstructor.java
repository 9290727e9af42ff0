package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinarySetValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.NumberSetValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringSetValue;
import io.partikey.engine.item.StringValue;
import java.util.List;
import java.util.stream.Stream;

/**
 * A set of the values of expressions, {@code <<'a', ?>>}: all strings, all numbers or all binaries,
 * not empty, without duplicates; anything else is the service's error. MISSING elements are left
 * out.
 */
public record SetConstructor(List<Expression> elements) implements Expression {
  public SetConstructor {
    elements = List.copyOf(elements);
  }

  @Override
  public AttributeValue evaluate(Environment environment) {
    return setOf(
        elements.stream()
            .map(element -> element.evaluate(environment))
            .flatMap(Stream::ofNullable)
            .toList());
  }

  /**
   * The set of these values.
   *
   * @throws EngineException with {@code VALIDATION} if they make none
   */
  public static AttributeValue setOf(List<AttributeValue> values) {
    if (values.isEmpty()) {
      throw new EngineException(ErrorCode.VALIDATION, "Empty bags are not supported");
    }
    AttributeType type = values.get(0).type();
    if (!type.isKeyType() || values.stream().anyMatch(value -> value.type() != type)) {
      throw new EngineException(
          ErrorCode.VALIDATION,
          "Unsupported data type in Bag. DynamoDB only supports either numbers or strings in bags");
    }
    if (type == AttributeType.S) {
      return StringSetValue.ofDistinct(
          values.stream().map(value -> ((StringValue) value).text()).toList());
    }
    return type == AttributeType.N
        ? NumberSetValue.ofDistinct(values.stream().map(NumberValue.class::cast).toList())
        : BinarySetValue.ofDistinct(values.stream().map(BinaryValue.class::cast).toList());
  }

  @Override
  public List<Expression> children() {
    return elements;
  }

  @Override
  public SetConstructor withChildren(List<Expression> children) {
    return new SetConstructor(children);
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitSetConstructor(this);
  }
}
