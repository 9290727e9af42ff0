package io.partikey.parser;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/** Fails at the first syntax error: nothing is inserted, deleted or skipped. */
final class SyntaxErrorStrategy extends DefaultErrorStrategy {
  private final ParseContext context;

  SyntaxErrorStrategy(ParseContext context) {
    this.context = context;
  }

  @Override
  public void reportError(Parser parser, RecognitionException e) {
    throw context.error(
        e.getOffendingToken(), "mismatched input '" + e.getOffendingToken().getText() + "'");
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw new InputMismatchException(parser);
  }

  @Override
  public void sync(Parser parser) {}
}
