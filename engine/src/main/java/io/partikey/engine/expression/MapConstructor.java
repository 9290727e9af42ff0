package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.MapValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map of the values of expressions, {@code {'k': ?}}; MISSING members are left out. */
public record MapConstructor(Map<String, Expression> members) implements Expression {
  public MapConstructor {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  @Override
  public MapValue evaluate(Environment environment) {
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    members.forEach(
        (name, member) -> {
          @Nullable AttributeValue value = member.evaluate(environment);
          if (value != null) {
            values.put(name, value);
          }
        });
    return new MapValue(values);
  }

  @Override
  public List<Expression> children() {
    return List.copyOf(members.values());
  }

  @Override
  public MapConstructor withChildren(List<Expression> children) {
    Map<String, Expression> others = new LinkedHashMap<>();
    for (String name : members.keySet()) {
      others.put(name, children.get(others.size()));
    }
    return new MapConstructor(others);
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitMapConstructor(this);
  }
}
