package io.partikey.parser;

import io.partikey.grammar.PartiqlBaseLexer;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/**
 * Refuses brackets that are nested too deep before anything recursive sees them.
 *
 * <p>DynamoDB nests values 32 levels at most, and conditions have no need of more than some dozens.
 */
final class NestingLimit {
  private static final int MAXIMUM_NESTING = 200;

  private NestingLimit() {}

  static void check(CommonTokenStream tokens, ParseContext context) {
    int nesting = 0;
    for (Token token : tokens.getTokens()) {
      nesting += change(token);
      if (nesting > MAXIMUM_NESTING) {
        throw context.error(
            token,
            "brackets are nested too deep; at most %d levels are read".formatted(MAXIMUM_NESTING));
      }
    }
  }

  private static int change(Token token) {
    return switch (token.getType()) {
      case PartiqlBaseLexer.LEFT_PARENTHESIS,
          PartiqlBaseLexer.LEFT_BRACKET,
          PartiqlBaseLexer.LEFT_BRACE,
          PartiqlBaseLexer.LEFT_BAG ->
          1;
      case PartiqlBaseLexer.RIGHT_PARENTHESIS,
          PartiqlBaseLexer.RIGHT_BRACKET,
          PartiqlBaseLexer.RIGHT_BRACE,
          PartiqlBaseLexer.RIGHT_BAG ->
          -1;
      default -> 0;
    };
  }
}
