package io.partikey.planner.search.advice;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.planner.bound.TableSource;

/** The refusal of a statement for a read that no key bounds. */
public final class Refusal {
  private Refusal() {}

  /** The error to raise for a read. */
  public static EngineException of(UnkeyedRead read, String advice) {
    TableSource source = read.conditions().source();
    return new EngineException(ErrorCode.NOT_KEYED, advice, source.position());
  }
}
