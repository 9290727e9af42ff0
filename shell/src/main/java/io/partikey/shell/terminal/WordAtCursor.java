package io.partikey.shell.terminal;

import java.util.List;
import org.jline.reader.CompletingParsedLine;

/**
 * The word that completion replaces.
 *
 * <p>In a statement it is a name, which may have quotes and dots; in a command it is all up to a
 * blank. Nothing in it is escaped.
 *
 * @param line the whole text
 * @param cursor the place of the cursor in it
 * @param start where the word begins
 * @param end where it ends
 */
record WordAtCursor(String line, int cursor, int start, int end) implements CompletingParsedLine {
  /** The word at a cursor. */
  static WordAtCursor of(String line, int cursor) {
    boolean isCommand = line.stripLeading().startsWith("\\");
    int start = cursor;
    while (start > 0 && isWordPart(line.charAt(start - 1), isCommand)) {
      start--;
    }
    int end = cursor;
    while (end < line.length() && isWordPart(line.charAt(end), isCommand)) {
      end++;
    }
    return new WordAtCursor(line, cursor, start, end);
  }

  private static boolean isWordPart(char character, boolean isCommand) {
    return isCommand
        ? !Character.isWhitespace(character)
        : Character.isLetterOrDigit(character) || "_$\".".indexOf(character) >= 0;
  }

  @Override
  public String word() {
    return line.substring(start, end);
  }

  @Override
  public int wordCursor() {
    return cursor - start;
  }

  @Override
  public int wordIndex() {
    return 0;
  }

  @Override
  public List<String> words() {
    return List.of(word());
  }

  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    return candidate;
  }

  @Override
  public int rawWordCursor() {
    return wordCursor();
  }

  @Override
  public int rawWordLength() {
    return end - start;
  }
}
