package io.partikey.parser.ast;

import java.util.List;

/**
 * The name of a type in CAST, IS and DDL, e.g. {@code NUMBER}, {@code VARCHAR(20)} or {@code STRING
 * SET}.
 *
 * <p>{@code name} is in upper case with single spaces between its words; {@code arguments} are the
 * numbers in parentheses.
 */
public record DataType(String name, List<Integer> arguments, SourceSpan span) implements Node {
  public DataType {
    arguments = List.copyOf(arguments);
  }

  @Override
  public List<Node> children() {
    return List.of();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitDataType(this, context);
  }
}
