package io.partikey.planner.dynamodb.select;

import io.partikey.engine.table.KeySchema;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.SortItem;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.parser.ast.Variable;
import io.partikey.planner.dynamodb.mistake.Places;
import io.partikey.planner.dynamodb.mistake.Refusals;

/** What DynamoDB orders by: attributes of the key that is read by, by their names. */
final class OrderRules {
  private OrderRules() {}

  /** A term of ORDER BY, refused if it is anything else. */
  static KeyOrder.Term term(SortItem item, KeySchema key, String text) {
    if (!(item.expression() instanceof Variable variable)) {
      throw Refusals.of(
          item.span(),
          "Argument to ORDER BY must be of type VariableReference. Type: "
              + type(item.expression(), text));
    }
    String attribute = variable.name().value();
    if (!key.contains(attribute)) {
      throw Refusals.of(
          item.span(),
          "Attribute " + attribute + " in ORDER BY clause must be part of the primary key");
    }
    return new KeyOrder.Term(attribute, item.direction() != SortItem.Direction.DESCENDING);
  }

  private static String type(ExpressionSyntax expression, String text) {
    if (expression instanceof PathExpression) {
      return "PATH";
    }
    return expression instanceof StringLiteral string
        ? "\"" + string.value() + "\""
        : Places.of(expression, text).textIn(text);
  }
}
