package io.partikey.planner;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.error.StatementPosition;
import io.partikey.parser.ParsingException;

/** Errors about the text of a statement, as the dialect writes them. */
final class SyntaxErrors {
  private static final String NOT_WELL_FORMED =
      "Statement wasn't well formed, can't be processed: ";

  private SyntaxErrors() {}

  /** The error of a text that is no statement. */
  static EngineException of(ParsingException error, Dialect dialect) {
    StatementPosition position =
        new StatementPosition(error.line(), error.column(), error.length());
    String message =
        dialect == Dialect.DYNAMODB ? NOT_WELL_FORMED + error.errorMessage() : error.errorMessage();
    return new EngineException(ErrorCode.SYNTAX_ERROR, message, position, error);
  }
}
