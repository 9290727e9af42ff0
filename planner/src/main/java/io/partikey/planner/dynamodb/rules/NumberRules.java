package io.partikey.planner.dynamodb.rules;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.item.NumberText;
import io.partikey.engine.item.NumberValue;
import io.partikey.parser.ast.BagLiteral;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.planner.bind.BindingErrors;
import io.partikey.planner.dynamodb.mistake.Refusals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What numbers DynamoDB takes, and where in a value it says that one is none. */
final class NumberRules {
  private NumberRules() {}

  /**
   * Refuses a number that is out of range.
   *
   * @param path where it is inside its value
   */
  static NumberValue check(NumberLiteral number, String path) {
    try {
      return new NumberValue(NumberText.parse(number.text()));
    } catch (NumberFormatException noExponent) {
      throw Refusals.notWellFormed(number.span(), "");
    } catch (EngineException outOfRange) {
      throw BindingErrors.at(
          number.span(), outOfRange.code(), outOfRange.getMessage() + " under " + path);
    }
  }

  /** Refuses a set in which a number comes twice, however it is written. */
  static void requireDistinct(BagLiteral bag, String path) {
    Set<NumberValue> values = new HashSet<>();
    List<String> written = new ArrayList<>();
    for (ExpressionSyntax element : bag.elements()) {
      NumberLiteral number = (NumberLiteral) element;
      values.add(check(number, path));
      written.add(number.text());
    }
    if (values.size() < written.size()) {
      throw Refusals.of(
          bag.span(),
          "One or more parameter values were invalid: Input collection "
              + written
              + " contains duplicates! under "
              + path);
    }
  }
}
