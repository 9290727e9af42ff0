package io.partikey.parser.ast;

import java.util.List;

/** What an INSERT, UPSERT or REPLACE writes. */
public sealed interface InsertSource extends Node {

  /**
   * Items as values, e.g. <code>VALUE {'id': 1}</code>, <code>VALUES {'id': 1}, {'id': 2}</code>
   * or, as a bag, <code>&lt;&lt;{'id': 1}, {'id': 2}&gt;&gt;</code>.
   */
  record Items(Form form, List<ExpressionSyntax> items, SourceSpan span) implements InsertSource {
    public Items {
      items = List.copyOf(items);
      if (items.size() != 1 && form == Form.VALUE) {
        throw new IllegalArgumentException("VALUE takes one item");
      }
    }

    /** How the items were written. */
    public enum Form {
      /** One item behind {@code VALUE}. */
      VALUE,
      /** Items behind {@code VALUES}. */
      VALUES,
      /** A bag of items without a word before it. */
      BAG
    }

    @Override
    public List<Node> children() {
      return List.copyOf(items);
    }

    @Override
    public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
      return visitor.visitInsertItems(this, context);
    }
  }

  /**
   * Rows of values for named columns, e.g. {@code (id, name) VALUES (1, ?), (2, ?)}; {@code
   * columns} is empty if none are named.
   */
  record Rows(List<Identifier> columns, List<InsertRow> rows, SourceSpan span)
      implements InsertSource {
    public Rows {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      if (rows.isEmpty()) {
        throw new IllegalArgumentException("at least one row is inserted");
      }
    }

    @Override
    public List<Node> children() {
      return new Children().addAll(columns).addAll(rows).toList();
    }

    @Override
    public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
      return visitor.visitInsertRows(this, context);
    }
  }

  /**
   * The rows of a query, e.g. {@code (id, name) SELECT id, name FROM Users WHERE id = ?}; {@code
   * columns} is empty if none are named.
   */
  record QueryResult(List<Identifier> columns, QuerySyntax query, SourceSpan span)
      implements InsertSource {
    public QueryResult {
      columns = List.copyOf(columns);
    }

    @Override
    public List<Node> children() {
      return new Children().addAll(columns).add(query).toList();
    }

    @Override
    public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
      return visitor.visitInsertQueryResult(this, context);
    }
  }
}
