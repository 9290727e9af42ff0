package io.partikey.planner.bind;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.NumberValue;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.planner.Dialect;

/** The values of numbers as they are written. */
final class NumberLiterals {
  private NumberLiterals() {}

  /**
   * The number that a literal is.
   *
   * @throws EngineException with {@code SYNTAX_ERROR} if its exponent is none, with {@code
   *     NUMBER_OUT_OF_RANGE} if it is too large, too small or too long
   */
  static NumberValue value(NumberLiteral literal, Dialect dialect) {
    try {
      return new NumberValue(literal.value());
    } catch (NumberFormatException noExponent) {
      throw BindingErrors.at(
          literal.span(),
          ErrorCode.SYNTAX_ERROR,
          dialect == Dialect.DYNAMODB
              ? "Statement wasn't well formed, can't be processed: "
              : "The exponent of " + literal.text() + " is out of range.");
    } catch (EngineException outOfRange) {
      throw BindingErrors.at(literal.span(), outOfRange.code(), outOfRange.getMessage());
    }
  }
}
