package io.partikey.engine.error;

/**
 * A place in the text of a statement.
 *
 * @param line the line, from 1
 * @param column the column, from 1, in characters
 * @param length how many characters the place spans, at least 0
 */
public record StatementPosition(int line, int column, int length) {
  public StatementPosition {
    if (line < 1 || column < 1 || length < 0) {
      throw new IllegalArgumentException("no place: " + line + ":" + column + ":" + length);
    }
  }

  /** The place as DynamoDB writes it: {@code line:column:length}. */
  @Override
  public String toString() {
    return line + ":" + column + ":" + length;
  }
}
