package io.partikey.planner.define;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.table.DeclaredColumn;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.TableDescription;
import io.partikey.parser.ast.AddColumn;
import io.partikey.parser.ast.AlterTableOptions;
import io.partikey.parser.ast.CreateTable;
import io.partikey.parser.ast.DropTable;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.IndexDefinition;
import io.partikey.parser.ast.KeyDefinition;
import io.partikey.planner.api.KnownAttributes;
import io.partikey.planner.bind.BindingErrors;
import io.partikey.planner.bind.TableResolver;
import io.partikey.planner.bind.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** CREATE TABLE, DROP TABLE and ALTER TABLE. */
final class TableDefinitions {
  private static final Definition NOTHING = Definition.of(request -> {});

  private TableDefinitions() {}

  static Definition create(CreateTable statement, TableResolver tables) {
    Identifier name = tables.tableName(statement.table());
    TableDescription table = described(statement, Names.checked(name, "Table"));
    if (tables.find(name).isPresent()) {
      if (statement.ifNotExists()) {
        return NOTHING;
      }
      throw BindingErrors.at(
          name.span(),
          ErrorCode.DUPLICATE_TABLE,
          "Table \"" + name.value() + "\" exists already. Drop it first, or add IF NOT EXISTS.");
    }
    return Definition.of(
        request ->
            unless(
                statement.ifNotExists(),
                ErrorCode.DUPLICATE_TABLE,
                () -> request.backend().createTable(table)));
  }

  /** The table of a statement, under a name that was checked. */
  static TableDescription described(CreateTable statement, String name) {
    AttributeTypes types = AttributeTypes.of(statement.columns());
    KeySchema key = primaryKey(statement, types);
    IndexRules rules = new IndexRules(key, types);
    List<IndexDescription> indexes = new ArrayList<>();
    for (IndexDefinition index : statement.indexes()) {
      indexes.add(rules.index(index, indexes));
    }
    TableOptions options = TableOptions.of(statement.options());
    return new TableDescription(
        name,
        key,
        indexes,
        types.columns(),
        options.timeToLive().orElse(Optional.empty()),
        options.partitions().orElse(1));
  }

  private static KeySchema primaryKey(CreateTable statement, AttributeTypes types) {
    @Nullable KeyDefinition key = statement.primaryKey();
    if (key == null) {
      throw BindingErrors.at(
          statement.table().span(),
          ErrorCode.VALIDATION,
          "A table has a primary key. Add PRIMARY KEY (partition key) or PRIMARY KEY (partition"
              + " key, sort key).");
    }
    List<Identifier> names = new ArrayList<>(key.partitionKey());
    names.addAll(key.sortKey());
    Names.requireDistinct(names);
    return new KeySchema(types.keys(key.partitionKey()), types.keys(key.sortKey()));
  }

  static Definition drop(DropTable statement, TableResolver tables) {
    Identifier name = tables.tableName(statement.table());
    if (statement.ifExists() && tables.find(name).isEmpty()) {
      return NOTHING;
    }
    TableDescription table = tables.table(statement.table());
    return Definition.of(
        request ->
            unless(
                statement.ifExists(),
                ErrorCode.UNKNOWN_TABLE,
                () -> request.backend().dropTable(table.name())));
  }

  static Definition alter(AlterTableOptions statement, TableResolver tables) {
    TableDescription table = tables.table(statement.table());
    TableOptions options = TableOptions.of(statement.options());
    if (options.partitions().isPresent()) {
      throw BindingErrors.at(
          statement.options().get(0).span(),
          ErrorCode.VALIDATION,
          "partitions can only be given to CREATE TABLE; later they split by themselves.");
    }
    return Definition.of(
        request ->
            options
                .timeToLive()
                .ifPresent(attribute -> request.backend().setTimeToLive(table.name(), attribute)));
  }

  static Definition addColumn(AddColumn statement, TableResolver tables) {
    TableDescription table = tables.table(statement.table());
    Identifier name = statement.column().name();
    AttributeType type = TypeNames.declared(statement.column().type());
    Optional<AttributeType> keyType = KnownAttributes.keyType(table, name.value());
    if (keyType.isPresent() && keyType.get() != type) {
      throw BindingErrors.at(
          statement.column().type().span(),
          ErrorCode.WRONG_TYPE,
          "\""
              + name.value()
              + "\" is part of a key and is a "
              + TypeNames.inDefinitions(keyType.get())
              + ". The type of a key cannot be changed.");
    }
    DeclaredColumn column = new DeclaredColumn(name.value(), type);
    return Definition.of(request -> request.backend().declareColumn(table.name(), column));
  }

  /** Does something, and lets an error pass that a statement with IF EXISTS or the like allows. */
  static void unless(boolean allowed, ErrorCode code, Runnable change) {
    try {
      change.run();
    } catch (EngineException e) {
      if (!allowed || e.code() != code) {
        throw e;
      }
    }
  }
}
