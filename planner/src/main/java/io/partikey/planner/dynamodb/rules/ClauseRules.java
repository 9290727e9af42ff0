package io.partikey.planner.dynamodb.rules;

import static io.partikey.planner.dynamodb.rules.Rule.on;
import static io.partikey.planner.dynamodb.rules.Rule.refuse;

import io.partikey.engine.error.EngineException;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.InsertSource;
import io.partikey.parser.ast.LimitSyntax;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.Statement;
import io.partikey.parser.ast.UnionAllSyntax;
import io.partikey.planner.dynamodb.mistake.Places;
import io.partikey.planner.dynamodb.mistake.Refusals;
import java.util.List;
import java.util.Optional;

/** The clauses and forms of PartiQL that DynamoDB's statements do not have. */
final class ClauseRules {
  private static final List<Rule<?>> RULES =
      List.of(
          refuse(UnionAllSyntax.class, "Only select from a single table or index is supported."),
          on(Select.class, ClauseRules::checkGroups),
          refuse(
              LimitSyntax.class,
              node -> Optional.of("Unsupported clause: LIMIT at " + node.count().span())),
          refuse(InsertSource.Rows.class, "Unsupported operation: InsertOp"),
          refuse(InsertSource.QueryResult.class, "Unsupported operation: InsertOp"),
          refuse(
              InsertSource.Items.class,
              node ->
                  node.form() == InsertSource.Items.Form.VALUE
                      ? Optional.empty()
                      : Optional.of("Unsupported operation: InsertOp")));

  private ClauseRules() {}

  /** Refuses the clauses of a query, those of its subqueries left out. */
  static void check(QuerySyntax query, String text) {
    for (Rule<?> rule : RULES) {
      rule.check(query.body(), text);
      if (query.limit() != null) {
        rule.check(query.limit(), text);
      }
    }
    if (query.body() instanceof Select select && select.distinct()) {
      throw Refusals.of(select.span(), "Unsupported token in expression: DISTINCT");
    }
  }

  /** Refuses the forms of a statement that is no query. */
  static void check(Statement statement, String text) {
    statement.children().forEach(node -> RULES.forEach(rule -> rule.check(node, text)));
  }

  private static void checkGroups(Select select, String text) {
    if (select.groupBy() != null) {
      throw unsupported("GROUP BY", select.groupBy().keys().get(0), text);
    }
    if (select.having() != null) {
      throw unsupported("HAVING", select.having(), text);
    }
  }

  private static EngineException unsupported(String clause, ExpressionSyntax first, String text) {
    return Refusals.withPlace(Places.of(first, text), "Unsupported clause: " + clause);
  }
}
