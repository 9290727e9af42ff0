package io.partikey.planner.execute;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** The first of everything that an input finds with the same identity. Closes its input. */
final class DistinctCursor<T> implements Cursor<T> {
  private final Cursor<T> input;
  private final Function<T, Object> identity;
  private final Set<Object> seen = new HashSet<>();

  DistinctCursor(Cursor<T> input, Function<T, Object> identity) {
    this.input = input;
    this.identity = identity;
  }

  @Override
  public CursorStep<T> next() {
    while (true) {
      CursorStep<T> step = input.next();
      if (!(step instanceof CursorStep.Found<T> found) || seen.add(identity.apply(found.value()))) {
        return step;
      }
    }
  }

  @Override
  public void close() {
    seen.clear();
    input.close();
  }
}
