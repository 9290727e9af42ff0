package io.partikey.planner.bind;

import io.partikey.engine.backend.Catalog;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Parameters;
import io.partikey.parser.ast.Assignment;
import io.partikey.parser.ast.DeleteStatement;
import io.partikey.parser.ast.FromSource;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.parser.ast.OrderBy;
import io.partikey.parser.ast.Query;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.UpdateStatement;
import io.partikey.planner.PlannerSettings;
import io.partikey.planner.bound.BoundQuery;
import io.partikey.planner.bound.BoundWrite;
import io.partikey.planner.service.ServiceSelect;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Binds statements against the tables of one moment. All methods raise {@link
 * io.partikey.engine.error.EngineException} with the place in the statement.
 */
public final class StatementBinder {
  private final BindingContext context;

  private StatementBinder(BindingContext context) {
    this.context = context;
  }

  /** A query after binding. */
  public static Bound<BoundQuery> query(
      String text, Query query, PlannerSettings settings, Catalog catalog) {
    BindingContext context = BindingContext.of(text, query, settings, catalog);
    ServiceChecks checks =
        context.serviceDialect() && query.body() instanceof Select select
            ? checked(ServiceChecks.of(select.where(), context))
            : ServiceChecks.NONE;
    @Nullable ServiceSelect service =
        context.serviceDialect() && query.body() instanceof Select select
            ? service(select, query.orderBy(), checks, context)
            : null;
    BoundQuery bound = new StatementBinder(context).query(query, context.scansAllowed());
    if (service != null && context.parameters().count() == 0) {
      service.check(Parameters.NONE);
    }
    return bound(bound, context, checks, service);
  }

  /** An INSERT, UPSERT or REPLACE after binding. */
  public static Bound<BoundWrite> insert(
      String text, InsertStatement statement, PlannerSettings settings, Catalog catalog) {
    BindingContext context = BindingContext.of(text, statement, settings, catalog);
    BoundWrite bound = new InsertBinder(context, new StatementBinder(context)).bind(statement);
    return bound(bound, context, ServiceChecks.NONE);
  }

  /** An UPDATE after binding. */
  public static Bound<BoundWrite> update(
      String text, UpdateStatement statement, PlannerSettings settings, Catalog catalog) {
    BindingContext context = BindingContext.of(text, statement, settings, catalog);
    ServiceChecks checks =
        context.serviceDialect()
            ? checked(ServiceChecks.of(statement, context))
            : ServiceChecks.NONE;
    BoundWrite bound = new UpdateBinder(context).bind(statement);
    if (context.serviceDialect()) {
      statement
          .descendants()
          .filter(Assignment.class::isInstance)
          .map(Assignment.class::cast)
          .forEach(assignment -> ServiceKeyPaths.check(assignment.value(), bound.table()));
      ServiceKeyPaths.check(statement.where(), bound.table());
    }
    return bound(bound, context, checks);
  }

  /** A DELETE after binding. */
  public static Bound<BoundWrite> delete(
      String text, DeleteStatement statement, PlannerSettings settings, Catalog catalog) {
    BindingContext context = BindingContext.of(text, statement, settings, catalog);
    ServiceChecks checks =
        context.serviceDialect()
            ? checked(ServiceChecks.of(statement.where(), context))
            : ServiceChecks.NONE;
    BoundWrite bound = new DeleteBinder(context).bind(statement);
    if (context.serviceDialect()) {
      ServiceKeyPaths.check(statement.where(), bound.table());
    }
    return bound(bound, context, checks);
  }

  private static ServiceSelect service(
      Select select, @Nullable OrderBy orderBy, ServiceChecks checks, BindingContext context) {
    TableName name =
        context
            .tables()
            .tableOrIndex(
                SourceNames.of((FromSource) Objects.requireNonNull(select.from())).orElseThrow());
    return new ServiceSelectBinder(context, ServiceChecks.anyItem(context))
        .bind(select, orderBy, name, checks.condition());
  }

  private static ServiceChecks checked(ServiceChecks checks) {
    checks.checkConstants();
    return checks;
  }

  private static <T> Bound<T> bound(T statement, BindingContext context, ServiceChecks checks) {
    return bound(statement, context, checks, null);
  }

  private static <T> Bound<T> bound(
      T statement, BindingContext context, ServiceChecks checks, @Nullable ServiceSelect select) {
    ParameterTypes parameters = context.parameters();
    return new Bound<>(
        statement,
        parameters.descriptions(),
        parameters.moments(),
        context.serviceDialect() ? Set.of() : parameters.numbers(),
        context.keyComparisons(),
        checks,
        select);
  }

  /** A query with positions for columns. */
  BoundQuery query(Query query, boolean scanAllowed) {
    Block block = new QueryBinder(context).bind(query, null, scanAllowed);
    Map<Integer, Expression> columns = new LinkedHashMap<>();
    for (Output.Item item : block.output().items()) {
      columns.put(context.symbols().create().index(), item.expression());
    }
    return new BoundQuery(
        new Draft.Projection(block.draft(), columns).place().relation(),
        block.output().items().stream().map(Output.Item::column).toList(),
        context.parameters().count());
  }
}
