package io.partikey.parser.format;

import io.partikey.parser.ast.Backup;
import io.partikey.parser.ast.DescribeTable;
import io.partikey.parser.ast.ExistsCheck;
import io.partikey.parser.ast.Explain;
import io.partikey.parser.ast.Hint;
import io.partikey.parser.ast.SelectStatement;
import io.partikey.parser.ast.ShowBackground;
import io.partikey.parser.ast.ShowCreateTable;
import io.partikey.parser.ast.ShowIndexes;
import io.partikey.parser.ast.ShowPartitions;
import io.partikey.parser.ast.ShowTables;
import io.partikey.parser.ast.Shutdown;

/** Writes statements; what they are made of is written by the classes this one extends. */
final class StatementFormatter extends TableFormatter {

  @Override
  public StringBuilder visitSelectStatement(SelectStatement node, StringBuilder out) {
    return visit(node.query(), out);
  }

  @Override
  public StringBuilder visitHint(Hint node, StringBuilder out) {
    return out.append(node.name());
  }

  @Override
  public StringBuilder visitExistsCheck(ExistsCheck node, StringBuilder out) {
    return query(node.query(), out.append("EXISTS "));
  }

  @Override
  public StringBuilder visitExplain(Explain node, StringBuilder out) {
    return visit(node.statement(), out.append(node.analyze() ? "EXPLAIN ANALYZE " : "EXPLAIN "));
  }

  @Override
  public StringBuilder visitShowTables(ShowTables node, StringBuilder out) {
    return out.append("SHOW TABLES");
  }

  @Override
  public StringBuilder visitShowIndexes(ShowIndexes node, StringBuilder out) {
    return visit(node.table(), out.append("SHOW INDEXES FROM "));
  }

  @Override
  public StringBuilder visitShowPartitions(ShowPartitions node, StringBuilder out) {
    return visit(node.table(), out.append("SHOW PARTITIONS FROM "));
  }

  @Override
  public StringBuilder visitShowBackground(ShowBackground node, StringBuilder out) {
    return out.append("SHOW BACKGROUND");
  }

  @Override
  public StringBuilder visitShowCreateTable(ShowCreateTable node, StringBuilder out) {
    return visit(node.table(), out.append("SHOW CREATE TABLE "));
  }

  @Override
  public StringBuilder visitDescribeTable(DescribeTable node, StringBuilder out) {
    return visit(node.table(), out.append("DESCRIBE "));
  }

  @Override
  public StringBuilder visitBackup(Backup node, StringBuilder out) {
    return visit(node.directory(), out.append("BACKUP TO "));
  }

  @Override
  public StringBuilder visitShutdown(Shutdown node, StringBuilder out) {
    return out.append("SHUTDOWN");
  }
}
