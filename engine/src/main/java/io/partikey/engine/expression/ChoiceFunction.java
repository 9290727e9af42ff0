package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NullValue;
import io.partikey.engine.item.ScalarOrder;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** SQL's functions that choose one of their arguments, of whatever type. */
public enum ChoiceFunction implements Function {
  /**
   * {@code coalesce(a, b, …)}: the first that is neither MISSING nor NULL; without one, NULL if
   * there is a NULL, else MISSING.
   */
  COALESCE(1, Integer.MAX_VALUE) {
    @Override
    public @Nullable AttributeValue apply(List<@Nullable AttributeValue> arguments) {
      @Nullable AttributeValue absent = null;
      for (@Nullable AttributeValue argument : arguments) {
        if (argument != null && argument != NullValue.NULL) {
          return argument;
        }
        absent = absent == null ? argument : absent;
      }
      return absent;
    }
  },
  /** {@code nullif(a, b)}: NULL where both are equal, else the first. */
  NULLIF(2, 2) {
    @Override
    public @Nullable AttributeValue apply(List<@Nullable AttributeValue> arguments) {
      @Nullable AttributeValue value = arguments.get(0);
      return ComparisonOperator.EQUAL.test(value, arguments.get(1)) ? NullValue.NULL : value;
    }
  },
  /**
   * {@code greatest(a, b, …)}: the greatest string, number or binary; MISSING if one is MISSING or
   * they have no order, else NULL if one is NULL.
   */
  GREATEST(1, Integer.MAX_VALUE) {
    @Override
    public @Nullable AttributeValue apply(List<@Nullable AttributeValue> arguments) {
      return Absence.propagate(arguments, values -> extreme(values, 1));
    }
  },
  /** {@code least(a, b, …)}: the least string, number or binary, like {@link #GREATEST}. */
  LEAST(1, Integer.MAX_VALUE) {
    @Override
    public @Nullable AttributeValue apply(List<@Nullable AttributeValue> arguments) {
      return Absence.propagate(arguments, values -> extreme(values, -1));
    }
  };

  private final int leastArguments;
  private final int mostArguments;

  ChoiceFunction(int leastArguments, int mostArguments) {
    this.leastArguments = leastArguments;
    this.mostArguments = mostArguments;
  }

  @Override
  public String functionName() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public int leastArguments() {
    return leastArguments;
  }

  @Override
  public int mostArguments() {
    return mostArguments;
  }

  private static @Nullable AttributeValue extreme(List<AttributeValue> values, int direction) {
    AttributeValue chosen = values.get(0);
    for (AttributeValue value : values) {
      OptionalInt order = ScalarOrder.compare(value, chosen);
      if (order.isEmpty()) {
        return null;
      }
      chosen = Integer.signum(order.getAsInt()) == direction ? value : chosen;
    }
    return chosen;
  }
}
