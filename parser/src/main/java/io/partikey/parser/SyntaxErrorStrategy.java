package io.partikey.parser;

import io.partikey.grammar.NearestName;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/** Fails at the first syntax error: nothing is inserted, deleted or skipped. */
final class SyntaxErrorStrategy extends DefaultErrorStrategy {
  private static final int LONGEST_QUOTE = 40;
  private static final Pattern KEYWORD = Pattern.compile("'[A-Z]+'");

  private final ParseContext context;
  private final CommonTokenStream tokens;

  SyntaxErrorStrategy(ParseContext context, CommonTokenStream tokens) {
    this.context = context;
    this.tokens = tokens;
  }

  /** Says what stands there and what could; both are taken from the furthest token reached. */
  @Override
  public void reportError(Parser parser, RecognitionException e) {
    ExpectedTokens expected = ExpectedTokens.search(parser.getATN(), e, tokens);
    Token offending = expected.offendingToken().orElse(e.getOffendingToken());
    String message = describe(offending);
    if (!expected.names().isEmpty()) {
      message += ". Expecting: " + String.join(", ", expected.names());
      message += hint(offending, expected.names());
    }
    String reason =
        DynamoDbReason.of(
            expected.firstType(), expected.previousType(), offending, expected.names());
    throw context.error(offending, message, reason);
  }

  /** A question for somebody who mistyped a keyword; or nothing. */
  private static String hint(Token written, Set<String> expected) {
    List<String> keywords =
        expected.stream()
            .filter(name -> KEYWORD.matcher(name).matches())
            .map(name -> name.substring(1, name.length() - 1))
            .toList();
    return NearestName.to(written.getText(), keywords)
        .filter(keyword -> written.getText().length() > 2)
        .map(keyword -> ". Did you mean " + keyword + "?")
        .orElse("");
  }

  private static String describe(Token token) {
    if (token.getType() == Token.EOF) {
      return "unexpected end of statement";
    }
    String text = token.getText();
    if (text.codePointCount(0, text.length()) > LONGEST_QUOTE) {
      text = text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
    return "mismatched input '" + text + "'";
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw new InputMismatchException(parser);
  }

  @Override
  public void sync(Parser parser) {
    // Nothing is skipped; the next match fails by itself.
  }
}
