package io.partikey.jdbc;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JDBC's escapes in a statement, replaced by what they stand for.
 *
 * <pre>
 * {d '2026-01-31'}  {t '10:00:00'}     the text
 * {ts '2026-01-31 10:00:00'}           the text in ISO-8601, with a T
 * {fn ucase(x)}  {oj a LEFT JOIN b}    what stands within, functions by their name here
 * {escape '\'}                         ESCAPE '\'
 * </pre>
 *
 * <p>Every other brace stays, because PartiQL writes tuples with them; so does whatever stands in
 * quotes or comments. What is replaced keeps its length where it can, so that the places in error
 * messages are those of the text as it was given.
 */
final class JdbcEscapes {
  private static final Pattern ESCAPE =
      Pattern.compile("\\{(\\s*)(d|ts|t|fn|escape|oj)(\\s+(?![\\s:])|(?='))", 2 /* any case */);

  private static final Pattern FUNCTION = Pattern.compile("\\s*([A-Za-z]+)\\s*(?=\\()");

  private static final Map<String, String> FUNCTIONS =
      Map.of(
          "ucase", "upper",
          "lcase", "lower",
          "length", "char_length",
          "ifnull", "coalesce");

  private final String text;
  private final StringBuilder translated;
  private int position;

  private JdbcEscapes(String text) {
    this.text = text;
    this.translated = new StringBuilder(text.length());
  }

  /** A statement without escapes. */
  static String translate(String text) {
    return text.indexOf('{') < 0 ? text : new JdbcEscapes(text).scan(false);
  }

  /** Scans to the end of the text or, within an escape, to behind its closing brace. */
  private String scan(boolean withinEscape) {
    int depth = 0;
    while (position < text.length()) {
      char c = text.charAt(position);
      if (opensQuote(c)) {
        copyTo(endOfQuote(c));
      } else if (c == '{') {
        if (!translateEscape()) {
          depth++;
          copyTo(position + 1);
        }
      } else if (c == '}' && withinEscape && depth == 0) {
        position++;
        return translated.append(' ').toString();
      } else {
        depth -= c == '}' ? 1 : 0;
        copyTo(position + 1);
      }
    }
    return translated.toString();
  }

  private boolean opensQuote(char c) {
    return c == '\''
        || c == '"'
        || text.startsWith("--", position)
        || text.startsWith("/*", position);
  }

  private void copyTo(int end) {
    translated.append(text, position, end);
    position = end;
  }

  /** The end of the quoted text or comment that begins here. */
  private int endOfQuote(char opening) {
    String closing =
        switch (opening) {
          case '-' -> "\n";
          case '/' -> "*/";
          default -> String.valueOf(opening);
        };
    int end = text.indexOf(closing, position + (opening == '/' ? 2 : 1));
    return end < 0 ? text.length() : end + closing.length();
  }

  /** Translates the escape that begins here, if one does. */
  private boolean translateEscape() {
    Matcher escape = ESCAPE.matcher(text).region(position, text.length());
    if (!escape.lookingAt()) {
      return false;
    }
    String kind = escape.group(2).toLowerCase(Locale.ROOT);
    int start = translated.length();
    translated.append(kind.equals("escape") ? " ESCAPE" : " ".repeat(1 + kind.length()));
    translated.append(escape.group(1)).append(escape.group(3));
    position = escape.end();
    if (kind.equals("fn")) {
      renameFunction();
    }
    scan(true);
    if (kind.equals("ts")) {
      int quote = translated.indexOf("'", start);
      int blank = quote < 0 ? -1 : translated.indexOf(" ", quote);
      if (blank >= 0 && blank < translated.lastIndexOf("'")) {
        translated.setCharAt(blank, 'T');
      }
    }
    return true;
  }

  private void renameFunction() {
    Matcher function = FUNCTION.matcher(text).region(position, text.length());
    if (function.lookingAt()) {
      String name = function.group(1);
      translated.append(FUNCTIONS.getOrDefault(name.toLowerCase(Locale.ROOT), name));
      position = function.end();
    }
  }
}
