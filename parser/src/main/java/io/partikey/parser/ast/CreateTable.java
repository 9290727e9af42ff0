package io.partikey.parser.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CREATE TABLE with columns, primary key, indexes and options, e.g. {@code CREATE TABLE Music
 * (Artist STRING, PRIMARY KEY (Artist))}.
 *
 * <p>A {@code PRIMARY KEY} behind a column is the same as one at the end. {@code primaryKey} is
 * null if the statement declares none.
 */
public record CreateTable(
    boolean ifNotExists,
    QualifiedName table,
    List<ColumnDefinition> columns,
    @Nullable KeyDefinition primaryKey,
    List<IndexDefinition> indexes,
    List<TableOption> options,
    SourceSpan span)
    implements Statement {
  public CreateTable {
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
    options = List.copyOf(options);
  }

  @Override
  public List<Node> children() {
    return new Children()
        .add(table)
        .addAll(columns)
        .add(primaryKey)
        .addAll(indexes)
        .addAll(options)
        .toList();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitCreateTable(this, context);
  }
}
