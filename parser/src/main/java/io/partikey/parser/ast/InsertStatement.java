package io.partikey.parser.ast;

import java.util.List;

/** INSERT, UPSERT or REPLACE, e.g. <code>INSERT INTO Music VALUE {'Artist': ?}</code>. */
public record InsertStatement(
    Mode mode, List<Hint> hints, QualifiedName table, InsertSource source, SourceSpan span)
    implements Statement {
  public InsertStatement {
    hints = List.copyOf(hints);
  }

  /** What happens when an item with the same key is there. */
  public enum Mode {
    /** It is an error. */
    INSERT,
    /** The new attributes are merged into the item. */
    UPSERT,
    /** The item is replaced. */
    REPLACE
  }

  @Override
  public List<Node> children() {
    return new Children().addAll(hints).add(table).add(source).toList();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitInsertStatement(this, context);
  }
}
