package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value that must be there: MISSING is an error, as for an operand in the SET of an UPDATE. */
public record Required(Expression operand) implements Expression {
  @Override
  public AttributeValue evaluate(Environment environment) {
    @Nullable AttributeValue value = operand.evaluate(environment);
    if (value == null) {
      throw new EngineException(
          ErrorCode.VALIDATION,
          "The provided expression refers to an attribute that does not exist in the item");
    }
    return value;
  }

  @Override
  public List<Expression> children() {
    return List.of(operand);
  }

  @Override
  public Required withChildren(List<Expression> children) {
    return new Required(children.get(0));
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitRequired(this);
  }
}
