package io.partikey.shell.command;

import io.partikey.shell.session.ShellException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What follows the name of a command.
 *
 * <p>Words are separated by blanks. A stretch in single or double quotes belongs to one word and
 * loses its quotes; a quote is doubled to stand for itself. A backslash is an ordinary character.
 *
 * @param text the text as it was typed, without blanks around it
 */
record Arguments(String text) {
  /** The words. */
  List<String> words() throws ShellException {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else {
        StringBuilder word = new StringBuilder();
        at = readWord(at, word);
        words.add(word.toString());
      }
    }
    return words;
  }

  private int readWord(int start, StringBuilder word) throws ShellException {
    int at = start;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      char character = text.charAt(at);
      if (character == '\'' || character == '"') {
        at = readQuoted(at, word);
      } else {
        word.append(character);
        at++;
      }
    }
    return at;
  }

  private int readQuoted(int start, StringBuilder word) throws ShellException {
    char quote = text.charAt(start);
    int at = start + 1;
    while (at < text.length()) {
      if (text.charAt(at) != quote) {
        word.append(text.charAt(at++));
      } else if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
        word.append(quote);
        at += 2;
      } else {
        return at + 1;
      }
    }
    throw new ShellException("A quote is not closed: " + text.substring(start));
  }

  /** The only word, if there is one. */
  Optional<String> atMostOne(String usage) throws ShellException {
    List<String> words = words();
    if (words.size() > 1) {
      throw new ShellException("Too many words. Usage: " + usage);
    }
    return words.stream().findFirst();
  }

  /**
   * The first word and what follows it as it was typed.
   *
   * @throws ShellException if there are not two
   */
  FirstAndRest firstAndRest(String usage) throws ShellException {
    StringBuilder word = new StringBuilder();
    int end = readWord(0, word);
    String rest = text.substring(end).strip();
    if (word.isEmpty() || rest.isEmpty()) {
      throw new ShellException("Something is missing. Usage: " + usage);
    }
    return new FirstAndRest(word.toString(), rest);
  }

  /** A word and what follows it. */
  record FirstAndRest(String first, String rest) {}
}
