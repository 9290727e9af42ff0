package io.partikey.planner.equivalence;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.table.KeyAttribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Random writes to the tables of a database. */
final class RandomWrites {
  private static final List<String> COLUMNS = List.of("id", "p", "s", "c", "g", "h", "k", "v", "t");

  private final Random random;
  private final RandomConditions conditions;
  private final RandomValues values;
  private final String table;
  private final List<String> key;
  private final List<String> tables;

  private RandomWrites(Random random, ReferenceDatabase database) {
    this.random = random;
    this.conditions = new RandomConditions(random);
    this.values = new RandomValues(random);
    this.tables = database.tables();
    this.table = tables.get(random.nextInt(tables.size()));
    this.key =
        database.description(table).key().attributes().stream().map(KeyAttribute::name).toList();
  }

  /** A write of any form. */
  static RandomConditions.Statement next(Random random, ReferenceDatabase database) {
    RandomWrites writes = new RandomWrites(random, database);
    return writes.conditions.finished(writes.write());
  }

  private String write() {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> update();
      case 3 ->
          "DELETE FROM "
              + table
              + " WHERE "
              + conditions.keyed("")
              + " AND "
              + conditions.condition("", 1)
              + conditions.oneOf("", "", " RETURNING ALL OLD *");
      case 4 -> insertedRows();
      case 5 -> insertedColumns();
      default -> insertedItems();
    };
  }

  private String verb() {
    return conditions.oneOf("INSERT INTO ", "UPSERT INTO ", "UPSERT INTO ", "REPLACE INTO ");
  }

  private String insertedItems() {
    List<String> items = new ArrayList<>();
    for (int i = random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 1; i > 0; i--) {
      Map<String, AttributeValue> attributes =
          new LinkedHashMap<>(values.item(1 + random.nextInt(30), key).attributes());
      attributes.keySet().removeIf(name -> !key.contains(name) && random.nextBoolean());
      attributes.put("id", NumberValue.of(1 + random.nextInt(40)));
      items.add(conditions.written(new Item(attributes).asMap()));
    }
    return verb() + table + (items.size() == 1 ? " VALUE " : " VALUES ") + String.join(", ", items);
  }

  private String insertedColumns() {
    List<String> rows = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      rows.add(
          "(" + COLUMNS.stream().map(conditions::value).collect(Collectors.joining(", ")) + ")");
    }
    return verb()
        + table
        + " ("
        + String.join(", ", COLUMNS)
        + ") VALUES "
        + String.join(", ", rows);
  }

  private String insertedRows() {
    return verb()
        + table
        + " SELECT a.id"
        + conditions.oneOf("", " + 40")
        + " AS id, a.p, a.s, a.c, "
        + "a.g, a.h, a.k, "
        + conditions.oneOf("a.v AS w", "b.v AS w", "[a.v, b.id] AS l")
        + " FROM "
        + tables.get(random.nextInt(tables.size()))
        + " AS a LEFT JOIN "
        + tables.get(random.nextInt(tables.size()))
        + " AS b ON b.id = a.id WHERE "
        + conditions.keyed("a.");
  }

  private String update() {
    List<String> free =
        new ArrayList<>(List.of("p", "s", "c", "g", "h", "k", "v", "w", "l", "t", "m.x", "m.z"));
    free.removeAll(key);
    StringBuilder update = new StringBuilder("UPDATE ").append(table);
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      String target = free.remove(random.nextInt(free.size()));
      update.append(
          random.nextInt(4) == 0 ? " REMOVE " + target : " SET " + target + " = " + value(target));
    }
    String returning =
        random.nextInt(3) > 0
            ? ""
            : " RETURNING "
                + conditions.oneOf("ALL", "MODIFIED")
                + conditions.oneOf(" OLD *", " NEW *");
    return update
        + " WHERE "
        + conditions.keyed("")
        + " AND "
        + conditions.condition("", 1)
        + returning;
  }

  private String value(String target) {
    if (RandomValues.KEYS.contains(target)) {
      return random.nextBoolean()
          ? conditions.value(target)
          : "if_not_exists(" + target + ", " + conditions.value(target) + ")";
    }
    if (target.equals("t") && random.nextBoolean()) {
      return conditions.oneOf("set_add(t, ", "set_delete(t, ")
          + conditions.written(values.of("t"))
          + ")";
    }
    return switch (random.nextInt(9)) {
      case 7 -> "COALESCE(v, h, 1)";
      case 8 -> "upper(g) || c";
      case 0 -> conditions.oneOf("g", "h", "w", "m.y");
      case 1 -> "h + 1";
      case 2 -> "s - h";
      case 3 -> "if_not_exists(v, " + conditions.value("h") + ")";
      case 4 -> "list_append(l, [1, 'x'])";
      default -> conditions.value(target.startsWith("m") ? "v" : target);
    };
  }
}
