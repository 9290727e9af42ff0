package io.partikey.parser.format;

import io.partikey.parser.ast.Node;

/**
 * Writes syntax trees as canonical text: words of the language in upper case, one blank between
 * tokens, parentheses only where they are needed, CREATE TABLE on several lines and everything else
 * on one.
 *
 * <p>The text of a statement or an expression parses to a tree that is equal but for its positions.
 */
public final class PartiqlFormatter {
  private PartiqlFormatter() {}

  /** The text of a statement, an expression or any part of one; without a semicolon. */
  public static String format(Node node) {
    return node.accept(new StatementFormatter(), new StringBuilder()).toString();
  }
}
