package io.partikey.planner.bind;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.table.IndexDescription;
import io.partikey.parser.ast.FromSource;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.OrderBy;
import io.partikey.parser.ast.Projection;
import io.partikey.parser.ast.QualifiedName;
import io.partikey.parser.ast.Query;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SelectItem;
import io.partikey.parser.ast.SortItem;
import io.partikey.planner.service.ServiceOrder;
import io.partikey.planner.service.ServiceSelect;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds a SELECT that was found to be in the service's dialect, to the key that it is read by. */
final class ServiceSelectBinder {
  private final BindingContext context;
  private final Scope scope;

  /**
   * A binder of a statement.
   *
   * @param scope where every name is an attribute of the item at hand
   */
  ServiceSelectBinder(BindingContext context, Scope scope) {
    this.context = context;
    this.scope = scope;
  }

  /**
   * Refuses to read an index with several attributes on a side of its key. The service says so
   * before anything but that a text is not well formed or a number out of range.
   */
  static void refuseMultiAttributeKeys(Query query, BindingContext context) {
    if (!(query.body() instanceof Select select) || !(select.from() instanceof FromSource source)) {
      return;
    }
    Optional<IndexDescription> index = SourceNames.of(source).flatMap(context.tables()::findIndex);
    if (index.filter(found -> found.key().isMultiAttribute()).isPresent()) {
      select
          .descendants()
          .filter(NumberLiteral.class::isInstance)
          .forEach(
              number -> ServiceValueRules.checkConstant((NumberLiteral) number, context.text()));
      throw ServiceRefusal.of(
          select.span(),
          "PartiQL statements cannot be executed on tables with multi-attribute HASH keys or"
              + " multi-attribute RANGE keys.");
    }
  }

  /**
   * The SELECT over a table or index. What does not depend on parameters is checked in the order of
   * the service: the table, paths of WHERE, the index, whether ORDER BY has a WHERE, consistency,
   * what the index lacks, values of keys, paths of columns, ORDER BY, the reads.
   *
   * @param condition the condition of WHERE as it is written, null without one
   * @throws io.partikey.engine.error.EngineException with the service's message
   */
  ServiceSelect bind(Select select, @Nullable OrderBy orderBy, @Nullable Expression condition) {
    QualifiedName name =
        SourceNames.of((FromSource) Objects.requireNonNull(select.from())).orElseThrow();
    ServiceKeyPaths.check(select.where(), context.tables().tableOf(name));
    TableName read = context.tables().tableOrIndex(name);
    if (orderBy != null && select.where() == null) {
      throw ServiceRefusal.of(
          orderBy.span(), "Must have WHERE clause in the statement when using ORDER BY clause.");
    }
    boolean complete = context.parameters().count() == 0;
    ServiceSelect unordered =
        ServiceSelect.of(
            read.table(),
            read.index(),
            condition,
            columns(select.projection()),
            context.settings().consistentRead());
    if (orderBy != null) {
      unordered.requireOrder();
    }
    if (complete) {
      unordered.checkKeys(Parameters.NONE);
    }
    ServiceKeyPaths.check(select.projection(), read.table());
    ServiceSelect service = ordered(unordered, orderBy);
    if (complete) {
      service.check(Parameters.NONE);
    }
    return service;
  }

  private ServiceSelect ordered(ServiceSelect service, @Nullable OrderBy orderBy) {
    if (orderBy == null) {
      return service;
    }
    List<ServiceOrder.Term> terms = new ArrayList<>();
    for (SortItem item : orderBy.items()) {
      terms.add(ServiceOrderRules.term(item, service.key(), context.text()));
    }
    return service.orderedBy(terms);
  }

  private List<Expression> columns(Projection projection) {
    List<Expression> columns = new ArrayList<>();
    for (SelectItem item : ((Projection.Items) projection).items()) {
      if (item instanceof SelectItem.Column column) {
        columns.add(value(column.expression()));
      }
    }
    return columns;
  }

  private Expression value(io.partikey.parser.ast.Expression written) {
    Optional<ServiceNesting> nesting = ServiceNesting.of(written);
    Expression value = new ExpressionBinder(context, Aggregates.NONE).bind(written, scope);
    return nesting.map(shown -> shown.nested(value)).orElse(value);
  }
}
