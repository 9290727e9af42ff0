package io.partikey.jdbc.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partikey.engine.item.DynamoJson;
import io.partikey.engine.item.Item;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The tables of a file of recorded cases, in a database of their own. */
final class RecordedTables {
  private final Connection connection;
  private final RecordedCases cases;
  private Map<String, List<Item>> contents = Map.of();

  private RecordedTables(Connection connection, RecordedCases cases) {
    this.connection = connection;
    this.cases = cases;
  }

  /** Makes the tables; they are empty. */
  static RecordedTables create(Connection connection, RecordedCases cases) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (JsonNode table : cases.tables()) {
        statement.execute(definition(table));
      }
    }
    RecordedTables tables = new RecordedTables(connection, cases);
    tables.contents = tables.read();
    return tables;
  }

  private static String definition(JsonNode table) {
    Map<String, String> attributes = new LinkedHashMap<>();
    StringJoiner parts = new StringJoiner(", ");
    parts.add("PRIMARY KEY " + key(table, attributes));
    table
        .path("globalIndexes")
        .forEach(index -> parts.add("GLOBAL INDEX " + index(index, attributes)));
    table
        .path("localIndexes")
        .forEach(index -> parts.add("LOCAL INDEX " + index(index, attributes)));
    StringJoiner columns = new StringJoiner(", ");
    attributes.forEach((name, type) -> columns.add(quoted(name) + " " + type));
    return "CREATE TABLE "
        + quoted(table.get("name").asText())
        + " ("
        + columns
        + ", "
        + parts
        + ")";
  }

  private static String index(JsonNode index, Map<String, String> attributes) {
    String projection =
        switch (index.get("projection").asText()) {
          case "ALL" -> " ALL";
          case "KEYS_ONLY" -> " KEYS ONLY";
          default -> include(index.get("nonKey"));
        };
    return quoted(index.get("name").asText()) + " " + key(index, attributes) + projection;
  }

  private static String include(JsonNode names) {
    StringJoiner list = new StringJoiner(", ", " INCLUDE (", ")");
    names.forEach(name -> list.add(quoted(name.asText())));
    return list.toString();
  }

  private static String key(JsonNode of, Map<String, String> attributes) {
    StringJoiner key = new StringJoiner(", ", "(", ")");
    for (String side : List.of("partitionKey", "sortKey")) {
      if (of.has(side)) {
        String name = of.get(side).get("name").asText();
        attributes.put(name, of.get(side).get("type").asText());
        key.add(quoted(name));
      }
    }
    return key.toString();
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Brings the tables back to what they hold at first. */
  void reset() throws SQLException {
    for (Map.Entry<String, List<Item>> table : cases.items().entrySet()) {
      String name = table.getKey();
      List<Item> now = contents.getOrDefault(name, List.of());
      if (sameBag(now, table.getValue())) {
        continue;
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("DELETE /*+ ALLOW_SCAN */ FROM " + quoted(name));
      }
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO " + quoted(name) + " VALUE ?")) {
        for (Item item : table.getValue()) {
          insert.setObject(1, item.asMap());
          insert.executeUpdate();
        }
      }
    }
    contents = read();
  }

  private static boolean sameBag(List<Item> some, List<Item> others) {
    List<Item> left = new ArrayList<>(others);
    return some.size() == others.size() && some.stream().allMatch(left::remove);
  }

  /** Checks that a step changed these tables so, and no others. */
  void check(@Nullable JsonNode tableAfter) throws SQLException {
    Map<String, List<Item>> before = contents;
    contents = read();
    contents.forEach(
        (table, items) ->
            assertThat(items)
                .as("contents of %s", table)
                .containsExactlyInAnyOrderElementsOf(
                    tableAfter != null && tableAfter.has(table)
                        ? RecordedCases.items(tableAfter.get(table))
                        : before.getOrDefault(table, List.of())));
  }

  private Map<String, List<Item>> read() throws SQLException {
    Map<String, List<Item>> read = new LinkedHashMap<>();
    for (JsonNode table : cases.tables()) {
      String name = table.get("name").asText();
      List<Item> items = new ArrayList<>();
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery("SELECT /*+ ALLOW_SCAN */ * FROM " + quoted(name))) {
        while (rows.next()) {
          items.add(DynamoJson.readItem(rows.getString(1)));
        }
      }
      read.put(name, items);
    }
    return read;
  }
}
