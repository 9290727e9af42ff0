package io.partikey.planner.bind;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.parser.ast.SourceSpan;

/** The errors of binding, each with its place in the statement. */
public final class BindingErrors {
  private BindingErrors() {}

  /** An error about a stretch of the statement. */
  public static EngineException at(SourceSpan span, ErrorCode code, String message) {
    return new EngineException(code, message, Positions.of(span));
  }

  /**
   * A clause that is not executed.
   *
   * @param clause what it is, as it begins a sentence: {@code "A scalar subquery"}
   * @param cure what to write instead, as a sentence
   */
  public static EngineException unsupported(SourceSpan span, String clause, String cure) {
    return at(span, ErrorCode.FEATURE_NOT_SUPPORTED, clause + " is not supported. " + cure);
  }
}
