package io.partikey.planner.dynamodb.rules;

import io.partikey.engine.backend.Catalog;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.expression.Parameters;
import io.partikey.parser.ParsingException;
import io.partikey.parser.StatementParser;
import io.partikey.parser.ast.DeleteStatement;
import io.partikey.parser.ast.ExistsCheck;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.parser.ast.SelectStatement;
import io.partikey.parser.ast.Statement;
import io.partikey.parser.ast.UpdateStatement;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.bind.BindingContext;
import io.partikey.planner.dynamodb.mistake.SyntaxMistakes;

/**
 * Looks at texts in DynamoDB's dialect together with their parameters, for requests that have both
 * at once. No table is looked up.
 */
public final class StatementExaminer {
  private StatementExaminer() {}

  /**
   * Requires a text that DynamoDB's parser reads.
   *
   * @throws EngineException with DynamoDB's message
   */
  public static void requireWellFormed(String text) {
    parse(text);
  }

  private static Statement parse(String text) {
    try {
      Statement statement = StatementParser.parseStatement(text);
      FormRules.check(statement, text);
      return statement;
    } catch (ParsingException notAStatement) {
      throw SyntaxMistakes.of(notAStatement, text);
    }
  }

  /**
   * Looks at a text as DynamoDB does before it looks for the table.
   *
   * @throws EngineException with DynamoDB's message for the first mistake
   */
  public static void examine(
      String text, Parameters parameters, PlannerSettings settings, Catalog catalog) {
    Statement statement = parse(text);
    Examination examination =
        new Examination(BindingContext.of(text, statement, settings, catalog), parameters);
    if (statement instanceof SelectStatement select) {
      examination.ofQuery(select.query());
    } else if (statement instanceof ExistsCheck check) {
      examination.ofQuery(check.query());
    } else if (statement instanceof InsertStatement insert) {
      examination.ofInsert(insert);
    } else if (statement instanceof UpdateStatement update) {
      examination.ofUpdate(update);
    } else if (statement instanceof DeleteStatement delete) {
      examination.ofDelete(delete);
    }
  }
}
