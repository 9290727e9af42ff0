package io.partikey.planner.bind;

import io.partikey.engine.error.StatementPosition;
import io.partikey.parser.ast.SourceSpan;

/** Places in syntax trees as places in errors. */
public final class Positions {
  private Positions() {}

  /** The place of a stretch of statement text. */
  public static StatementPosition of(SourceSpan span) {
    return new StatementPosition(span.line(), span.column(), span.length());
  }
}
