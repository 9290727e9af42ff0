package io.partikey.planner.execute;

import java.util.function.Predicate;

/** What a condition holds of. Closes its input. */
public final class FilterCursor<T> implements Cursor<T> {
  private final Cursor<T> input;
  private final Predicate<T> condition;

  public FilterCursor(Cursor<T> input, Predicate<T> condition) {
    this.input = input;
    this.condition = condition;
  }

  @Override
  public CursorStep<T> next() {
    while (true) {
      CursorStep<T> step = input.next();
      if (!(step instanceof CursorStep.Found<T> found) || condition.test(found.value())) {
        return step;
      }
    }
  }

  @Override
  public void close() {
    input.close();
  }
}
