package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ItemLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a statement's parameters, by position from 0. A null value stands for MISSING. */
public record Parameters(List<@Nullable AttributeValue> values) {
  /** No parameters. */
  public static final Parameters NONE = new Parameters(List.of());

  public Parameters {
    values = Collections.unmodifiableList(new ArrayList<>(values));
    for (@Nullable AttributeValue value : values) {
      if (value != null) {
        ItemLimits.checkValue(value);
      }
    }
  }

  /** These values. */
  public static Parameters of(AttributeValue... values) {
    return new Parameters(Arrays.asList(values));
  }

  /**
   * The value of a parameter.
   *
   * @throws EngineException with {@code PARAMETER_COUNT} if there is none at this position
   */
  public @Nullable AttributeValue get(int index) {
    if (index >= values.size()) {
      throw new EngineException(
          ErrorCode.PARAMETER_COUNT, "Number of parameters in request and statement don't match.");
    }
    return values.get(index);
  }
}
