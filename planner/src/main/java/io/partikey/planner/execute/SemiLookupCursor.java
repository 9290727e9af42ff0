package io.partikey.planner.execute;

import org.jspecify.annotations.Nullable;

/**
 * The outer rows for which something is found, or nothing where negated. Reads of the inner side no
 * more than its first row. Closes its input and the inner cursors.
 */
final class SemiLookupCursor implements Cursor<PlanRow> {
  private final Cursor<LookupMatch> matches;
  private final boolean negated;
  private @Nullable LookupMatch current;

  SemiLookupCursor(Cursor<LookupMatch> matches, boolean negated) {
    this.matches = matches;
    this.negated = negated;
  }

  @Override
  public CursorStep<PlanRow> next() {
    while (true) {
      @Nullable LookupMatch match = current;
      if (match == null) {
        CursorStep<LookupMatch> step = matches.next();
        if (!(step instanceof CursorStep.Found<LookupMatch> found)) {
          return step.map(LookupMatch::outer);
        }
        match = found.value();
        current = match;
      }
      CursorStep<PlanRow> inner = match.inner().next();
      if (inner instanceof CursorStep.Paused) {
        return inner;
      }
      closeCurrent();
      if (inner.isExhausted() == negated) {
        return CursorStep.found(match.outer());
      }
    }
  }

  private void closeCurrent() {
    @Nullable LookupMatch match = current;
    current = null;
    if (match != null) {
      match.inner().close();
    }
  }

  @Override
  public void close() {
    closeCurrent();
    matches.close();
  }
}
