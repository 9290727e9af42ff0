package io.partikey.planner.dynamodb.select;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.table.IndexDescription;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FromSource;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.OrderBy;
import io.partikey.parser.ast.ProjectionSyntax;
import io.partikey.parser.ast.QualifiedName;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SelectItem;
import io.partikey.parser.ast.SortItem;
import io.partikey.planner.bind.Aggregates;
import io.partikey.planner.bind.BindingContext;
import io.partikey.planner.bind.ElementNesting;
import io.partikey.planner.bind.ExpressionBinder;
import io.partikey.planner.bind.Scope;
import io.partikey.planner.bind.SourceNames;
import io.partikey.planner.bind.TableName;
import io.partikey.planner.dynamodb.mistake.Refusals;
import io.partikey.planner.dynamodb.rules.KeyPathRules;
import io.partikey.planner.dynamodb.rules.ValueRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds a SELECT that was found to be in DynamoDB's dialect, to the key that it is read by. */
public final class DynamoDbSelectBinder {
  private final BindingContext context;
  private final Scope scope;

  /**
   * A binder of a statement.
   *
   * @param scope where every name is an attribute of the item at hand
   */
  public DynamoDbSelectBinder(BindingContext context, Scope scope) {
    this.context = context;
    this.scope = scope;
  }

  /**
   * Refuses to read an index with several attributes on a side of its key. DynamoDB says so before
   * anything but that a text is not well formed or a number out of range.
   */
  public static void refuseMultiAttributeKeys(QuerySyntax query, BindingContext context) {
    if (!(query.body() instanceof Select select) || !(select.from() instanceof FromSource source)) {
      return;
    }
    Optional<IndexDescription> index = SourceNames.of(source).flatMap(context.tables()::findIndex);
    if (index.filter(found -> found.key().isMultiAttribute()).isPresent()) {
      select
          .descendants()
          .filter(NumberLiteral.class::isInstance)
          .forEach(number -> ValueRules.checkConstant((NumberLiteral) number, context.text()));
      throw Refusals.of(
          select.span(),
          "PartiQL statements cannot be executed on tables with multi-attribute HASH keys or"
              + " multi-attribute RANGE keys.");
    }
  }

  /**
   * The SELECT over a table or index. What does not depend on parameters is checked in the order of
   * DynamoDB: the table, paths of WHERE, the index, whether ORDER BY has a WHERE, consistency, what
   * the index lacks, values of keys, paths of columns, ORDER BY, the reads.
   *
   * @param condition the condition of WHERE as it is written, null without one
   * @throws io.partikey.engine.error.EngineException with DynamoDB's message
   */
  public DynamoDbSelect bind(
      Select select, @Nullable OrderBy orderBy, @Nullable Expression condition) {
    QualifiedName name =
        SourceNames.of((FromSource) Objects.requireNonNull(select.from())).orElseThrow();
    KeyPathRules.check(select.where(), context.tables().tableOf(name));
    TableName read = context.tables().tableOrIndex(name);
    if (orderBy != null && select.where() == null) {
      throw Refusals.of(
          orderBy.span(), "Must have WHERE clause in the statement when using ORDER BY clause.");
    }
    boolean complete = context.parameters().count() == 0;
    DynamoDbSelect unordered =
        DynamoDbSelect.of(
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
    KeyPathRules.check(select.projection(), read.table());
    DynamoDbSelect ordered = ordered(unordered, orderBy);
    if (complete) {
      ordered.check(Parameters.NONE);
    }
    return ordered;
  }

  private DynamoDbSelect ordered(DynamoDbSelect select, @Nullable OrderBy orderBy) {
    if (orderBy == null) {
      return select;
    }
    List<KeyOrder.Term> terms = new ArrayList<>();
    for (SortItem item : orderBy.items()) {
      terms.add(OrderRules.term(item, select.key(), context.text()));
    }
    return select.orderedBy(terms);
  }

  private List<Expression> columns(ProjectionSyntax projection) {
    List<Expression> columns = new ArrayList<>();
    for (SelectItem item : ((ProjectionSyntax.Items) projection).items()) {
      if (item instanceof SelectItem.Column column) {
        columns.add(value(column.expression()));
      }
    }
    return columns;
  }

  private Expression value(ExpressionSyntax written) {
    Optional<ElementNesting> nesting = ElementNesting.of(written);
    Expression value = new ExpressionBinder(context, Aggregates.NONE).bind(written, scope);
    return nesting.map(shown -> shown.nested(value)).orElse(value);
  }
}
