package io.partikey.planner.execute;

import java.util.Iterator;
import java.util.List;

/** What a list holds. */
public final class ListCursor<T> implements Cursor<T> {
  private Iterator<T> elements;

  public ListCursor(List<T> elements) {
    this.elements = List.copyOf(elements).iterator();
  }

  @Override
  public CursorStep<T> next() {
    return elements.hasNext() ? CursorStep.found(elements.next()) : CursorStep.exhausted();
  }

  @Override
  public void close() {
    elements = List.<T>of().iterator();
  }
}
