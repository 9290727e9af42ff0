package io.partikey.planner.bind;

import static io.partikey.planner.bind.ServiceRule.on;
import static io.partikey.planner.bind.ServiceRule.refuse;

import io.partikey.engine.error.EngineException;
import io.partikey.parser.ast.Expression;
import io.partikey.parser.ast.InsertSource;
import io.partikey.parser.ast.Limit;
import io.partikey.parser.ast.Query;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.Statement;
import io.partikey.parser.ast.UnionAll;
import java.util.List;
import java.util.Optional;

/** The clauses and forms of PartiQL that the service's statements do not have. */
final class ServiceClauseRules {
  private static final List<ServiceRule<?>> RULES =
      List.of(
          refuse(UnionAll.class, "Only select from a single table or index is supported."),
          on(Select.class, ServiceClauseRules::checkGroups),
          refuse(
              Limit.class,
              node -> Optional.of("Unsupported clause: LIMIT at " + node.count().span())),
          refuse(InsertSource.Rows.class, "Unsupported operation: InsertOp"),
          refuse(InsertSource.QueryResult.class, "Unsupported operation: InsertOp"),
          refuse(
              InsertSource.Items.class,
              node ->
                  node.form() == InsertSource.Items.Form.VALUE
                      ? Optional.empty()
                      : Optional.of("Unsupported operation: InsertOp")));

  private ServiceClauseRules() {}

  /** Refuses the clauses of a query, those of its subqueries left out. */
  static void check(Query query, String text) {
    for (ServiceRule<?> rule : RULES) {
      rule.check(query.body(), text);
      if (query.limit() != null) {
        rule.check(query.limit(), text);
      }
    }
    if (query.body() instanceof Select select && select.distinct()) {
      throw ServiceRefusal.of(select.span(), "Unsupported token in expression: DISTINCT");
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

  private static EngineException unsupported(String clause, Expression first, String text) {
    return ServiceRefusal.withPlace(ServiceSpans.of(first, text), "Unsupported clause: " + clause);
  }
}
