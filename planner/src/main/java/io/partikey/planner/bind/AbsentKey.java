package io.partikey.planner.bind;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NullValue;
import io.partikey.engine.item.StringValue;
import org.jspecify.annotations.Nullable;

/**
 * A row in which a key of GROUP BY is NULL, or MISSING, and parameters are any value but these.
 *
 * @param key what the key is, null for MISSING
 */
record AbsentKey(@Nullable AttributeValue key) implements Environment {
  private static final AbsentKey NULL = new AbsentKey(NullValue.NULL);
  private static final AbsentKey MISSING = new AbsentKey(null);

  /** Whether a condition on one key holds of NULL if and only if it holds of MISSING. */
  static boolean isNullAsWell(Expression condition) {
    try {
      return condition.isTrue(NULL) == condition.isTrue(MISSING);
    } catch (EngineException dependsOnTheParameter) {
      return false;
    }
  }

  @Override
  public @Nullable AttributeValue attribute(String name) {
    return null;
  }

  @Override
  public @Nullable AttributeValue column(int index) {
    return key;
  }

  @Override
  public AttributeValue parameter(int index) {
    return new StringValue("a");
  }
}
