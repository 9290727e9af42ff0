package io.partikey.planner.execute;

import java.util.Collections;
import java.util.Iterator;

/** What an iterator gives, each made when it is asked for. */
final class IteratorCursor<T> implements Cursor<T> {
  private Iterator<T> values;

  IteratorCursor(Iterator<T> values) {
    this.values = values;
  }

  @Override
  public CursorStep<T> next() {
    return values.hasNext() ? CursorStep.found(values.next()) : CursorStep.exhausted();
  }

  @Override
  public void close() {
    values = Collections.emptyIterator();
  }
}
