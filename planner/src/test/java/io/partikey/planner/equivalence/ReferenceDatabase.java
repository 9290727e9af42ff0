package io.partikey.planner.equivalence;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.TableDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tables as plain lists of items, which the reference interpreter reads. */
final class ReferenceDatabase {
  private final Map<String, TableDescription> descriptions = new TreeMap<>();
  private final Map<String, List<Item>> items = new TreeMap<>();

  void create(TableDescription table) {
    descriptions.put(table.name(), table);
    items.put(table.name(), new ArrayList<>());
  }

  /** Notes what a table has become. */
  void describe(TableDescription table) {
    descriptions.put(table.name(), table);
  }

  List<String> tables() {
    return List.copyOf(items.keySet());
  }

  TableDescription description(String table) {
    return Objects.requireNonNull(descriptions.get(table));
  }

  /** The key of a table or index, by the parts of its name. */
  KeySchema key(List<String> name) {
    TableDescription table = description(name.get(0));
    return name.size() == 1 ? table.key() : table.index(name.get(1)).orElseThrow().key();
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
      if (read.key().attributes().stream().allMatch(key -> isOf(item.get(key.name()), key))) {
        variables.add(new Frame.Variable(alias, whole, Optional.of(projected(item, table, read))));
      }
    }
    return variables;
  }

  private static boolean isOf(@Nullable AttributeValue value, KeyAttribute key) {
    return value != null && value.type() == key.type();
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
