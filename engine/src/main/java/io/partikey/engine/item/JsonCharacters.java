package io.partikey.engine.item;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;

/** The characters of a JSON text with a position that moves forward over its lexical elements. */
final class JsonCharacters {
  private final String text;
  private int position;

  JsonCharacters(String text) {
    this.text = text;
  }

  int position() {
    return position;
  }

  boolean atEnd() {
    return position == text.length();
  }

  boolean at(char character) {
    return position < text.length() && text.charAt(position) == character;
  }

  /** Passes these characters if they come next. */
  boolean take(String characters) {
    if (!text.startsWith(characters, position)) {
      return false;
    }
    position += characters.length();
    return true;
  }

  void require(String characters) {
    if (!take(characters)) {
      throw expected("'" + characters + "'");
    }
  }

  void skipSpace() {
    while (at(' ') || at('\n') || at('\r') || at('\t')) {
      position++;
    }
  }

  /** Passes what there is before these characters, and them. */
  String upTo(String characters) {
    int end = text.indexOf(characters, position);
    if (end < 0) {
      position = text.length();
      throw expected("'" + characters + "'");
    }
    String passed = text.substring(position, end);
    position = end + characters.length();
    return passed;
  }

  /** Passes a number as JSON writes it. */
  String number() {
    int start = position;
    take("-");
    if (!take("0")) {
      digits(start);
    }
    if (take(".")) {
      digits(start);
    }
    if (take("e") || take("E")) {
      if (!take("+")) {
        take("-");
      }
      digits(start);
    }
    return text.substring(start, position);
  }

  private void digits(int start) {
    int first = position;
    while (position < text.length() && isDigit(text.charAt(position))) {
      position++;
    }
    if (position == first) {
      throw expected(start == position ? "a value" : "a digit");
    }
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  /** Passes a string with its quotes; the characters that it stands for. */
  String string() {
    require("\"");
    StringBuilder string = new StringBuilder();
    while (!take("\"")) {
      if (atEnd()) {
        throw expected("'\"'");
      }
      char character = text.charAt(position);
      if (character < ' ') {
        throw expected("an escape such as \\n in place of a control character");
      }
      position++;
      string.append(character == '\\' ? escaped() : character);
    }
    return string.toString();
  }

  private char escaped() {
    if (take("u")) {
      return unicode();
    }
    int escape = atEnd() ? -1 : "\"\\/bfnrt".indexOf(text.charAt(position));
    if (escape < 0) {
      throw expected("an escape: one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000");
    }
    position++;
    return "\"\\/\b\f\n\r\t".charAt(escape);
  }

  private char unicode() {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = atEnd() ? -1 : hexadecimal(text.charAt(position));
      if (digit < 0) {
        throw expected("four hexadecimal digits");
      }
      unit = unit * 16 + digit;
      position++;
    }
    return (char) unit;
  }

  // Character.digit takes the digits of all scripts.
  private static int hexadecimal(char character) {
    return character < 0x80 ? Character.digit(character, 16) : -1;
  }

  /** The error that something else comes next than what was expected. */
  EngineException expected(String what) {
    String found =
        atEnd()
            ? "the end of the text"
            : "'" + Character.toString(text.codePointAt(position)) + "'";
    return invalidAt(position, "expected " + what + ", found " + found);
  }

  /** The error that the text is wrong at a position. */
  EngineException invalidAt(int where, String problem) {
    String before = text.substring(0, where);
    long line = before.chars().filter(character -> character == '\n').count() + 1;
    int column = where - (before.lastIndexOf('\n') + 1) + 1;
    return new EngineException(
        ErrorCode.INVALID_JSON,
        "Invalid JSON at line " + line + ", column " + column + ": " + problem + ".");
  }
}
