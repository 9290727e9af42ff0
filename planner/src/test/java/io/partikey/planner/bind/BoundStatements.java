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
import io.partikey.planner.dynamodb.write.BoundChange;
import java.util.Optional;

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
    Optional<BoundChange> change = change(text, statement, settings, catalog);
    if (change.isPresent()) {
      return change.get().write();
    }
    BindingContext context = BindingContext.of(text, statement, settings, catalog);
    StatementBinder sql = new StatementBinder(context);
    if (statement instanceof InsertStatement insert) {
      return settings.dialect() == Dialect.SQL
          ? sql.insert(insert)
          : new DynamoDbBinder(context, null).insert(insert);
    }
    return statement instanceof UpdateStatement update
        ? sql.update(update)
        : sql.delete((DeleteStatement) statement);
  }

  /** An UPDATE or DELETE of DynamoDB's dialect; empty for any other write. */
  public static Optional<BoundChange> change(
      String text, Statement statement, PlannerSettings settings, Catalog catalog) {
    if (settings.dialect() == Dialect.SQL) {
      return Optional.empty();
    }
    DynamoDbBinder binder =
        new DynamoDbBinder(BindingContext.of(text, statement, settings, catalog), null);
    if (statement instanceof UpdateStatement update) {
      return Optional.of(binder.update(update));
    }
    return statement instanceof DeleteStatement delete
        ? Optional.of(binder.delete(delete))
        : Optional.empty();
  }
}
