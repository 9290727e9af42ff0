package io.partikey.planner.equivalence;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Tables as plain lists of items, which the reference interpreter reads. */
final class ReferenceDatabase {
  private final Map<String, TableDescription> descriptions = new TreeMap<>();
  private final Map<String, List<Item>> items = new TreeMap<>();

  void create(TableDescription table) {
    descriptions.put(table.name(), table);
    items.put(table.name(), new ArrayList<>());
  }

  List<String> tables() {
    return List.copyOf(items.keySet());
  }

  TableDescription description(String table) {
    return Objects.requireNonNull(descriptions.get(table));
  }

  /** The items of a table, to be changed as well. */
  List<Item> items(String table) {
    return Objects.requireNonNull(items.get(table));
  }

  /** The variable of each item of a table or of an index of it. */
  List<Frame.Variable> variables(String alias, String table, Optional<String> index) {
    List<Frame.Variable> variables = new ArrayList<>();
    for (Item item : items(table)) {
      Optional<AttributeValue> whole = Optional.of(item.asMap());
      if (index.isEmpty()) {
        variables.add(new Frame.Variable(alias, whole));
        continue;
      }
      IndexDescription read = description(table).index(index.get()).orElseThrow();
      if (read.key().attributes().stream().allMatch(key -> item.get(key.name()) != null)) {
        variables.add(new Frame.Variable(alias, whole, Optional.of(projected(item, table, read))));
      }
    }
    return variables;
  }

  private MapValue projected(Item item, String table, IndexDescription index) {
    Map<String, AttributeValue> members = new LinkedHashMap<>();
    item.attributes()
        .forEach(
            (name, value) -> {
              if (index.projects(name, description(table).key())) {
                members.put(name, value);
              }
            });
    return new MapValue(members);
  }
}
