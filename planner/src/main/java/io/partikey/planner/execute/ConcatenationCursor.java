package io.partikey.planner.execute;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What several inputs find, one input after the other. An input is made when its turn comes, and
 * closed when it is exhausted.
 */
public final class ConcatenationCursor<T> implements Cursor<T> {
  private Iterator<Supplier<Cursor<T>>> inputs;
  private @Nullable Cursor<T> current;

  public ConcatenationCursor(List<Supplier<Cursor<T>>> inputs) {
    this.inputs = List.copyOf(inputs).iterator();
  }

  @Override
  public CursorStep<T> next() {
    while (true) {
      @Nullable Cursor<T> input = current;
      if (input == null) {
        if (!inputs.hasNext()) {
          return CursorStep.exhausted();
        }
        input = inputs.next().get();
        current = input;
      }
      CursorStep<T> step = input.next();
      if (!step.isExhausted()) {
        return step;
      }
      closeCurrent();
    }
  }

  private void closeCurrent() {
    @Nullable Cursor<T> input = current;
    current = null;
    if (input != null) {
      input.close();
    }
  }

  @Override
  public void close() {
    inputs = List.<Supplier<Cursor<T>>>of().iterator();
    closeCurrent();
  }
}
