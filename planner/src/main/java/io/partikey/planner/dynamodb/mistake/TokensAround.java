package io.partikey.planner.dynamodb.mistake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a text that is no statement, around the place where it stops being one. Words are
 * in upper case.
 *
 * @param before the tokens before the place
 * @param after the tokens from the place on, the offending one first; none at the end of the text
 */
record TokensAround(List<String> before, List<String> after) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|--[^\\n]*|/\\*(?s:.*?)\\*/"
              + "|(?<token>'[^']*'|\"[^\"]*\"|`[^`]*`"
              + "|[A-Za-z_$][A-Za-z0-9_$]*|[0-9.]+(?:[eE][+-]?[0-9]+)?"
              + "|<<|>>|<>|!=|<=|>=|\\|\\||(?s:.))");

  TokensAround {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** The tokens around a line and column of a text, both from 1. */
  static TokensAround around(String text, int line, int column) {
    int place = offset(text, line, column);
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int end = -1;
    while (matcher.find()) {
      String token = matcher.group("token");
      if (token == null || token.equals(";")) {
        continue;
      }
      List<String> side = matcher.start() < place ? before : after;
      boolean goesOn = matcher.start() == end && isQuoted(token) && !side.isEmpty();
      @Nullable String last = goesOn ? side.get(side.size() - 1) : null;
      if (last != null && last.charAt(0) == token.charAt(0)) {
        // Two quotes within a quoted text are one.
        side.set(side.size() - 1, last + token);
      } else {
        side.add(word(token));
      }
      end = matcher.end();
    }
    return new TokensAround(before, after);
  }

  private static boolean isQuoted(String token) {
    return token.length() > 1 && (token.charAt(0) == '\'' || token.charAt(0) == '"');
  }

  private static String word(String token) {
    return Character.isJavaIdentifierStart(token.charAt(0))
        ? token.toUpperCase(Locale.ROOT)
        : token;
  }

  private static int offset(String text, int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return text.offsetByCodePoints(
        start, Math.min(column - 1, text.codePointCount(start, text.length())));
  }

  /** The offending token, empty at the end of the text. */
  String offending() {
    return after.isEmpty() ? "" : after.get(0);
  }

  /** The token so many before the offending one, from 1; empty where there is none. */
  String previous(int distance) {
    return before.size() < distance ? "" : before.get(before.size() - distance);
  }

  /** Whether the text ends where it stops being a statement. */
  boolean atEnd() {
    return after.isEmpty();
  }

  /** Whether the text begins with these words, or with as many of them as come before the place. */
  boolean begins(String... words) {
    return before.size() >= words.length && before.subList(0, words.length).equals(List.of(words));
  }

  /** Whether the offending token is one of these words. */
  boolean offends(String... words) {
    return List.of(words).contains(offending());
  }

  /** Whether the token before the offending one is one of these words. */
  boolean follows(String... words) {
    return List.of(words).contains(previous(1));
  }

  /**
   * Whether a name of a tuple is expected: behind its bracket, or behind a comma between its fields
   * with something before a colon to follow.
   */
  boolean expectsKey() {
    return follows("{") || (follows(",") && insideTuple() && colonFollows());
  }

  private boolean insideTuple() {
    int closed = 0;
    for (int i = before.size() - 1; i >= 0; i--) {
      String token = before.get(i);
      if (token.equals("}") || token.equals("]") || token.equals(")")) {
        closed++;
      } else if (token.equals("{") || token.equals("[") || token.equals("(")) {
        if (closed == 0) {
          return token.equals("{");
        }
        closed--;
      }
    }
    return false;
  }

  private boolean colonFollows() {
    return after.size() > 1 && after.contains(":");
  }
}
