package io.partikey.engine.store.rocks;

/** The cursor over nothing. */
final class EmptyCursor implements RowCursor {
  static final RowCursor INSTANCE = new EmptyCursor();

  private EmptyCursor() {}

  @Override
  public boolean next() {
    return false;
  }

  @Override
  public byte[] key() {
    throw new IllegalStateException("no row");
  }

  @Override
  public byte[] value() {
    throw new IllegalStateException("no row");
  }

  @Override
  public void close() {}
}
