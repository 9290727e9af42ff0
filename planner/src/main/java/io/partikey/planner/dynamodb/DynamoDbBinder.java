package io.partikey.planner.dynamodb;

import io.partikey.engine.table.TableDescription;
import io.partikey.parser.ast.Assignment;
import io.partikey.parser.ast.DeleteStatement;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.UpdateStatement;
import io.partikey.planner.bind.BindingContext;
import io.partikey.planner.bind.Bound;
import io.partikey.planner.bind.ParameterCheck;
import io.partikey.planner.bind.StatementBinder;
import io.partikey.planner.bound.BoundQuery;
import io.partikey.planner.bound.BoundWrite;
import io.partikey.planner.dynamodb.rules.Examination;
import io.partikey.planner.dynamodb.rules.KeyPathRules;
import io.partikey.planner.dynamodb.rules.OperandChecks;
import io.partikey.planner.dynamodb.select.DynamoDbSelect;
import io.partikey.planner.dynamodb.select.DynamoDbSelectBinder;
import io.partikey.planner.dynamodb.write.KeyValues;
import java.util.List;

/**
 * Binds one statement of DynamoDB's dialect: what DynamoDB says of it before it looks for the
 * table, what it says when it knows the table, and between them the same binding as in SQL.
 */
public final class DynamoDbBinder {
  private final BindingContext context;
  private final StatementBinder statements;
  private final Examination examination;

  /** A binder of one statement. */
  public DynamoDbBinder(BindingContext context) {
    this.context = context;
    this.statements = new StatementBinder(context);
    this.examination = new Examination(context, null);
  }

  /**
   * A SELECT after binding.
   *
   * @param query the query as a search plans it
   * @param select how DynamoDB reads it
   */
  public record BoundSelect(Bound<BoundQuery> query, DynamoDbSelect select) {}

  /** A SELECT, or the query of an EXISTS, after binding. */
  public BoundSelect query(QuerySyntax query) {
    DynamoDbSelectBinder.refuseMultiAttributeKeys(query, context);
    OperandChecks checks = examination.ofQuery(query);
    DynamoDbSelect select =
        new DynamoDbSelectBinder(context, OperandChecks.anyItem(context))
            .bind((Select) query.body(), query.orderBy(), checks.condition());
    return new BoundSelect(
        checked(statements.query(query), List.of(checks, select::check)), select);
  }

  /** An INSERT after binding. */
  public Bound<BoundWrite> insert(InsertStatement statement) {
    examination.ofInsert(statement);
    return statements.insert(statement);
  }

  /** An UPDATE after binding. */
  public Bound<BoundWrite.Update> update(UpdateStatement statement) {
    OperandChecks checks = examination.ofUpdate(statement);
    Bound<BoundWrite.Update> bound = statements.update(statement);
    BoundWrite.Update update = bound.statement();
    KeyValues keys = KeyValues.of(update.table(), update.conjuncts());
    keys.require(update.table(), statement.where());
    statement
        .descendants()
        .filter(Assignment.class::isInstance)
        .map(Assignment.class::cast)
        .forEach(assignment -> KeyPathRules.check(assignment.value(), update.table()));
    return checked(bound, List.of(checks, keys));
  }

  /** A DELETE after binding. */
  public Bound<BoundWrite.Delete> delete(DeleteStatement statement) {
    OperandChecks checks = examination.ofDelete(statement);
    // The key is named before what RETURNING asks for.
    TableDescription table = context.tables().tableOrIndex(statement.target().name()).table();
    KeyValues keys = KeyValues.of(table, checks.conjuncts());
    keys.require(table, statement.where());
    return checked(statements.delete(statement), List.of(checks, keys));
  }

  // Of a statement without parameters all was checked by now.
  private static <T> Bound<T> checked(Bound<T> bound, List<ParameterCheck> checks) {
    return bound.parameters().isEmpty() ? bound : bound.with(checks);
  }
}
