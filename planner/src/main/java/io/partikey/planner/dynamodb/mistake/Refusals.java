package io.partikey.planner.dynamodb.mistake;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.planner.bind.BindingErrors;

/** The errors of DynamoDB's dialect, in DynamoDB's words. */
public final class Refusals {
  private static final String NOT_WELL_FORMED =
      "Statement wasn't well formed, can't be processed: ";

  private Refusals() {}

  /**
   * A text that DynamoDB's parser does not read.
   *
   * @param cause DynamoDB's word for it, empty where it has none
   */
  public static EngineException notWellFormed(SourceSpan span, String cause) {
    return BindingErrors.at(span, ErrorCode.SYNTAX_ERROR, NOT_WELL_FORMED + cause);
  }

  /** A statement that is well formed and refused all the same. */
  public static EngineException of(SourceSpan span, String message) {
    return BindingErrors.at(span, ErrorCode.VALIDATION, message);
  }

  /** A refusal whose message ends in its place. */
  public static EngineException withPlace(SourceSpan span, String message) {
    return of(span, message + " at " + span);
  }
}
