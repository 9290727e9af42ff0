package io.partikey.parser.ast;

/**
 * A stretch of statement text.
 *
 * @param line the line of the first character, from 1
 * @param column the column of the first character in its line, from 1, counted in code points
 * @param start the index of the first character in the text, as {@link String#charAt} counts
 * @param end the index behind the last character
 */
public record SourceSpan(int line, int column, int start, int end) {

  /** Refuses positions that cannot be. */
  public SourceSpan {
    if (line < 1 || column < 1 || start < 0 || end < start) {
      throw new IllegalArgumentException(
          "no stretch of text: %d:%d [%d, %d)".formatted(line, column, start, end));
    }
  }

  /** The number of characters, as {@link String#length} counts. */
  public int length() {
    return end - start;
  }

  /** The stretch from the beginning of this span to the end of the last one. */
  public SourceSpan through(SourceSpan last) {
    return new SourceSpan(line, column, start, last.end);
  }

  /** The stretch of the text this span was made for. */
  public String textIn(String text) {
    return text.substring(start, end);
  }

  /** The position as DynamoDB writes it: {@code line:column:length}. */
  @Override
  public String toString() {
    return line + ":" + column + ":" + length();
  }
}
