package io.partikey.grammar;

import java.util.List;
import org.antlr.v4.runtime.Token;

/** Tells the kinds of the tokens of any text, complete or not, for highlighting. */
public final class TokenClassifier {
  private TokenClassifier() {}

  /** The tokens of the text in their order; white space is left out. */
  public static List<ClassifiedToken> classify(String text) {
    CodePointOffsets offsets = CodePointOffsets.of(text);
    return Tokens.of(text).stream()
        .filter(token -> token.getType() != PartiqlBaseLexer.WHITESPACE)
        .map(token -> classify(token, offsets))
        .toList();
  }

  private static ClassifiedToken classify(Token token, CodePointOffsets offsets) {
    return new ClassifiedToken(
        kind(token.getType()),
        offsets.charIndex(token.getStartIndex()),
        offsets.charIndex(token.getStopIndex() + 1));
  }

  private static TokenKind kind(int type) {
    if (PartiqlKeywords.isKeyword(type)) {
      return TokenKind.KEYWORD;
    }
    return switch (type) {
      case PartiqlBaseLexer.IDENTIFIER, PartiqlBaseLexer.QUOTED_IDENTIFIER -> TokenKind.IDENTIFIER;
      case PartiqlBaseLexer.STRING -> TokenKind.STRING;
      case PartiqlBaseLexer.NUMBER -> TokenKind.NUMBER;
      case PartiqlBaseLexer.HINT, PartiqlBaseLexer.BLOCK_COMMENT, PartiqlBaseLexer.LINE_COMMENT ->
          TokenKind.COMMENT;
      case PartiqlBaseLexer.QUESTION_MARK -> TokenKind.PARAMETER;
      case PartiqlBaseLexer.DIGIT_IDENTIFIER,
          PartiqlBaseLexer.BACKQUOTED_IDENTIFIER,
          PartiqlBaseLexer.FOREIGN_IDENTIFIER,
          PartiqlBaseLexer.UNTERMINATED_IDENTIFIER,
          PartiqlBaseLexer.UNTERMINATED_STRING,
          PartiqlBaseLexer.UNTERMINATED_COMMENT,
          PartiqlBaseLexer.UNRECOGNIZED ->
          TokenKind.ERROR;
      default -> TokenKind.OPERATOR;
    };
  }
}
