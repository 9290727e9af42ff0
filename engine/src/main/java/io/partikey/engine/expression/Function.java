package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of values. Deterministic, without side effects, thread-safe.
 *
 * <p>The functions of DynamoDB's conditions are in {@link ScalarFunction}, those that only the SET
 * of an UPDATE may call in {@link UpdateFunction}; the others are SQL's. {@link FunctionCatalog}
 * finds them by name.
 */
public sealed interface Function
    permits ScalarFunction,
        UpdateFunction,
        TextFunction,
        NumericFunction,
        ChoiceFunction,
        DateFunction {
  /** The name in lower case, as DynamoDB or SQL write it. */
  String functionName();

  /** The fewest arguments that the function takes. */
  int leastArguments();

  /** The most arguments that the function takes. */
  int mostArguments();

  /**
   * The value of the function for arguments, null for MISSING; their number was checked.
   *
   * @throws io.partikey.engine.error.EngineException if it is strict about an argument
   */
  @Nullable AttributeValue apply(List<@Nullable AttributeValue> arguments);
}
