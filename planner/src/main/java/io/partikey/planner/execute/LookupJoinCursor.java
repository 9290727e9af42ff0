package io.partikey.planner.execute;

import org.jspecify.annotations.Nullable;

/**
 * Outer rows with each row found for them, in the order of the outer rows:
 *
 * <pre>
 * for each (outer, inner) of matches
 *   for each row of inner: outer + row
 *   if there was none and outer rows are kept: outer + missing columns
 * </pre>
 *
 * <p>Closes its input and the inner cursors.
 */
final class LookupJoinCursor implements Cursor<PlanRow> {
  private final Cursor<LookupMatch> matches;
  private final PlanRow noInner;
  private final boolean keepOuter;
  private @Nullable LookupMatch current;
  private boolean paired;

  LookupJoinCursor(Cursor<LookupMatch> matches, int innerWidth, boolean keepOuter) {
    this.matches = matches;
    this.noInner = PlanRow.missing(innerWidth);
    this.keepOuter = keepOuter;
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
        paired = false;
      }
      PlanRow outer = match.outer();
      CursorStep<PlanRow> inner = match.inner().next();
      if (!inner.isExhausted()) {
        paired |= inner instanceof CursorStep.Found;
        return inner.map(outer::with);
      }
      closeCurrent();
      if (keepOuter && !paired) {
        return CursorStep.found(outer.with(noInner));
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
