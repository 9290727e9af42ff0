package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BooleanValue;

/** An expression that is always true or false and never MISSING. */
public sealed interface Predicate extends Expression
    permits Comparison, Between, InList, Logical, Not, Presence, TypeTest, Like {
  @Override
  boolean isTrue(Environment environment);

  @Override
  default AttributeValue evaluate(Environment environment) {
    return BooleanValue.of(isTrue(environment));
  }
}
