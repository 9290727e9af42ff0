package io.partikey.planner.dynamodb.select;

import io.partikey.engine.table.KeySchema;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.SortItem;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.parser.ast.Variable;
import io.partikey.planner.dynamodb.mistake.Mistake;
import io.partikey.planner.dynamodb.mistake.Places;
import io.partikey.planner.dynamodb.mistake.Stage;
import java.util.Optional;

/** What DynamoDB orders by: attributes of the key that is read by, by their names. */
final class OrderRules {
  private OrderRules() {}

  /** A term of ORDER BY that is anything else. */
  static Optional<Mistake> of(SortItem item, KeySchema key, String text) {
    if (!(item.expression() instanceof Variable variable)) {
      return mistake(
          item,
          "Argument to ORDER BY must be of type VariableReference. Type: "
              + type(item.expression(), text));
    }
    String attribute = variable.name().value();
    return key.contains(attribute)
        ? Optional.empty()
        : mistake(
            item, "Attribute " + attribute + " in ORDER BY clause must be part of the primary key");
  }

  private static Optional<Mistake> mistake(SortItem item, String message) {
    return Optional.of(Mistake.at(Stage.ORDER_TERMS, item.span(), message));
  }

  private static String type(ExpressionSyntax expression, String text) {
    if (expression instanceof PathExpression) {
      return "PATH";
    }
    return expression instanceof StringLiteral string
        ? "\"" + string.value() + "\""
        : Places.of(expression, text).textIn(text);
  }

  /** A term of ORDER BY in which there is no mistake. */
  static KeyOrder.Term term(SortItem item) {
    return new KeyOrder.Term(
        ((Variable) item.expression()).name().value(),
        item.direction() != SortItem.Direction.DESCENDING);
  }
}
