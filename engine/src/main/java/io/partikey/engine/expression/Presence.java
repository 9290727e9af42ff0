package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NullValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A test of whether there is a value at all, for example {@code a IS MISSING}. */
public record Presence(Expression value, Test test) implements Predicate {
  /** What is tested. */
  public enum Test {
    /** There is no value. */
    MISSING,
    /** There is a stored NULL: {@code IS NULL} in DynamoDB's dialect. */
    NULL,
    /** There is no value or a stored NULL: {@code IS NULL} in SQL. */
    NULL_OR_MISSING
  }

  @Override
  public boolean isTrue(Environment environment) {
    @Nullable AttributeValue tested = value.evaluate(environment);
    return switch (test) {
      case MISSING -> tested == null;
      case NULL -> tested == NullValue.NULL;
      case NULL_OR_MISSING -> tested == null || tested == NullValue.NULL;
    };
  }

  @Override
  public List<Expression> children() {
    return List.of(value);
  }

  @Override
  public Presence withChildren(List<Expression> children) {
    return new Presence(children.get(0), test);
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitPresence(this);
  }
}
