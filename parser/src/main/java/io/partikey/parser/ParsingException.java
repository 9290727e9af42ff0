package io.partikey.parser;

import io.partikey.parser.ast.SourceSpan;

/**
 * Text that is not a statement, and where it stops being one.
 *
 * <p>{@link #getMessage()} begins with the position, {@link #errorMessage()} does not.
 */
public final class ParsingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String errorMessage;
  private final String caretLine;
  private final String serviceReason;
  private final int line;
  private final int column;
  private final int length;

  /**
   * An error at a stretch of the text.
   *
   * @param errorMessage what is wrong and what to do, without the position
   * @param span the offending token, of no length at the end of the text
   * @param text the whole text
   * @param serviceReason how DynamoDB names the error; empty if it does not or that is not known
   */
  public ParsingException(String errorMessage, SourceSpan span, String text, String serviceReason) {
    super("line %d:%d: %s".formatted(span.line(), span.column(), errorMessage));
    this.errorMessage = errorMessage;
    this.serviceReason = serviceReason;
    this.caretLine = CaretLine.of(text, span);
    this.line = span.line();
    this.column = span.column();
    this.length = span.length();
  }

  /** What is wrong, without the position. */
  public String errorMessage() {
    return errorMessage;
  }

  /**
   * What Amazon DynamoDB says behind {@code Statement wasn't well formed, can't be processed: };
   * empty where it says nothing or its words are not known.
   */
  public String serviceReason() {
    return serviceReason;
  }

  /** The line of the offending token, from 1. */
  public int line() {
    return line;
  }

  /** The column of the offending token in its line, from 1. */
  public int column() {
    return column;
  }

  /** The number of characters of the offending token; 0 at the end of the text. */
  public int length() {
    return length;
  }

  /**
   * The offending line of the text and, below it, carets under the offending token; a very long
   * line is cut to the neighbourhood of the token.
   */
  public String caretLine() {
    return caretLine;
  }
}
