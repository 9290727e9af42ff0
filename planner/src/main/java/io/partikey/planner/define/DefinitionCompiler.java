package io.partikey.planner.define;

import io.partikey.engine.backend.Catalog;
import io.partikey.parser.ast.AddColumn;
import io.partikey.parser.ast.AlterTableOptions;
import io.partikey.parser.ast.AstVisitor;
import io.partikey.parser.ast.Backup;
import io.partikey.parser.ast.CreateIndex;
import io.partikey.parser.ast.CreateTable;
import io.partikey.parser.ast.DescribeTable;
import io.partikey.parser.ast.DropIndex;
import io.partikey.parser.ast.DropTable;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.ShowBackground;
import io.partikey.parser.ast.ShowCreateTable;
import io.partikey.parser.ast.ShowIndexes;
import io.partikey.parser.ast.ShowPartitions;
import io.partikey.parser.ast.ShowTables;
import io.partikey.parser.ast.Shutdown;
import io.partikey.parser.ast.Statement;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.bind.TableResolver;
import io.partikey.planner.mode.Mode;

/** Prepares definitions and inspections. */
public final class DefinitionCompiler {
  private DefinitionCompiler() {}

  /**
   * The statement that a tree means.
   *
   * @param statement a definition or an inspection
   * @throws io.partikey.engine.error.EngineException when it names what does not exist, or defines
   *     what cannot be
   */
  public static CompiledStatement compile(
      Statement statement, PlannerSettings settings, Catalog catalog) {
    // Definitions are of PartiKey's own language, so their errors are too.
    TableResolver tables = new TableResolver(catalog, Mode.of(Dialect.SQL));
    return statement.accept(new Compiler(settings), tables);
  }

  private record Compiler(PlannerSettings settings)
      implements AstVisitor<CompiledStatement, TableResolver> {
    @Override
    public CompiledStatement visitNode(Node node, TableResolver tables) {
      throw new IllegalStateException("no definition: " + node);
    }

    @Override
    public CompiledStatement visitCreateTable(CreateTable node, TableResolver tables) {
      return TableDefinitions.create(node, tables);
    }

    @Override
    public CompiledStatement visitDropTable(DropTable node, TableResolver tables) {
      return TableDefinitions.drop(node, tables);
    }

    @Override
    public CompiledStatement visitAlterTableOptions(AlterTableOptions node, TableResolver tables) {
      return TableDefinitions.alter(node, tables);
    }

    @Override
    public CompiledStatement visitAddColumn(AddColumn node, TableResolver tables) {
      return TableDefinitions.addColumn(node, tables);
    }

    @Override
    public CompiledStatement visitCreateIndex(CreateIndex node, TableResolver tables) {
      return IndexDefinitions.create(node, tables);
    }

    @Override
    public CompiledStatement visitDropIndex(DropIndex node, TableResolver tables) {
      return IndexDefinitions.drop(node, tables);
    }

    @Override
    public CompiledStatement visitBackup(Backup node, TableResolver tables) {
      return DatabaseDefinitions.backup(node);
    }

    @Override
    public CompiledStatement visitShutdown(Shutdown node, TableResolver tables) {
      return DatabaseDefinitions.shutdown();
    }

    @Override
    public CompiledStatement visitShowTables(ShowTables node, TableResolver tables) {
      return TableList.inspection();
    }

    @Override
    public CompiledStatement visitShowIndexes(ShowIndexes node, TableResolver tables) {
      return IndexList.inspection(tables.table(node.table()));
    }

    @Override
    public CompiledStatement visitShowPartitions(ShowPartitions node, TableResolver tables) {
      return PartitionList.inspection(tables.table(node.table()));
    }

    @Override
    public CompiledStatement visitShowBackground(ShowBackground node, TableResolver tables) {
      return BackgroundList.inspection();
    }

    @Override
    public CompiledStatement visitShowCreateTable(ShowCreateTable node, TableResolver tables) {
      return TableText.inspection(tables.table(node.table()));
    }

    @Override
    public CompiledStatement visitDescribeTable(DescribeTable node, TableResolver tables) {
      return AttributeList.inspection(tables.table(node.table()), settings);
    }
  }
}
