package io.partikey.planner.bind;

import io.partikey.engine.backend.Catalog;
import io.partikey.parser.ast.DeleteStatement;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.Statement;
import io.partikey.parser.ast.UpdateStatement;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.bound.BoundQuery;
import io.partikey.planner.bound.BoundWrite;
import io.partikey.planner.dynamodb.DynamoDbBinder;

/** Statements after binding, in the dialect of their settings. */
public final class BoundStatements {
  private BoundStatements() {}

  /** A query. */
  public static Bound<BoundQuery> query(
      String text, QuerySyntax query, PlannerSettings settings, Catalog catalog) {
    BindingContext context = BindingContext.of(text, query, settings, catalog);
    return settings.dialect() == Dialect.SQL
        ? new StatementBinder(context).query(query)
        : new DynamoDbBinder(context, null).query(query).query();
  }

  /** A write. */
  public static Bound<? extends BoundWrite> write(
      String text, Statement statement, PlannerSettings settings, Catalog catalog) {
    BindingContext context = BindingContext.of(text, statement, settings, catalog);
    StatementBinder sql = new StatementBinder(context);
    DynamoDbBinder dynamoDb = new DynamoDbBinder(context, null);
    boolean inSql = settings.dialect() == Dialect.SQL;
    if (statement instanceof InsertStatement insert) {
      return inSql ? sql.insert(insert) : dynamoDb.insert(insert);
    }
    if (statement instanceof UpdateStatement update) {
      return inSql ? sql.update(update) : dynamoDb.update(update).write();
    }
    DeleteStatement delete = (DeleteStatement) statement;
    return inSql ? sql.delete(delete) : dynamoDb.delete(delete).write();
  }
}
