package io.partikey.planner.execute;

/** What comes after some, and no more than some. Asks no more of its input then; closes it. */
final class LimitCursor<T> implements Cursor<T> {
  private final Cursor<T> input;
  private long toSkip;
  private long left;

  LimitCursor(Cursor<T> input, long offset, long limit) {
    this.input = input;
    this.toSkip = offset;
    this.left = limit;
  }

  @Override
  public CursorStep<T> next() {
    while (left > 0) {
      CursorStep<T> step = input.next();
      if (!(step instanceof CursorStep.Found)) {
        return step;
      }
      if (toSkip == 0) {
        left--;
        return step;
      }
      toSkip--;
    }
    return CursorStep.exhausted();
  }

  @Override
  public void close() {
    input.close();
  }
}
