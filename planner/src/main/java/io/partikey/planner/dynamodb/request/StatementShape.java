package io.partikey.planner.dynamodb.request;

import io.partikey.parser.ParsingException;
import io.partikey.parser.StatementParser;
import io.partikey.parser.ast.DeleteStatement;
import io.partikey.parser.ast.ExistsCheck;
import io.partikey.parser.ast.FromSource;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SelectStatement;
import io.partikey.parser.ast.Statement;
import io.partikey.parser.ast.UpdateStatement;
import io.partikey.planner.dynamodb.mistake.Mistake;
import io.partikey.planner.dynamodb.mistake.SyntaxMistakes;
import io.partikey.planner.dynamodb.rules.FormRules;
import java.util.Optional;

/**
 * What can be seen of a statement that was refused: DynamoDB sorts the statements of a request by
 * their form before it looks at them any further.
 *
 * @param kind what it does
 * @param onIndex whether it reads an index, by whatever name
 */
record StatementShape(Kind kind, boolean onIndex) {
  /** What a statement does. */
  enum Kind {
    READ,
    WRITE,
    /** EXISTS. */
    CHECK,
    /** The text is no statement of DynamoDB's. */
    NONE
  }

  /** Of a text that is no statement. */
  static final StatementShape NONE = new StatementShape(Kind.NONE, false);

  /** The shape of a text. */
  static StatementShape of(String text) {
    try {
      Statement statement = StatementParser.parseStatement(text);
      return FormRules.of(statement, text).isPresent() ? NONE : of(statement);
    } catch (ParsingException notAStatement) {
      return NONE;
    }
  }

  /** What is wrong with the form of a text. */
  static Optional<Mistake> mistakeOfForm(String text) {
    try {
      return FormRules.of(StatementParser.parseStatement(text), text);
    } catch (ParsingException notAStatement) {
      return Optional.of(SyntaxMistakes.of(notAStatement, text));
    }
  }

  private static StatementShape of(Statement statement) {
    if (statement instanceof SelectStatement select) {
      return new StatementShape(Kind.READ, readsIndex(select.query()));
    }
    if (statement instanceof ExistsCheck check) {
      return new StatementShape(Kind.CHECK, readsIndex(check.query()));
    }
    boolean write =
        statement instanceof InsertStatement
            || statement instanceof UpdateStatement
            || statement instanceof DeleteStatement;
    return write ? new StatementShape(Kind.WRITE, false) : NONE;
  }

  private static boolean readsIndex(QuerySyntax query) {
    return query.body() instanceof Select select
        && select.from() instanceof FromSource source
        && source.tableName().filter(name -> name.parts().size() == 2).isPresent();
  }
}
