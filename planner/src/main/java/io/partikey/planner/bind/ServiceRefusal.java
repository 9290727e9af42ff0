package io.partikey.planner.bind;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.parser.ast.SourceSpan;

/** The errors of the service's dialect, in the service's words. */
final class ServiceRefusal {
  private static final String NOT_WELL_FORMED =
      "Statement wasn't well formed, can't be processed: ";

  private ServiceRefusal() {}

  /**
   * A text that the service's parser does not read.
   *
   * @param cause the service's word for it, empty where it has none
   */
  static EngineException notWellFormed(SourceSpan span, String cause) {
    return BindingErrors.at(span, ErrorCode.SYNTAX_ERROR, NOT_WELL_FORMED + cause);
  }

  /** A statement that is well formed and refused all the same. */
  static EngineException of(SourceSpan span, String message) {
    return BindingErrors.at(span, ErrorCode.VALIDATION, message);
  }

  /** A refusal whose message ends in its place. */
  static EngineException withPlace(SourceSpan span, String message) {
    return of(span, message + " at " + span);
  }
}
