package io.partikey.grammar;

import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/** The tokens of a text, with those that stand between, and without an end mark. */
final class Tokens {
  private Tokens() {}

  static List<? extends Token> of(String text) {
    PartiqlBaseLexer lexer = new PartiqlBaseLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    return lexer.getAllTokens();
  }
}
