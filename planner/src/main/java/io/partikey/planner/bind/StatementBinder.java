package io.partikey.planner.bind;

import io.partikey.engine.backend.Catalog;
import io.partikey.engine.expression.Expression;
import io.partikey.parser.ast.Assignment;
import io.partikey.parser.ast.DeleteStatement;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.parser.ast.Query;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.UpdateStatement;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.bound.BoundQuery;
import io.partikey.planner.bound.BoundWrite;
import io.partikey.planner.service.ServiceSelect;
import java.util.LinkedHashMap;
import java.util.Map;
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
    if (!context.serviceDialect()) {
      BoundQuery bound = new StatementBinder(context).query(query, context.scansAllowed());
      return bound(bound, context, ServiceChecks.NONE);
    }
    ServiceSelectBinder.refuseMultiAttributeKeys(query, context);
    ServiceChecks checks = new ServiceExamination(context, null).ofQuery(query);
    ServiceSelect service =
        new ServiceSelectBinder(context, ServiceChecks.anyItem(context))
            .bind((Select) query.body(), query.orderBy(), checks.condition());
    BoundQuery bound = new StatementBinder(context).query(query, context.scansAllowed());
    return bound(bound, context, checks, service);
  }

  /** An INSERT, UPSERT or REPLACE after binding. */
  public static Bound<BoundWrite> insert(
      String text, InsertStatement statement, PlannerSettings settings, Catalog catalog) {
    BindingContext context = BindingContext.of(text, statement, settings, catalog);
    if (context.serviceDialect()) {
      new ServiceExamination(context, null).ofInsert(statement);
    }
    BoundWrite bound = new InsertBinder(context, new StatementBinder(context)).bind(statement);
    return bound(bound, context, ServiceChecks.NONE);
  }

  /** An UPDATE after binding. */
  public static Bound<BoundWrite> update(
      String text, UpdateStatement statement, PlannerSettings settings, Catalog catalog) {
    BindingContext context = BindingContext.of(text, statement, settings, catalog);
    if (!context.serviceDialect()) {
      return bound(new UpdateBinder(context).bind(statement), context, ServiceChecks.NONE);
    }
    ServiceChecks checks = new ServiceExamination(context, null).ofUpdate(statement);
    BoundWrite.Update bound = new UpdateBinder(context).bind(statement);
    statement
        .descendants()
        .filter(Assignment.class::isInstance)
        .map(Assignment.class::cast)
        .forEach(assignment -> ServiceKeyPaths.check(assignment.value(), bound.table()));
    ServiceKeyValues keys = ServiceKeyValues.of(bound.table(), bound.conjuncts());
    return bound(bound, context, checks.with(keys));
  }

  /** A DELETE after binding. */
  public static Bound<BoundWrite> delete(
      String text, DeleteStatement statement, PlannerSettings settings, Catalog catalog) {
    BindingContext context = BindingContext.of(text, statement, settings, catalog);
    if (!context.serviceDialect()) {
      return bound(new DeleteBinder(context).bind(statement), context, ServiceChecks.NONE);
    }
    ServiceChecks checks = new ServiceExamination(context, null).ofDelete(statement);
    BoundWrite.Delete bound = new DeleteBinder(context).bind(statement);
    ServiceKeyValues keys = ServiceKeyValues.of(bound.table(), bound.conjuncts());
    return bound(bound, context, checks.with(keys));
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
        context.warnings(),
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
