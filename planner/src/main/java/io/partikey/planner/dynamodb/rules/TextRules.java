package io.partikey.planner.dynamodb.rules;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Parameters;
import io.partikey.parser.ast.DeleteStatement;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FromItem;
import io.partikey.parser.ast.InsertSource;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.UpdateStatement;
import io.partikey.planner.dynamodb.mistake.Mistake;
import io.partikey.planner.dynamodb.mistake.Stage;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What DynamoDB looks at in a statement before it looks for the table. */
public final class TextRules {
  private static final String NO_KEY =
      "Where clause does not contain a mandatory equality on all key attributes";

  private final String text;
  private final @Nullable Parameters parameters;

  /**
   * The rules for a text.
   *
   * @param parameters the values of its parameters, null while they are not known
   */
  public TextRules(String text, @Nullable Parameters parameters) {
    this.text = text;
    this.parameters = parameters;
  }

  /** The looks at a SELECT. */
  public Examination ofQuery(QuerySyntax query, StatementOperands operands) {
    Examination examination = new Examination(text);
    examination.lookAtText(Stage.CLAUSES, clause -> ClauseRules.ofQuery(query, clause));
    if (query.body() instanceof Select select) {
      FromItem from = Objects.requireNonNull(select.from(), "FROM was asked for");
      examination
          .lookAtText(Stage.SOURCE, clause -> SourceRules.ofRead(from, clause))
          .lookAtText(Stage.COLUMNS, clause -> ProjectionRules.of(select.projection(), clause));
      condition(select.where(), operands, examination);
    }
    return examination;
  }

  /** The looks at an INSERT. */
  public Examination ofInsert(InsertStatement statement) {
    return new Examination(text)
        .lookAtText(Stage.CLAUSES, clause -> ClauseRules.ofInsert(statement, clause))
        .lookAtText(
            Stage.VALUES,
            clause -> ValueRules.ofItems((InsertSource.Items) statement.source(), clause))
        .lookAtText(Stage.TARGET, clause -> SourceRules.ofInserted(statement, clause));
  }

  /** The looks at an UPDATE. */
  public Examination ofUpdate(UpdateStatement statement, StatementOperands operands) {
    Examination examination = new Examination(text);
    condition(statement.where(), operands, examination);
    return examination
        .lookAtText(Stage.CHANGES, clause -> UpdateRules.of(statement.clauses(), clause))
        .lookAtText(
            Stage.CHANGE_OPERANDS,
            clause -> operands.ofChanges(statement.clauses(), clause, parameters))
        .look(Stage.SET_ARGUMENTS, () -> operands.ofSets(parameters))
        .lookAtText(Stage.TARGET, clause -> SourceRules.ofTarget(statement.target(), clause))
        .look(Stage.WHERE_OF_UPDATE, () -> noKey(Stage.WHERE_OF_UPDATE, statement.where()));
  }

  /** The looks at a DELETE. */
  public Examination ofDelete(DeleteStatement statement, StatementOperands operands) {
    Examination examination = new Examination(text);
    condition(statement.where(), operands, examination);
    return examination
        .look(Stage.WHERE_OF_DELETE, () -> noKey(Stage.WHERE_OF_DELETE, statement.where()))
        .lookAtText(Stage.TARGET, clause -> SourceRules.ofTarget(statement.target(), clause));
  }

  private void condition(
      @Nullable ExpressionSyntax where, StatementOperands operands, Examination examination) {
    examination
        .lookAtText(Stage.WHERE, clause -> ConditionRules.of(where, clause))
        .lookAtText(Stage.WHERE_COUNTS, clause -> ConditionRules.ofCounts(where, clause))
        .look(Stage.WHERE_OPERANDS, () -> operands.ofCondition(where, parameters));
  }

  private static Optional<Mistake> noKey(Stage stage, @Nullable ExpressionSyntax where) {
    return where == null
        ? Optional.of(Mistake.of(stage, ErrorCode.NOT_KEYED, NO_KEY))
        : Optional.empty();
  }
}
