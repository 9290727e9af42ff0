package io.partikey.planner.bind;

import io.partikey.engine.table.KeySchema;
import io.partikey.parser.ast.Expression;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.SortItem;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.parser.ast.Variable;
import io.partikey.planner.service.ServiceOrder;

/** What the service orders by: attributes of the key that is read by, by their names. */
final class ServiceOrderRules {
  private ServiceOrderRules() {}

  /** A term of ORDER BY, refused if it is anything else. */
  static ServiceOrder.Term term(SortItem item, KeySchema key, String text) {
    if (!(item.expression() instanceof Variable variable)) {
      throw ServiceRefusal.of(
          item.span(),
          "Argument to ORDER BY must be of type VariableReference. Type: "
              + type(item.expression(), text));
    }
    String attribute = variable.name().value();
    if (!key.contains(attribute)) {
      throw ServiceRefusal.of(
          item.span(),
          "Attribute " + attribute + " in ORDER BY clause must be part of the primary key");
    }
    return new ServiceOrder.Term(attribute, item.direction() != SortItem.Direction.DESCENDING);
  }

  private static String type(Expression expression, String text) {
    if (expression instanceof PathExpression) {
      return "PATH";
    }
    return expression instanceof StringLiteral string
        ? "\"" + string.value() + "\""
        : ServiceSpans.of(expression, text).textIn(text);
  }
}
