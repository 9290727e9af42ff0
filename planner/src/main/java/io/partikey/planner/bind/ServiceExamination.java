package io.partikey.planner.bind;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.expression.ServiceOperands;
import io.partikey.parser.ast.Assignment;
import io.partikey.parser.ast.DeleteStatement;
import io.partikey.parser.ast.InsertSource;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.parser.ast.Query;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.UpdateClause;
import io.partikey.parser.ast.UpdateStatement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the service says of a statement before it looks for the table, in the order in which it
 * looks: of two mistakes the one that comes first here is named.
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
final class ServiceExamination {
  private static final String NO_KEY =
      "Where clause does not contain a mandatory equality on all key attributes";

  private final BindingContext context;
  private final @Nullable Parameters parameters;

  /**
   * An examination of one statement.
   *
   * @param parameters the values of its parameters, null while they are not known
   */
  ServiceExamination(BindingContext context, @Nullable Parameters parameters) {
    this.context = context;
    this.parameters = parameters;
  }

  /** Examines a SELECT; what it asks of parameters that come later. */
  ServiceChecks ofQuery(Query query) {
    ServiceClauseRules.check(query, context.text());
    Select select = (Select) query.body();
    ServiceSourceRules.checkRead(
        Objects.requireNonNull(select.from(), "FROM was asked for"), context.text());
    ServiceProjectionRules.check(select.projection(), context.text());
    return condition(select.where());
  }

  /** Examines an INSERT. */
  void ofInsert(InsertStatement statement) {
    ServiceClauseRules.check(statement, context.text());
    ServiceValueRules.checkItem((InsertSource.Items) statement.source(), context.text());
    ServiceSourceRules.checkInserted(statement);
  }

  /** Examines an UPDATE; what it asks of parameters that come later. */
  ServiceChecks ofUpdate(UpdateStatement statement) {
    condition(statement.where());
    ServiceUpdateRules.check(statement.clauses(), context.text());
    checkChanges(statement.clauses());
    ServiceChecks checks = ServiceChecks.of(statement, context);
    checks.checkSets(parameters);
    ServiceSourceRules.checkChanged(statement.target());
    if (statement.where() == null) {
      throw noKey();
    }
    return checks;
  }

  private void checkChanges(List<UpdateClause> clauses) {
    ServicePathOverlap targets = new ServicePathOverlap();
    OperandBinder operands = new OperandBinder(context, ServiceChecks.anyItem(context));
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
  ServiceChecks ofDelete(DeleteStatement statement) {
    ServiceChecks checks = condition(statement.where());
    if (statement.where() == null) {
      throw noKey();
    }
    ServiceSourceRules.checkChanged(statement.target());
    return checks;
  }

  private ServiceChecks condition(io.partikey.parser.ast.@Nullable Expression where) {
    ServiceConditionRules.check(where, context.text());
    ServiceChecks checks = ServiceChecks.of(where, context);
    @Nullable Expression condition = checks.condition();
    if (condition != null) {
      checkOperands(condition);
    }
    return checks;
  }

  private void checkOperands(Expression expression) {
    if (parameters == null) {
      ServiceOperands.checkConstants(expression);
    } else {
      ServiceOperands.check(expression, parameters);
    }
  }

  private static EngineException noKey() {
    return new EngineException(ErrorCode.NOT_KEYED, NO_KEY);
  }
}
