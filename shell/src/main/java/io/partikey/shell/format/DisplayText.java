package io.partikey.shell.format;

import org.jline.utils.WCWidth;

/** Text measured in columns of the screen: wide characters take two, combining ones none. */
final class DisplayText {
  private static final String ELLIPSIS = "…";

  private DisplayText() {}

  /** How many columns the text takes. */
  static int width(String text) {
    return text.codePoints().map(DisplayText::width).sum();
  }

  private static int width(int codePoint) {
    return Math.max(0, WCWidth.wcwidth(codePoint));
  }

  /** The text, cut to a width with an ellipsis at its end if it is wider. */
  static String cut(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      if (used + width(codePoint) > width - 1) {
        break;
      }
      used += width(codePoint);
      end += Character.charCount(codePoint);
    }
    return text.substring(0, end) + ELLIPSIS;
  }

  /** The text with blanks after it up to a width. */
  static String padRight(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** The text with blanks before it up to a width. */
  static String padLeft(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))) + text;
  }
}
