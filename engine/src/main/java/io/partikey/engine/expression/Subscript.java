package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The element of a list at a position that is computed, or the member of a map of a name that is:
 * {@code a.list[?]}. MISSING where there is none.
 */
public record Subscript(Expression base, Expression key) implements Expression {
  @Override
  public @Nullable AttributeValue evaluate(Environment environment) {
    @Nullable AttributeValue collection = base.evaluate(environment);
    @Nullable AttributeValue at = key.evaluate(environment);
    if (collection instanceof MapValue map && at instanceof StringValue name) {
      return map.members().get(name.text());
    }
    if (!(collection instanceof ListValue list) || !(at instanceof NumberValue number)) {
      return null;
    }
    BigDecimal position = number.value();
    boolean inList =
        DecimalMath.isWhole(position)
            && position.signum() >= 0
            && position.compareTo(BigDecimal.valueOf(list.elements().size())) < 0;
    return inList ? list.elements().get(position.intValueExact()) : null;
  }

  @Override
  public List<Expression> children() {
    return List.of(base, key);
  }

  @Override
  public Subscript withChildren(List<Expression> children) {
    return new Subscript(children.get(0), children.get(1));
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitSubscript(this);
  }
}
