package io.partikey.planner.dynamodb.rules;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.DynamoDbOperands;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Parameters;
import io.partikey.parser.ast.Assignment;
import io.partikey.parser.ast.DeleteStatement;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.InsertSource;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.UpdateClause;
import io.partikey.parser.ast.UpdateStatement;
import io.partikey.planner.bind.BindingContext;
import io.partikey.planner.bind.OperandBinder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What DynamoDB says of a statement before it looks for the table, in the order in which it looks:
 * of two mistakes the one that comes first here is named.
 *
 * <pre>
 * SELECT   clauses, source, columns, WHERE: form, then operands
 * INSERT   values, target
 * UPDATE   WHERE: form, then operands; SET and REMOVE: form, then paths and operands; target
 * DELETE   WHERE: form, then operands; whether there is one; target
 * </pre>
 *
 * <p>Within a stage it is the order of the text. Parameters are looked at where their values are
 * known.
 */
public final class Examination {
  private static final String NO_KEY =
      "Where clause does not contain a mandatory equality on all key attributes";

  private final BindingContext context;
  private final @Nullable Parameters parameters;

  /**
   * An examination of one statement.
   *
   * @param parameters the values of its parameters, null while they are not known
   */
  public Examination(BindingContext context, @Nullable Parameters parameters) {
    this.context = context;
    this.parameters = parameters;
  }

  /** Examines a SELECT; what it asks of parameters that come later. */
  public OperandChecks ofQuery(QuerySyntax query) {
    ClauseRules.check(query, context.text());
    Select select = (Select) query.body();
    SourceRules.checkRead(
        Objects.requireNonNull(select.from(), "FROM was asked for"), context.text());
    ProjectionRules.check(select.projection(), context.text());
    return condition(select.where());
  }

  /** Examines an INSERT. */
  public void ofInsert(InsertStatement statement) {
    ClauseRules.check(statement, context.text());
    ValueRules.checkItem((InsertSource.Items) statement.source(), context.text());
    SourceRules.checkInserted(statement);
  }

  /** Examines an UPDATE; what it asks of parameters that come later. */
  public OperandChecks ofUpdate(UpdateStatement statement) {
    OperandChecks condition = condition(statement.where());
    UpdateRules.check(statement.clauses(), context.text());
    checkChanges(statement.clauses());
    OperandChecks checks = condition.with(statement, context);
    checks.checkSets(parameters);
    SourceRules.checkChanged(statement.target());
    if (statement.where() == null) {
      throw noKey();
    }
    return checks;
  }

  private void checkChanges(List<UpdateClause> clauses) {
    PathOverlap targets = new PathOverlap();
    OperandBinder operands = new OperandBinder(context, OperandChecks.anyItem(context));
    for (UpdateClause clause : clauses) {
      if (clause instanceof UpdateClause.Remove remove) {
        remove.paths().forEach(targets::add);
        continue;
      }
      for (Assignment assignment : ((UpdateClause.Set) clause).assignments()) {
        targets.add(assignment.target());
        checkOperands(operands.unchecked(assignment.value()));
      }
    }
  }

  /** Examines a DELETE; what it asks of parameters that come later. */
  public OperandChecks ofDelete(DeleteStatement statement) {
    OperandChecks checks = condition(statement.where());
    if (statement.where() == null) {
      throw noKey();
    }
    SourceRules.checkChanged(statement.target());
    return checks;
  }

  private OperandChecks condition(@Nullable ExpressionSyntax where) {
    ConditionRules.check(where, context.text());
    OperandChecks checks = OperandChecks.of(where, context);
    @Nullable Expression condition = checks.condition();
    if (condition != null) {
      checkOperands(condition);
    }
    return checks;
  }

  private void checkOperands(Expression expression) {
    if (parameters == null) {
      DynamoDbOperands.checkConstants(expression);
    } else {
      DynamoDbOperands.check(expression, parameters);
    }
  }

  private static EngineException noKey() {
    return new EngineException(ErrorCode.NOT_KEYED, NO_KEY);
  }
}
