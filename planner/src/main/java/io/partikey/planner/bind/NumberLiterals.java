package io.partikey.planner.bind;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.NumberText;
import io.partikey.engine.item.NumberValue;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.planner.mode.Mode;
import java.math.BigDecimal;

/** The values of numbers as they are written. */
public final class NumberLiterals {
  private static final int LONGEST_PLAIN = 200;

  private NumberLiterals() {}

  /**
   * The number that a literal is.
   *
   * @throws EngineException with {@code SYNTAX_ERROR} if its exponent is none, with {@code
   *     NUMBER_OUT_OF_RANGE} if it is too large, too small or too long
   */
  static NumberValue value(NumberLiteral literal, Mode mode) {
    try {
      return new NumberValue(NumberText.parse(literal.text()));
    } catch (NumberFormatException noExponent) {
      throw BindingErrors.at(
          literal.span(),
          ErrorCode.SYNTAX_ERROR,
          mode.wording() == Mode.Wording.DYNAMODB
              ? "Statement wasn't well formed, can't be processed: "
              : "The exponent of " + literal.text() + " is out of range.");
    } catch (EngineException outOfRange) {
      throw BindingErrors.at(literal.span(), outOfRange.code(), outOfRange.getMessage());
    }
  }

  /**
   * The number that a literal is, of whatever size.
   *
   * @throws EngineException with {@code SYNTAX_ERROR} if its exponent is none
   */
  static BigDecimal exact(NumberLiteral literal) {
    try {
      return NumberText.parse(literal.text());
    } catch (NumberFormatException noExponent) {
      throw BindingErrors.at(
          literal.span(),
          ErrorCode.SYNTAX_ERROR,
          "The exponent of " + literal.text() + " is out of range.");
    }
  }

  /**
   * The number of a literal without an exponent, as it is written where that would be very long.
   */
  public static String plain(NumberLiteral literal) {
    BigDecimal value = exact(literal);
    return Math.abs((long) value.scale()) > LONGEST_PLAIN ? literal.text() : value.toPlainString();
  }
}
