package io.partikey.parser.format;

import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.SourceSpan;

/**
 * Writes syntax trees as canonical text: words of the language in upper case, one blank between
 * tokens, parentheses only where they are needed, CREATE TABLE on several lines and everything else
 * on one.
 *
 * <p>The text of a statement or an expression parses to a tree that is equal but for its positions.
 */
public final class PartiqlFormatter {
  private static final SourceSpan NOWHERE = new SourceSpan(1, 1, 0, 0);

  private PartiqlFormatter() {}

  /** The text of a statement, an expression or any part of one; without a semicolon. */
  public static String format(Node node) {
    return node.accept(new StatementFormatter(), new StringBuilder()).toString();
  }

  /** A name as a statement may write it: in double quotes only if it must be. */
  public static String formatName(String name) {
    return format(Identifier.of(name, NOWHERE));
  }
}
