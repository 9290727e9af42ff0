package io.partikey.planner.define;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.parser.ast.CreateIndex;
import io.partikey.parser.ast.DropIndex;
import io.partikey.planner.bind.TableResolver;

/** CREATE INDEX and DROP INDEX. */
final class IndexDefinitions {
  private static final Definition NOTHING = Definition.of(request -> {});

  private IndexDefinitions() {}

  static Definition create(CreateIndex statement, TableResolver tables) {
    TableDescription table = tables.table(statement.table());
    boolean exists = table.index(statement.index().name().value()).isPresent();
    if (exists && statement.ifNotExists()) {
      return NOTHING;
    }
    IndexDescription index =
        new IndexRules(table.key(), AttributeTypes.of(table))
            .index(statement.index(), table.indexes());
    return Definition.of(
        request ->
            TableDefinitions.unless(
                statement.ifNotExists(),
                ErrorCode.DUPLICATE_INDEX,
                () -> request.backend().createIndex(table.name(), index, request.cancellation())));
  }

  static Definition drop(DropIndex statement, TableResolver tables) {
    TableDescription table = tables.table(statement.table());
    if (statement.ifExists() && table.index(statement.index().value()).isEmpty()) {
      return NOTHING;
    }
    IndexDescription index = tables.index(table, statement.index());
    return Definition.of(
        request ->
            TableDefinitions.unless(
                statement.ifExists(),
                ErrorCode.UNKNOWN_INDEX,
                () -> request.backend().dropIndex(table.name(), index.name())));
  }
}
