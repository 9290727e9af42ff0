package io.partikey.parser.ast;

/**
 * An operation over syntax trees: one method per node, each falling back to a more general one and
 * at last to {@link #visitNode}. The methods for expressions are those of {@link
 * ExpressionVisitor}.
 *
 * @param <R> what a visit answers
 * @param <C> what is handed down
 */
public non-sealed interface AstVisitor<R, C> extends ExpressionSyntaxVisitor<R, C> {

  /** Visits the node with the method for its type. */
  default R visit(Node node, C context) {
    return node.accept(this, context);
  }

  /** The fallback of every statement. */
  default R visitStatement(Statement node, C context) {
    return visitNode(node, context);
  }

  /** The fallback of every relation in FROM. */
  default R visitFromItem(FromItem node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link Identifier}. */
  default R visitIdentifier(Identifier node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link QualifiedName}. */
  default R visitQualifiedName(QualifiedName node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link Alias}. */
  default R visitAlias(Alias node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link Hint}. */
  default R visitHint(Hint node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link DataType}. */
  default R visitDataType(DataType node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link SelectStatement}. */
  default R visitSelectStatement(SelectStatement node, C context) {
    return visitStatement(node, context);
  }

  /** Visits {@link InsertStatement}. */
  default R visitInsertStatement(InsertStatement node, C context) {
    return visitStatement(node, context);
  }

  /** Visits {@link UpdateStatement}. */
  default R visitUpdateStatement(UpdateStatement node, C context) {
    return visitStatement(node, context);
  }

  /** Visits {@link DeleteStatement}. */
  default R visitDeleteStatement(DeleteStatement node, C context) {
    return visitStatement(node, context);
  }

  /** Visits {@link ExistsCheck}. */
  default R visitExistsCheck(ExistsCheck node, C context) {
    return visitStatement(node, context);
  }

  /** Visits {@link Explain}. */
  default R visitExplain(Explain node, C context) {
    return visitStatement(node, context);
  }

  /** Visits {@link ShowTables}. */
  default R visitShowTables(ShowTables node, C context) {
    return visitStatement(node, context);
  }

  /** Visits {@link ShowIndexes}. */
  default R visitShowIndexes(ShowIndexes node, C context) {
    return visitStatement(node, context);
  }

  /** Visits {@link ShowPartitions}. */
  default R visitShowPartitions(ShowPartitions node, C context) {
    return visitStatement(node, context);
  }

  /** Visits {@link ShowBackground}. */
  default R visitShowBackground(ShowBackground node, C context) {
    return visitStatement(node, context);
  }

  /** Visits {@link ShowCreateTable}. */
  default R visitShowCreateTable(ShowCreateTable node, C context) {
    return visitStatement(node, context);
  }

  /** Visits {@link DescribeTable}. */
  default R visitDescribeTable(DescribeTable node, C context) {
    return visitStatement(node, context);
  }

  /** Visits {@link CreateTable}. */
  default R visitCreateTable(CreateTable node, C context) {
    return visitStatement(node, context);
  }

  /** Visits {@link CreateIndex}. */
  default R visitCreateIndex(CreateIndex node, C context) {
    return visitStatement(node, context);
  }

  /** Visits {@link DropTable}. */
  default R visitDropTable(DropTable node, C context) {
    return visitStatement(node, context);
  }

  /** Visits {@link DropIndex}. */
  default R visitDropIndex(DropIndex node, C context) {
    return visitStatement(node, context);
  }

  /** Visits {@link AlterTableOptions}. */
  default R visitAlterTableOptions(AlterTableOptions node, C context) {
    return visitStatement(node, context);
  }

  /** Visits {@link AddColumn}. */
  default R visitAddColumn(AddColumn node, C context) {
    return visitStatement(node, context);
  }

  /** Visits {@link Backup}. */
  default R visitBackup(Backup node, C context) {
    return visitStatement(node, context);
  }

  /** Visits {@link Shutdown}. */
  default R visitShutdown(Shutdown node, C context) {
    return visitStatement(node, context);
  }

  /** Visits {@link ColumnDefinition}. */
  default R visitColumnDefinition(ColumnDefinition node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link KeyDefinition}. */
  default R visitKeyDefinition(KeyDefinition node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link IndexDefinition}. */
  default R visitIndexDefinition(IndexDefinition node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link IndexProjection}. */
  default R visitIndexProjection(IndexProjection node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link TableOption}. */
  default R visitTableOption(TableOption node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link QuerySyntax}. */
  default R visitQuery(QuerySyntax node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link Select}. */
  default R visitSelect(Select node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link UnionAllSyntax}. */
  default R visitUnionAll(UnionAllSyntax node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link ProjectionSyntax.Items}. */
  default R visitProjectionItems(ProjectionSyntax.Items node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link ProjectionSyntax.Value}. */
  default R visitProjectionValue(ProjectionSyntax.Value node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link SelectItem.Star}. */
  default R visitStar(SelectItem.Star node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link SelectItem.QualifiedStar}. */
  default R visitQualifiedStar(SelectItem.QualifiedStar node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link SelectItem.Column}. */
  default R visitColumn(SelectItem.Column node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link GroupBy}. */
  default R visitGroupBy(GroupBy node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link OrderBy}. */
  default R visitOrderBy(OrderBy node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link SortItem}. */
  default R visitSortItem(SortItem node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link LimitSyntax}. */
  default R visitLimit(LimitSyntax node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link Offset}. */
  default R visitOffset(Offset node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link FromSource}. */
  default R visitFromSource(FromSource node, C context) {
    return visitFromItem(node, context);
  }

  /** Visits {@link FromQuery}. */
  default R visitFromQuery(FromQuery node, C context) {
    return visitFromItem(node, context);
  }

  /** Visits {@link JoinSyntax}. */
  default R visitJoin(JoinSyntax node, C context) {
    return visitFromItem(node, context);
  }

  /** Visits {@link TargetTable}. */
  default R visitTargetTable(TargetTable node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link InsertSource.Items}. */
  default R visitInsertItems(InsertSource.Items node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link InsertSource.Rows}. */
  default R visitInsertRows(InsertSource.Rows node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link InsertSource.QueryResult}. */
  default R visitInsertQueryResult(InsertSource.QueryResult node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link InsertRow}. */
  default R visitInsertRow(InsertRow node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link UpdateClause.Set}. */
  default R visitSetClause(UpdateClause.Set node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link UpdateClause.Remove}. */
  default R visitRemoveClause(UpdateClause.Remove node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link Assignment}. */
  default R visitAssignment(Assignment node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link Returning}. */
  default R visitReturning(Returning node, C context) {
    return visitNode(node, context);
  }
}
