package io.partikey.parser.ast;

import java.util.List;

/**
 * The key of a table or an index, e.g. {@code (Artist, Song)} or {@code ((Tournament, Region),
 * Round)}.
 *
 * <p>{@code partitionKey} is empty for a local index that names its sort key only, {@code sortKey}
 * for a key of one side.
 */
public record KeyDefinition(
    List<Identifier> partitionKey, List<Identifier> sortKey, SourceSpan span) implements Node {
  public KeyDefinition {
    partitionKey = List.copyOf(partitionKey);
    sortKey = List.copyOf(sortKey);
    if (partitionKey.isEmpty() && sortKey.isEmpty()) {
      throw new IllegalArgumentException("a key has at least one attribute");
    }
  }

  @Override
  public List<Node> children() {
    return new Children().addAll(partitionKey).addAll(sortKey).toList();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitKeyDefinition(this, context);
  }
}
