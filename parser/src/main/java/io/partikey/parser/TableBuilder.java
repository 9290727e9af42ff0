package io.partikey.parser;

import io.partikey.grammar.PartiqlBaseLexer;
import io.partikey.grammar.PartiqlBaseParser;
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
import io.partikey.parser.ast.LiteralSyntax;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.TableOption;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Builds the statements that make, change and drop tables and indexes. */
final class TableBuilder {
  private final ParseContext context;
  private final NameBuilder names;
  private final PrimaryBuilder primaries;

  TableBuilder(ParseContext context, NameBuilder names, PrimaryBuilder primaries) {
    this.context = context;
    this.names = names;
    this.primaries = primaries;
  }

  CreateTable createTable(PartiqlBaseParser.CreateTableContext rule) {
    List<ColumnDefinition> columns = new ArrayList<>();
    List<KeyDefinition> primaryKeys = new ArrayList<>();
    List<IndexDefinition> indexes = new ArrayList<>();
    for (PartiqlBaseParser.TableElementContext element : rule.tableElement()) {
      if (element instanceof PartiqlBaseParser.PrimaryKeyElementContext key) {
        primaryKeys.add(primaryKey(key.keyDefinition()));
      } else if (element instanceof PartiqlBaseParser.IndexElementContext index) {
        indexes.add(index(index));
      } else if (element instanceof PartiqlBaseParser.ColumnElementContext column) {
        columns.add(column(column.columnDefinition(), primaryKeys));
      }
    }
    if (primaryKeys.size() > 1) {
      throw context.error(primaryKeys.get(1).span(), "a table has one primary key");
    }
    return new CreateTable(
        rule.IF() != null,
        names.qualifiedName(rule.qualifiedName()),
        columns,
        primaryKeys.isEmpty() ? null : primaryKeys.get(0),
        indexes,
        rule.tableOptions() == null ? List.of() : options(rule.tableOptions()),
        context.span(rule));
  }

  CreateIndex createIndex(PartiqlBaseParser.CreateIndexContext rule) {
    if (rule.local != null) {
      throw context.error(
          rule.local,
          "a local index can only be declared in CREATE TABLE; leave LOCAL out for a global one");
    }
    Identifier name = names.identifier(rule.identifier());
    IndexDefinition index =
        new IndexDefinition(
            IndexDefinition.Scope.GLOBAL,
            name,
            key(rule.keyDefinition()),
            projection(rule.indexProjection(), name.span()),
            name.span().through(context.span(rule)));
    return new CreateIndex(
        rule.IF() != null, names.qualifiedName(rule.qualifiedName()), index, context.span(rule));
  }

  DropTable dropTable(PartiqlBaseParser.DropTableContext rule) {
    return new DropTable(
        rule.IF() != null, names.qualifiedName(rule.qualifiedName()), context.span(rule));
  }

  DropIndex dropIndex(PartiqlBaseParser.DropIndexContext rule) {
    return new DropIndex(
        rule.IF() != null,
        names.identifier(rule.identifier()),
        names.qualifiedName(rule.qualifiedName()),
        context.span(rule));
  }

  AlterTableOptions alterTableOptions(PartiqlBaseParser.AlterTableOptionsContext rule) {
    return new AlterTableOptions(
        names.qualifiedName(rule.qualifiedName()),
        options(rule.tableOptions()),
        context.span(rule));
  }

  AddColumn addColumn(PartiqlBaseParser.AddColumnContext rule) {
    List<KeyDefinition> keys = new ArrayList<>();
    ColumnDefinition column = column(rule.columnDefinition(), keys);
    if (!keys.isEmpty()) {
      throw context.error(keys.get(0).span(), "the primary key of a table cannot be changed");
    }
    return new AddColumn(names.qualifiedName(rule.qualifiedName()), column, context.span(rule));
  }

  /** Builds a column and adds the key to the list if the column declares itself to be one. */
  private ColumnDefinition column(
      PartiqlBaseParser.ColumnDefinitionContext rule, List<KeyDefinition> keys) {
    Identifier name = names.identifier(rule.identifier());
    boolean notNull = false;
    for (PartiqlBaseParser.ColumnConstraintContext constraint : rule.columnConstraint()) {
      if (constraint instanceof PartiqlBaseParser.NotNullConstraintContext) {
        notNull = true;
      }
      if (constraint instanceof PartiqlBaseParser.PrimaryKeyConstraintContext) {
        keys.add(new KeyDefinition(List.of(name), List.of(), context.span(constraint)));
      }
    }
    return new ColumnDefinition(
        name, names.columnType(rule.columnType()), notNull, context.span(rule));
  }

  private KeyDefinition primaryKey(PartiqlBaseParser.KeyDefinitionContext rule) {
    KeyDefinition key = key(rule);
    if (key.partitionKey().size() > 1 || key.sortKey().size() > 1) {
      throw context.error(
          key.span(), "the primary key of a table is (partition key) or (partition key, sort key)");
    }
    return key;
  }

  private IndexDefinition index(PartiqlBaseParser.IndexElementContext rule) {
    boolean local = rule.scope.getType() == PartiqlBaseLexer.LOCAL;
    KeyDefinition key = key(rule.keyDefinition());
    return new IndexDefinition(
        local ? IndexDefinition.Scope.LOCAL : IndexDefinition.Scope.GLOBAL,
        names.identifier(rule.identifier()),
        local && key.sortKey().isEmpty() ? sortKeyOnly(key) : key,
        projection(rule.indexProjection(), context.span(rule.getStart())),
        context.span(rule));
  }

  private static KeyDefinition sortKeyOnly(KeyDefinition key) {
    return new KeyDefinition(List.of(), key.partitionKey(), key.span());
  }

  private KeyDefinition key(PartiqlBaseParser.KeyDefinitionContext rule) {
    List<Identifier> sortKey =
        rule.sortKey.stream().map((ParserRuleContext name) -> names.identifier(name)).toList();
    return new KeyDefinition(
        names.identifiers(rule.partitionKey.identifier()), sortKey, context.span(rule));
  }

  private IndexProjection projection(
      PartiqlBaseParser.@Nullable IndexProjectionContext rule, SourceSpan ifAbsent) {
    if (rule instanceof PartiqlBaseParser.IncludeProjectionContext include) {
      return new IndexProjection(
          IndexProjection.Kind.INCLUDE,
          names.identifiers(include.identifier()),
          context.span(include));
    }
    if (rule instanceof PartiqlBaseParser.KeysOnlyProjectionContext keysOnly) {
      return new IndexProjection(IndexProjection.Kind.KEYS_ONLY, List.of(), context.span(keysOnly));
    }
    return new IndexProjection(
        IndexProjection.Kind.ALL, List.of(), rule == null ? ifAbsent : context.span(rule));
  }

  private List<TableOption> options(PartiqlBaseParser.TableOptionsContext rule) {
    return rule.tableOption().stream().map(this::option).toList();
  }

  private TableOption option(PartiqlBaseParser.TableOptionContext rule) {
    return new TableOption(
        names.identifier(rule.identifier()),
        (LiteralSyntax) rule.literal().accept(primaries),
        context.span(rule));
  }
}
