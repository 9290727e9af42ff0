package io.partikey.parser.format;

import io.partikey.parser.ast.Assignment;
import io.partikey.parser.ast.DeleteStatement;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.InsertRow;
import io.partikey.parser.ast.InsertSource;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.parser.ast.Returning;
import io.partikey.parser.ast.TargetTable;
import io.partikey.parser.ast.UpdateClause;
import io.partikey.parser.ast.UpdateStatement;
import java.util.List;

/** Writes INSERT, UPDATE and DELETE. */
abstract class WriteFormatter extends QueryFormatter {

  @Override
  public StringBuilder visitInsertStatement(InsertStatement node, StringBuilder out) {
    hints(node.hints(), out.append(node.mode()).append(' ')).append("INTO ");
    return visit(node.source(), visit(node.table(), out).append(' '));
  }

  @Override
  public StringBuilder visitInsertItems(InsertSource.Items node, StringBuilder out) {
    return switch (node.form()) {
      case VALUE -> commas(node.items(), out.append("VALUE "));
      case VALUES -> commas(node.items(), out.append("VALUES "));
      case BAG -> list("<<", node.items(), ">>", out);
    };
  }

  @Override
  public StringBuilder visitInsertRows(InsertSource.Rows node, StringBuilder out) {
    return commas(node.rows(), columns(node.columns(), out).append("VALUES "));
  }

  @Override
  public StringBuilder visitInsertQueryResult(InsertSource.QueryResult node, StringBuilder out) {
    return visit(node.query(), columns(node.columns(), out));
  }

  private StringBuilder columns(List<Identifier> columns, StringBuilder out) {
    return columns.isEmpty() ? out : list("(", columns, ") ", out);
  }

  @Override
  public StringBuilder visitInsertRow(InsertRow node, StringBuilder out) {
    return list("(", node.values(), ")", out);
  }

  @Override
  public StringBuilder visitUpdateStatement(UpdateStatement node, StringBuilder out) {
    hints(node.hints(), out.append(node.fromFirst() ? "FROM " : "UPDATE "));
    visit(node.target(), out);
    if (node.fromFirst()) {
      optional(" WHERE ", node.where(), out);
    }
    node.clauses().forEach(clause -> visit(clause, out.append(' ')));
    if (!node.fromFirst()) {
      optional(" WHERE ", node.where(), out);
    }
    return optional(" ", node.returning(), out);
  }

  @Override
  public StringBuilder visitTargetTable(TargetTable node, StringBuilder out) {
    return optional(" ", node.alias(), visit(node.name(), out));
  }

  @Override
  public StringBuilder visitSetClause(UpdateClause.Set node, StringBuilder out) {
    return commas(node.assignments(), out.append("SET "));
  }

  @Override
  public StringBuilder visitRemoveClause(UpdateClause.Remove node, StringBuilder out) {
    return commas(node.paths(), out.append("REMOVE "));
  }

  @Override
  public StringBuilder visitAssignment(Assignment node, StringBuilder out) {
    return visit(node.value(), visit(node.target(), out).append(" = "));
  }

  @Override
  public StringBuilder visitDeleteStatement(DeleteStatement node, StringBuilder out) {
    visit(node.target(), hints(node.hints(), out.append("DELETE ")).append("FROM "));
    optional(" WHERE ", node.where(), out);
    return optional(" ", node.returning(), out);
  }

  @Override
  public StringBuilder visitReturning(Returning node, StringBuilder out) {
    return out.append("RETURNING ")
        .append(node.scope())
        .append(' ')
        .append(node.image())
        .append(" *");
  }
}
