package io.partikey.parser;

import io.partikey.grammar.PartiqlBaseBaseVisitor;
import io.partikey.grammar.PartiqlBaseParser;
import io.partikey.parser.ast.Backup;
import io.partikey.parser.ast.DescribeTable;
import io.partikey.parser.ast.ExistsCheck;
import io.partikey.parser.ast.Explain;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.SelectStatement;
import io.partikey.parser.ast.ShowBackground;
import io.partikey.parser.ast.ShowCreateTable;
import io.partikey.parser.ast.ShowIndexes;
import io.partikey.parser.ast.ShowPartitions;
import io.partikey.parser.ast.ShowTables;
import io.partikey.parser.ast.Shutdown;
import io.partikey.parser.ast.Statement;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds statements: queries and inspections here, writes and DDL in their own builders. */
final class StatementBuilder extends PartiqlBaseBaseVisitor<Statement> {
  private final ParseContext context;
  private final NameBuilder names;
  private final QueryBuilder queries;
  private final WriteBuilder writes;
  private final TableBuilder tables;

  StatementBuilder(ParseContext context) {
    this.context = context;
    this.names = new NameBuilder(context);
    this.queries = new QueryBuilder(context, names);
    this.writes = new WriteBuilder(context, names, queries);
    this.tables = new TableBuilder(context, names, queries.expressions().primaries());
  }

  ExpressionSyntax expression(PartiqlBaseParser.ExpressionContext rule) {
    return queries.expressions().build(rule);
  }

  Statement statement(ParserRuleContext rule) {
    return rule.accept(this);
  }

  @Override
  public Statement visitSelectStatement(PartiqlBaseParser.SelectStatementContext rule) {
    return new SelectStatement(queries.query(rule.query()), context.span(rule));
  }

  @Override
  public Statement visitInsert(PartiqlBaseParser.InsertContext rule) {
    return writes.insert(rule);
  }

  @Override
  public Statement visitUpdateFirst(PartiqlBaseParser.UpdateFirstContext rule) {
    return writes.update(rule);
  }

  @Override
  public Statement visitFromFirst(PartiqlBaseParser.FromFirstContext rule) {
    return writes.update(rule);
  }

  @Override
  public Statement visitDelete(PartiqlBaseParser.DeleteContext rule) {
    return writes.delete(rule);
  }

  @Override
  public Statement visitExistsCheck(PartiqlBaseParser.ExistsCheckContext rule) {
    return new ExistsCheck(queries.subquery(rule.subquery()), context.span(rule));
  }

  @Override
  public Statement visitCreateTable(PartiqlBaseParser.CreateTableContext rule) {
    return tables.createTable(rule);
  }

  @Override
  public Statement visitCreateIndex(PartiqlBaseParser.CreateIndexContext rule) {
    return tables.createIndex(rule);
  }

  @Override
  public Statement visitDropTable(PartiqlBaseParser.DropTableContext rule) {
    return tables.dropTable(rule);
  }

  @Override
  public Statement visitDropIndex(PartiqlBaseParser.DropIndexContext rule) {
    return tables.dropIndex(rule);
  }

  @Override
  public Statement visitAlterTableOptions(PartiqlBaseParser.AlterTableOptionsContext rule) {
    return tables.alterTableOptions(rule);
  }

  @Override
  public Statement visitAddColumn(PartiqlBaseParser.AddColumnContext rule) {
    return tables.addColumn(rule);
  }

  @Override
  public Statement visitExplain(PartiqlBaseParser.ExplainContext rule) {
    return new Explain(rule.ANALYZE() != null, rule.statement().accept(this), context.span(rule));
  }

  @Override
  public Statement visitShowTables(PartiqlBaseParser.ShowTablesContext rule) {
    return new ShowTables(context.span(rule));
  }

  @Override
  public Statement visitShowIndexes(PartiqlBaseParser.ShowIndexesContext rule) {
    return new ShowIndexes(names.qualifiedName(rule.qualifiedName()), context.span(rule));
  }

  @Override
  public Statement visitShowPartitions(PartiqlBaseParser.ShowPartitionsContext rule) {
    return new ShowPartitions(names.qualifiedName(rule.qualifiedName()), context.span(rule));
  }

  @Override
  public Statement visitShowBackground(PartiqlBaseParser.ShowBackgroundContext rule) {
    return new ShowBackground(context.span(rule));
  }

  @Override
  public Statement visitShowCreateTable(PartiqlBaseParser.ShowCreateTableContext rule) {
    return new ShowCreateTable(names.qualifiedName(rule.qualifiedName()), context.span(rule));
  }

  @Override
  public Statement visitDescribeTable(PartiqlBaseParser.DescribeTableContext rule) {
    return new DescribeTable(names.qualifiedName(rule.qualifiedName()), context.span(rule));
  }

  @Override
  public Statement visitBackup(PartiqlBaseParser.BackupContext rule) {
    return new Backup(rule.directory.accept(queries.expressions().primaries()), context.span(rule));
  }

  @Override
  public Statement visitShutdown(PartiqlBaseParser.ShutdownContext rule) {
    return new Shutdown(context.span(rule));
  }

  @Override
  public Statement visitTruncateTable(PartiqlBaseParser.TruncateTableContext rule) {
    throw context.error(
        rule.getStart(),
        "TRUNCATE is not supported; drop the table and create it again (SHOW CREATE TABLE gives its"
            + " text)");
  }
}
