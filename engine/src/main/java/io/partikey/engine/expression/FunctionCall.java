package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call of a function, for example {@code begins_with(a, 'x')}. */
public record FunctionCall(Function function, List<Expression> arguments) implements Expression {
  public FunctionCall {
    arguments = List.copyOf(arguments);
  }

  @Override
  public @Nullable AttributeValue evaluate(Environment environment) {
    List<@Nullable AttributeValue> values = new ArrayList<>(arguments.size());
    for (Expression argument : arguments) {
      values.add(argument.evaluate(environment));
    }
    return function.apply(values);
  }

  @Override
  public List<Expression> children() {
    return arguments;
  }

  @Override
  public FunctionCall withChildren(List<Expression> children) {
    return new FunctionCall(function, children);
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitFunctionCall(this);
  }
}
