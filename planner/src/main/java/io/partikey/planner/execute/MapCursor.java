package io.partikey.planner.execute;

import java.util.function.Function;

/** Everything that an input finds, turned into something else. Closes its input. */
public final class MapCursor<T, R> implements Cursor<R> {
  private final Cursor<T> input;
  private final Function<T, R> mapping;

  public MapCursor(Cursor<T> input, Function<T, R> mapping) {
    this.input = input;
    this.mapping = mapping;
  }

  @Override
  public CursorStep<R> next() {
    return input.next().map(mapping);
  }

  @Override
  public void close() {
    input.close();
  }
}
