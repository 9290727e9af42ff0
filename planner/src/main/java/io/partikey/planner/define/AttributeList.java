package io.partikey.planner.define;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.Row;
import io.partikey.planner.api.StarColumns;
import io.partikey.planner.bind.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** DESCRIBE: the attributes of a table, declared and observed, and which keys they are part of. */
final class AttributeList {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          ListingColumns.text("attribute"),
          ListingColumns.text("types"),
          ListingColumns.text("key"));

  private AttributeList() {}

  static Listing inspection(TableDescription table, PlannerSettings settings) {
    return new Listing(COLUMNS, backend -> rows(table, settings, backend));
  }

  private static List<Row> rows(TableDescription table, PlannerSettings settings, Backend backend) {
    List<Row> rows = new ArrayList<>();
    for (ResultColumn column :
        StarColumns.of(table, backend.observedAttributes(table.name()), settings)) {
      column.attribute().ifPresent(name -> rows.add(row(table, name, column)));
    }
    return rows;
  }

  private static Row row(TableDescription table, String name, ResultColumn column) {
    String types =
        column.types().stream()
            .sorted()
            .map((AttributeType type) -> TypeNames.inDefinitions(type))
            .collect(Collectors.joining(", "));
    List<String> keys = new ArrayList<>();
    addRole(table.key(), "", name, keys);
    for (IndexDescription index : table.indexes()) {
      addRole(index.key(), " of " + index.name(), name, keys);
    }
    return MemoryRows.row(
        COLUMNS,
        ListingColumns.of(name),
        ListingColumns.of(types),
        keys.isEmpty() ? null : ListingColumns.of(String.join(", ", keys)));
  }

  private static void addRole(KeySchema key, String of, String name, List<String> roles) {
    if (names(key.partition(), name)) {
      roles.add("partition key" + of);
    }
    if (names(key.sort(), name)) {
      roles.add("sort key" + of);
    }
  }

  private static boolean names(List<KeyAttribute> side, @Nullable String name) {
    return side.stream().anyMatch(attribute -> attribute.name().equals(name));
  }
}
