package io.partikey.planner.dynamodb.rules;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.item.NumberText;
import io.partikey.engine.item.NumberValue;
import io.partikey.parser.ast.BagLiteral;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.planner.bind.Positions;
import io.partikey.planner.dynamodb.mistake.Mistake;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What numbers DynamoDB takes, and where in a value it says that one is none. */
final class NumberRules {
  private NumberRules() {}

  /**
   * A number that is out of range.
   *
   * @param path where it is inside its value
   */
  static Optional<Mistake> ofNumber(NumberLiteral number, String path, Clause clause) {
    try {
      value(number);
      return Optional.empty();
    } catch (NumberFormatException noExponent) {
      return clause.notWellFormed(number, "");
    } catch (EngineException outOfRange) {
      return Optional.of(
          new Mistake(
              clause.stage(),
              outOfRange.code(),
              Positions.of(number.span()),
              outOfRange.getMessage() + " under " + path));
    }
  }

  private static NumberValue value(NumberLiteral number) {
    return new NumberValue(NumberText.parse(number.text()));
  }

  /** A set in which a number is out of range or comes twice, however it is written. */
  static Optional<Mistake> ofSet(BagLiteral bag, String path, Clause clause) {
    Set<NumberValue> values = new HashSet<>();
    List<String> written = new ArrayList<>();
    for (ExpressionSyntax element : bag.elements()) {
      NumberLiteral number = (NumberLiteral) element;
      Optional<Mistake> mistake = ofNumber(number, path, clause);
      if (mistake.isPresent()) {
        return mistake;
      }
      values.add(value(number));
      written.add(number.text());
    }
    return values.size() == written.size()
        ? Optional.empty()
        : clause.mistake(
            bag,
            "One or more parameter values were invalid: Input collection "
                + written
                + " contains duplicates! under "
                + path);
  }
}
