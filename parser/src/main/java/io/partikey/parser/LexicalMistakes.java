package io.partikey.parser;

import io.partikey.grammar.PartiqlBaseLexer;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/** Finds the tokens that the lexer only knows in order to explain them. */
final class LexicalMistakes {
  private LexicalMistakes() {}

  /** Fails at the first token that cannot be part of any statement. */
  static void check(CommonTokenStream tokens, ParseContext context) {
    for (Token token : tokens.getTokens()) {
      Optional<String> message = explain(token);
      if (message.isPresent()) {
        throw context.error(token, message.get());
      }
    }
  }

  private static Optional<String> explain(Token token) {
    return switch (token.getType()) {
      case PartiqlBaseLexer.UNTERMINATED_STRING ->
          Optional.of("the string that begins here has no end; close it with '");
      case PartiqlBaseLexer.UNTERMINATED_IDENTIFIER ->
          Optional.of("the quoted name that begins here has no end; close it with \"");
      case PartiqlBaseLexer.UNTERMINATED_COMMENT ->
          Optional.of("the comment that begins here has no end; close it with */");
      case PartiqlBaseLexer.BACKQUOTED_IDENTIFIER ->
          Optional.of("backquotes do not quote names; use double quotes");
      case PartiqlBaseLexer.DIGIT_IDENTIFIER ->
          Optional.of(
              "'%s' is neither a number nor a name; a name that begins with a digit needs double quotes"
                  .formatted(token.getText()));
      case PartiqlBaseLexer.FOREIGN_IDENTIFIER ->
          Optional.of(
              "the name '%s' needs double quotes; without them only A-Z, a-z, 0-9, _ and $ may stand"
                  .formatted(token.getText()));
      default -> Optional.empty();
    };
  }
}
