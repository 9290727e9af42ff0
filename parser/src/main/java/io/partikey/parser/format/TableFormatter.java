package io.partikey.parser.format;

import io.partikey.parser.ast.AddColumn;
import io.partikey.parser.ast.AlterTableOptions;
import io.partikey.parser.ast.ColumnDefinition;
import io.partikey.parser.ast.CreateIndex;
import io.partikey.parser.ast.CreateTable;
import io.partikey.parser.ast.DropIndex;
import io.partikey.parser.ast.DropTable;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.IndexDefinition;
import io.partikey.parser.ast.IndexProjection;
import io.partikey.parser.ast.KeyDefinition;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.TableOption;
import java.util.ArrayList;
import java.util.List;

/** Writes the statements that make, change and drop tables and indexes. */
abstract class TableFormatter extends WriteFormatter {

  @Override
  public StringBuilder visitCreateTable(CreateTable node, StringBuilder out) {
    out.append("CREATE TABLE ").append(node.ifNotExists() ? "IF NOT EXISTS " : "");
    visit(node.table(), out);
    List<String> elements = new ArrayList<>();
    node.columns().forEach(column -> elements.add(text(column)));
    KeyDefinition primaryKey = node.primaryKey();
    if (primaryKey != null) {
      elements.add("PRIMARY KEY " + text(primaryKey));
    }
    node.indexes().forEach(index -> elements.add(index.scope() + " INDEX " + text(index)));
    out.append(" (\n  ").append(String.join(",\n  ", elements)).append("\n)");
    return node.options().isEmpty() ? out : list(" WITH (", node.options(), ")", out);
  }

  private String text(Node node) {
    return visit(node, new StringBuilder()).toString();
  }

  @Override
  public StringBuilder visitColumnDefinition(ColumnDefinition node, StringBuilder out) {
    visit(node.type(), visit(node.name(), out).append(' '));
    return out.append(node.notNull() ? " NOT NULL" : "");
  }

  @Override
  public StringBuilder visitKeyDefinition(KeyDefinition node, StringBuilder out) {
    List<Identifier> partitionKey = node.partitionKey();
    out.append('(');
    if (partitionKey.size() > 1) {
      list("(", partitionKey, ")", out);
    } else {
      commas(partitionKey, out);
    }
    out.append(partitionKey.isEmpty() || node.sortKey().isEmpty() ? "" : ", ");
    return commas(node.sortKey(), out).append(')');
  }

  /** Writes an index without its scope: its name, its key and, unless it is ALL, its projection. */
  @Override
  public StringBuilder visitIndexDefinition(IndexDefinition node, StringBuilder out) {
    visit(node.name(), out).append(' ');
    return visit(node.projection(), visit(node.key(), out));
  }

  @Override
  public StringBuilder visitIndexProjection(IndexProjection node, StringBuilder out) {
    return switch (node.kind()) {
      case ALL -> out;
      case KEYS_ONLY -> out.append(" KEYS ONLY");
      case INCLUDE -> list(" INCLUDE (", node.included(), ")", out);
    };
  }

  @Override
  public StringBuilder visitTableOption(TableOption node, StringBuilder out) {
    return visit(node.value(), visit(node.name(), out).append(" = "));
  }

  @Override
  public StringBuilder visitCreateIndex(CreateIndex node, StringBuilder out) {
    IndexDefinition index = node.index();
    out.append("CREATE ").append(index.scope()).append(" INDEX ");
    visit(index.name(), out.append(node.ifNotExists() ? "IF NOT EXISTS " : "")).append(" ON ");
    return visit(index.projection(), visit(index.key(), visit(node.table(), out).append(' ')));
  }

  @Override
  public StringBuilder visitDropTable(DropTable node, StringBuilder out) {
    return visit(
        node.table(), out.append("DROP TABLE ").append(node.ifExists() ? "IF EXISTS " : ""));
  }

  @Override
  public StringBuilder visitDropIndex(DropIndex node, StringBuilder out) {
    visit(node.index(), out.append("DROP INDEX ").append(node.ifExists() ? "IF EXISTS " : ""));
    return visit(node.table(), out.append(" ON "));
  }

  @Override
  public StringBuilder visitAlterTableOptions(AlterTableOptions node, StringBuilder out) {
    return list(" SET (", node.options(), ")", visit(node.table(), out.append("ALTER TABLE ")));
  }

  @Override
  public StringBuilder visitAddColumn(AddColumn node, StringBuilder out) {
    visit(node.table(), out.append("ALTER TABLE ")).append(" ADD COLUMN ");
    return visit(node.column(), out);
  }
}
