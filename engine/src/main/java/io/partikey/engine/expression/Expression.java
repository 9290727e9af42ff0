package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BooleanValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression over an item or a row: immutable, evaluated by itself, shared between threads.
 *
 * <p>Logic is two-valued: a condition is true or it is not. MISSING is no value and is written as
 * null; paths that lead nowhere and permissive operators on the wrong types give MISSING.
 */
public sealed interface Expression
    permits Literal,
        Parameter,
        AttributeReference,
        ColumnReference,
        PathAccess,
        WildcardPath,
        Subscript,
        Predicate,
        Arithmetic,
        Cast,
        FunctionCall,
        Conditional,
        Required,
        Elements,
        ListConstructor,
        MapConstructor,
        SetConstructor {

  /**
   * The value of this expression, null for MISSING.
   *
   * @throws io.partikey.engine.error.EngineException where the operation is strict about its
   *     operands; see {@link Arithmetic}, {@link Required} and {@link Function}
   */
  @Nullable AttributeValue evaluate(Environment environment);

  /** The expressions directly inside this one, in the order in which they are written. */
  List<Expression> children();

  /**
   * The same operation on other expressions.
   *
   * @param children what stands for {@link #children}, as many and in their order
   */
  Expression withChildren(List<Expression> children);

  /** Calls the visitor's method for this kind of expression. */
  <R> R accept(ExpressionVisitor<R> visitor);

  /** Whether this expression, as a condition, holds. */
  default boolean isTrue(Environment environment) {
    return evaluate(environment) == BooleanValue.TRUE;
  }
}
