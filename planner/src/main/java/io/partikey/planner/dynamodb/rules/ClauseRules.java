package io.partikey.planner.dynamodb.rules;

import static io.partikey.planner.dynamodb.rules.Rule.on;
import static io.partikey.planner.dynamodb.rules.Rule.refuse;

import io.partikey.parser.ast.InsertSource;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.parser.ast.LimitSyntax;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.UnionAllSyntax;
import io.partikey.planner.dynamodb.mistake.Mistake;
import java.util.List;
import java.util.Optional;

/** The clauses and forms of PartiQL that DynamoDB's statements do not have. */
final class ClauseRules {
  private static final List<Rule<?>> RULES =
      List.of(
          refuse(UnionAllSyntax.class, "Only select from a single table or index is supported."),
          on(Select.class, ClauseRules::groups),
          on(
              LimitSyntax.class,
              (limit, clause) ->
                  clause.mistake(limit, "Unsupported clause: LIMIT at " + limit.count().span())),
          refuse(InsertSource.Rows.class, "Unsupported operation: InsertOp"),
          refuse(InsertSource.QueryResult.class, "Unsupported operation: InsertOp"),
          on(
              InsertSource.Items.class,
              (items, clause) ->
                  items.form() == InsertSource.Items.Form.VALUE
                      ? Optional.empty()
                      : clause.mistake(items, "Unsupported operation: InsertOp")));

  private ClauseRules() {}

  /** Clauses of a query, those of its subqueries left out. */
  static Optional<Mistake> ofQuery(QuerySyntax query, Clause clause) {
    Optional<Mistake> mistake = Rule.first(RULES, query.body(), clause);
    if (mistake.isEmpty() && query.limit() != null) {
      mistake = Rule.first(RULES, query.limit(), clause);
    }
    return mistake.isEmpty() && query.body() instanceof Select select && select.distinct()
        ? clause.mistake(select, "Unsupported token in expression: DISTINCT")
        : mistake;
  }

  /** Forms of an INSERT. */
  static Optional<Mistake> ofInsert(InsertStatement statement, Clause clause) {
    return Rule.first(RULES, statement.source(), clause);
  }

  private static Optional<Mistake> groups(Select select, Clause clause) {
    if (select.groupBy() != null) {
      return clause.placed(select.groupBy().keys().get(0), "Unsupported clause: GROUP BY");
    }
    return select.having() == null
        ? Optional.empty()
        : clause.placed(select.having(), "Unsupported clause: HAVING");
  }
}
