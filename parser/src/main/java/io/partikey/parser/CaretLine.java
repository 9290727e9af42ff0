package io.partikey.parser;

import io.partikey.parser.ast.SourceSpan;

/** The line of a text that holds a span, with carets under the span. */
final class CaretLine {
  /** Characters shown on each side of the beginning of the span. */
  private static final int NEIGHBOURHOOD = 60;

  private CaretLine() {}

  static String of(String text, SourceSpan span) {
    int lineStart = text.lastIndexOf('\n', span.start() - 1) + 1;
    int lineEnd = text.indexOf('\n', span.start());
    if (lineEnd < 0) {
      lineEnd = text.length();
    }
    int from = Math.max(lineStart, span.start() - NEIGHBOURHOOD);
    int to = Math.min(lineEnd, span.start() + NEIGHBOURHOOD);
    int carets = Math.max(1, Math.min(span.end(), to) - span.start());
    String shown = text.substring(from, to).stripTrailing();
    return shown + '\n' + blank(text.substring(from, span.start())) + "^".repeat(carets);
  }

  /** Blanks as wide as the text; tabs stay tabs so that the carets line up. */
  private static String blank(String before) {
    StringBuilder blanks = new StringBuilder();
    before.codePoints().forEach(c -> blanks.append(c == '\t' ? '\t' : ' '));
    return blanks.toString();
  }
}
