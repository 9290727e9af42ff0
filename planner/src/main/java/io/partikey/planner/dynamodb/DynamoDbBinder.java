package io.partikey.planner.dynamodb;

import io.partikey.engine.expression.Parameters;
import io.partikey.parser.ast.DeleteStatement;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.UpdateStatement;
import io.partikey.planner.bind.BindingContext;
import io.partikey.planner.bind.Bound;
import io.partikey.planner.bind.Returnings;
import io.partikey.planner.bind.StatementBinder;
import io.partikey.planner.bound.BoundQuery;
import io.partikey.planner.bound.BoundWrite;
import io.partikey.planner.dynamodb.mistake.Mistake;
import io.partikey.planner.dynamodb.mistake.Stage;
import io.partikey.planner.dynamodb.rules.KeyPathRules;
import io.partikey.planner.dynamodb.rules.StatementOperands;
import io.partikey.planner.dynamodb.rules.TextRules;
import io.partikey.planner.dynamodb.select.DynamoDbSelect;
import io.partikey.planner.dynamodb.select.SelectExamination;
import io.partikey.planner.dynamodb.write.BoundChange;
import io.partikey.planner.dynamodb.write.ChangeBinder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Binds one statement of DynamoDB's dialect, which is looked at in DynamoDB's order first. All
 * methods raise {@link io.partikey.planner.dynamodb.mistake.MistakeException}.
 */
public final class DynamoDbBinder {
  private final BindingContext context;
  private final TextRules rules;

  /**
   * A binder of one statement.
   *
   * @param parameters the values that it is to run with, null where they are not known: a wrong one
   *     may be the first mistake
   */
  public DynamoDbBinder(BindingContext context, @Nullable Parameters parameters) {
    this.context = context;
    this.rules = new TextRules(context.text(), parameters);
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
    StatementOperands operands = new StatementOperands(context, null);
    SelectExamination select = new SelectExamination(context, query, operands);
    select.examine(rules.ofQuery(query, operands)).require();
    DynamoDbSelect bound = select.bound();
    return new BoundSelect(
        new StatementBinder(context)
            .query(query)
            .checkedBy(List.of(operands.checks(), bound::check)),
        bound);
  }

  /** An INSERT after binding. */
  public Bound<BoundWrite> insert(InsertStatement statement) {
    rules.ofInsert(statement).require();
    return new StatementBinder(context).insert(statement);
  }

  /** An UPDATE after binding. */
  public BoundChange update(UpdateStatement statement) {
    ChangeBinder binder = new ChangeBinder(context, statement.target(), statement.where());
    binder
        .examine(rules.ofUpdate(statement, binder.operands()))
        .look(
            Stage.SHOWN_KEY_PATHS,
            () -> KeyPathRules.ofAssigned(statement.clauses(), binder.table()))
        .require();
    return binder.update(Returnings.ofUpdate(statement.returning()));
  }

  /** A DELETE after binding. */
  public BoundChange delete(DeleteStatement statement) {
    ChangeBinder binder = new ChangeBinder(context, statement.target(), statement.where());
    binder
        .examine(rules.ofDelete(statement, binder.operands()))
        .look(
            Stage.RETURNING,
            () ->
                Mistake.raisedBy(Stage.RETURNING, () -> Returnings.ofDelete(statement.returning())))
        .require();
    return binder.delete(Returnings.ofDelete(statement.returning()));
  }
}
