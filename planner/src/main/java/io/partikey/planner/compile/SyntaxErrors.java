package io.partikey.planner.compile;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.error.StatementPosition;
import io.partikey.parser.ParsingException;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.dynamodb.mistake.Refusal;
import io.partikey.planner.dynamodb.mistake.SyntaxMistakes;

/** Errors about the text of a statement, as the dialect writes them. */
final class SyntaxErrors {
  private SyntaxErrors() {}

  /** The error of a text that is no statement. */
  static EngineException of(ParsingException error, String text, Dialect dialect) {
    StatementPosition position =
        new StatementPosition(error.line(), error.column(), error.length());
    return dialect == Dialect.DYNAMODB
        ? new Refusal(SyntaxMistakes.of(error, text), error)
        : new EngineException(ErrorCode.SYNTAX_ERROR, error.errorMessage(), position, error);
  }
}
