package io.partikey.planner.define;

import io.partikey.engine.table.DeclaredColumn;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.IndexDescription.IndexKind;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.Projection;
import io.partikey.engine.table.TableDescription;
import io.partikey.parser.ast.ColumnDefinition;
import io.partikey.parser.ast.CreateTable;
import io.partikey.parser.ast.DataType;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.IndexDefinition;
import io.partikey.parser.ast.IndexProjection;
import io.partikey.parser.ast.KeyDefinition;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.QualifiedName;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.parser.ast.TableOption;
import io.partikey.parser.format.PartiqlFormatter;
import io.partikey.planner.api.KnownAttributes;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.bind.TypeNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SHOW CREATE TABLE: the statement that makes a table as it is now. */
final class TableText {
  private static final SourceSpan NOWHERE = new SourceSpan(1, 1, 0, 0);
  private static final List<ResultColumn> COLUMNS =
      List.of(ListingColumns.text("table"), ListingColumns.text("statement"));

  private TableText() {}

  static Listing inspection(TableDescription table) {
    return new Listing(
        COLUMNS,
        backend ->
            List.of(
                MemoryRows.row(
                    COLUMNS,
                    ListingColumns.of(table.name()),
                    ListingColumns.of(statement(table)))));
  }

  /** The CREATE TABLE statement of a table. */
  static String statement(TableDescription table) {
    return PartiqlFormatter.format(
        new CreateTable(
            false,
            new QualifiedName(List.of(name(table.name())), NOWHERE),
            columns(table),
            key(table.key()),
            table.indexes().stream().map(TableText::index).toList(),
            options(table),
            NOWHERE));
  }

  // Declared columns in their order; keys that were never declared, behind them.
  private static List<ColumnDefinition> columns(TableDescription table) {
    Map<String, DataType> types = new LinkedHashMap<>();
    for (DeclaredColumn column : table.declaredColumns()) {
      types.put(column.name(), type(TypeNames.inDefinitions(column.type())));
    }
    KnownAttributes.of(table)
        .forEach((name, type) -> types.putIfAbsent(name, type(TypeNames.inDefinitions(type))));
    List<ColumnDefinition> columns = new ArrayList<>();
    types.forEach(
        (name, type) -> columns.add(new ColumnDefinition(name(name), type, false, NOWHERE)));
    return columns;
  }

  private static DataType type(String name) {
    return new DataType(name, List.of(), NOWHERE);
  }

  private static KeyDefinition key(KeySchema key) {
    return new KeyDefinition(names(key.partition()), names(key.sort()), NOWHERE);
  }

  private static IndexDefinition index(IndexDescription index) {
    boolean local = index.kind() == IndexKind.LOCAL;
    return new IndexDefinition(
        local ? IndexDefinition.Scope.LOCAL : IndexDefinition.Scope.GLOBAL,
        name(index.name()),
        local ? new KeyDefinition(List.of(), names(index.key().sort()), NOWHERE) : key(index.key()),
        projection(index.projection()),
        NOWHERE);
  }

  private static IndexProjection projection(Projection projection) {
    return switch (projection.kind()) {
      case ALL -> new IndexProjection(IndexProjection.Kind.ALL, List.of(), NOWHERE);
      case KEYS_ONLY -> new IndexProjection(IndexProjection.Kind.KEYS_ONLY, List.of(), NOWHERE);
      case INCLUDE ->
          new IndexProjection(
              IndexProjection.Kind.INCLUDE,
              projection.included().stream().map(TableText::name).toList(),
              NOWHERE);
    };
  }

  private static List<TableOption> options(TableDescription table) {
    List<TableOption> options = new ArrayList<>();
    table
        .timeToLive()
        .ifPresent(
            attribute ->
                options.add(
                    new TableOption(name("ttl"), new StringLiteral(attribute, NOWHERE), NOWHERE)));
    if (table.initialPartitions() > 1) {
      options.add(
          new TableOption(
              name("partitions"),
              new NumberLiteral(String.valueOf(table.initialPartitions()), NOWHERE),
              NOWHERE));
    }
    return options;
  }

  private static List<Identifier> names(List<KeyAttribute> attributes) {
    return attributes.stream().map(attribute -> name(attribute.name())).toList();
  }

  private static Identifier name(String name) {
    return Identifier.of(name, NOWHERE);
  }
}
