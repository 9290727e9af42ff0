package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NullValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversion to a type, for example {@code CAST(a AS NUMBER)}. MISSING stays MISSING, NULL stays
 * NULL. Strict: a value that the type cannot hold is an error.
 *
 * <ul>
 *   <li>STRING, with a length cut to it: numbers in plain notation, {@code true} and {@code false},
 *       binaries in base64, documents as {@link io.partikey.engine.item.DocumentJson}.
 *   <li>NUMBER from text and booleans, with a precision and scale rounded to it; whole numbers
 *       without the fraction.
 *   <li>BOOLEAN from {@code true}, {@code t}, {@code 1}, {@code false}, {@code f}, {@code 0}, and
 *       from numbers: all but zero are true.
 *   <li>BINARY from base64.
 *   <li>DATE, TIME, TIMESTAMP from text in ISO 8601, written in full.
 *   <li>LIST from sets, sets from lists and sets, all documents from their JSON text.
 * </ul>
 *
 * <p>Text that is none of the type is {@code INVALID_TEXT} or {@code INVALID_DATETIME}, a number
 * out of range {@code NUMBER_OUT_OF_RANGE}, a value of another type {@code WRONG_TYPE}.
 */
public record Cast(Expression operand, ValueType type) implements Expression {
  @Override
  public @Nullable AttributeValue evaluate(Environment environment) {
    @Nullable AttributeValue value = operand.evaluate(environment);
    return value == null || value == NullValue.NULL ? value : Conversion.convert(value, type);
  }

  @Override
  public List<Expression> children() {
    return List.of(operand);
  }

  @Override
  public Cast withChildren(List<Expression> children) {
    return new Cast(children.get(0), type);
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitCast(this);
  }
}
