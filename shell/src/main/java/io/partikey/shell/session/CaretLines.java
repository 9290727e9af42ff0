package io.partikey.shell.session;

import io.partikey.engine.error.StatementPosition;
import java.util.List;
import java.util.Optional;

/** A line of a statement and, below it, carets under a place in it. */
final class CaretLines {
  private static final String INDENT = "  ";

  /** Characters that are shown before the place; more are cut off with an ellipsis. */
  private static final int BEFORE = 60;

  /** Characters that are shown from the place on. */
  private static final int AFTER = 40;

  private CaretLines() {}

  /** The two lines, or nothing if the text does not have the place. */
  static Optional<String> of(String text, StatementPosition place) {
    List<String> lines = text.lines().toList();
    if (place.line() > lines.size()) {
      return Optional.empty();
    }
    String line = lines.get(place.line() - 1);
    int start = Math.min(place.column() - 1, line.length());
    int from = start > BEFORE ? start - BEFORE : 0;
    int to = Math.min(line.length(), start + AFTER);
    String shown =
        (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "");
    String before = (from > 0 ? " " : "") + blank(line.substring(from, start));
    int carets = Math.max(1, Math.min(place.length(), to - start));
    return Optional.of(INDENT + shown + '\n' + INDENT + before + "^".repeat(carets));
  }

  /** Blanks as wide as the text; tabs stay tabs so that the carets line up. */
  private static String blank(String before) {
    return before.codePoints().mapToObj(c -> c == '\t' ? "\t" : " ").reduce("", String::concat);
  }
}
