package io.partikey.planner.bind;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeySchema;
import io.partikey.parser.ast.OrderBy;
import io.partikey.parser.ast.Projection;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SelectItem;
import io.partikey.parser.ast.SortItem;
import io.partikey.parser.ast.Variable;
import io.partikey.planner.service.ServiceOrder;
import io.partikey.planner.service.ServiceSelect;
import java.util.ArrayList;
import java.util.List;
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
   * The SELECT over a table or index.
   *
   * @param condition the condition of WHERE as it is written, null without one
   * @throws io.partikey.engine.error.EngineException with the service's message
   */
  ServiceSelect bind(
      Select select, @Nullable OrderBy orderBy, TableName name, @Nullable Expression condition) {
    @Nullable IndexDescription index = name.index();
    KeySchema key = index == null ? name.table().key() : index.key();
    if (key.isMultiAttribute()) {
      throw ServiceRefusal.of(
          select.span(),
          "PartiQL statements cannot be executed on tables with multi-attribute HASH keys or"
              + " multi-attribute RANGE keys.");
    }
    ServiceKeyPaths.check(select, name.table());
    return ServiceSelect.of(
        name.table(),
        index,
        condition,
        columns(select.projection()),
        orderBy == null ? List.of() : order(select, orderBy, key),
        context.settings().consistentRead());
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

  private static List<ServiceOrder.Term> order(Select select, OrderBy orderBy, KeySchema key) {
    if (select.where() == null) {
      throw ServiceRefusal.of(
          orderBy.span(), "Must have WHERE clause in the statement when using ORDER BY clause.");
    }
    List<ServiceOrder.Term> terms = new ArrayList<>();
    for (SortItem item : orderBy.items()) {
      String attribute = ((Variable) item.expression()).name().value();
      if (!key.contains(attribute)) {
        throw ServiceRefusal.of(
            item.span(),
            "Attribute " + attribute + " in ORDER BY clause must be part of the primary key");
      }
      terms.add(
          new ServiceOrder.Term(attribute, item.direction() != SortItem.Direction.DESCENDING));
    }
    return terms;
  }
}
