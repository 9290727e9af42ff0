package io.partikey.shell.terminal;

import io.partikey.shell.session.StatementBuffer;
import java.util.Optional;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Decides whether what was typed is whole, or a statement goes on in the next line; and finds the
 * word to complete.
 */
final class StatementLineParser implements Parser {
  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context != ParseContext.COMPLETE) {
      requireWhole(line, cursor);
    }
    return WordAtCursor.of(line, cursor);
  }

  private static void requireWhole(String text, int cursor) {
    StatementBuffer buffer = new StatementBuffer(Optional.empty());
    text.lines().forEach(buffer::add);
    if (buffer.isPending()) {
      throw new EOFError(-1, cursor, "a semicolon is missing", buffer.openSign().orElse("-"));
    }
  }

  @Override
  public boolean isEscapeChar(char character) {
    return false;
  }
}
