package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.replace;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.WriteRequest.Put;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.DynamoJson;
import io.partikey.engine.item.Item;
import io.partikey.engine.table.DeclaredColumn;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.IndexDescription.IndexKind;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.Projection;
import io.partikey.engine.table.TableDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the small database that is kept in the resources of the tests, and that every later build
 * opens: every type of key, every kind of index and projection, values of all types.
 *
 * <p>One is made for each format and then never again: where that of a format is missing, {@link
 * KeptDatabaseTest} makes it when it runs with {@code -Dgolden.update=true}.
 */
final class KeptDatabase {
  private static final List<AttributeType> KEY_TYPES =
      List.of(AttributeType.S, AttributeType.N, AttributeType.B);

  private static final List<String> VALUES =
      List.of(
          "\"s\": {\"S\": \"grüße, 漢字 and 😀\"}, \"empty\": {\"S\": \"\"}",
          "\"n\": {\"N\": \"-1.2345678901234567890123456789012345678E-130\"}",
          "\"n\": {\"N\": \"99999999999999999999999999999999999999\"}, \"zero\": {\"N\": \"0\"}",
          "\"b\": {\"B\": \"AAEC/f7/\"}",
          "\"yes\": {\"BOOL\": true}, \"no\": {\"BOOL\": false}, \"null\": {\"NULL\": true}",
          "\"ss\": {\"SS\": [\"b\", \"a\", \"ä\"]}, \"ns\": {\"NS\": [\"3\", \"-1\", \"2.5\"]}",
          "\"bs\": {\"BS\": [\"AQ==\", \"/w==\"]}, \"l\": {\"L\": []}, \"m\": {\"M\": {}}",
          "\"l\": {\"L\": [{\"N\": \"1\"}, {\"L\": [{\"S\": \"deep\"}]}, {\"NULL\": true}]}",
          "\"m\": {\"M\": {\"é\": {\"M\": {\"k\": {\"SS\": [\"x\"]}}}, \"2\": {\"BOOL\": true}}}",
          "\"a name with spaces\": {\"S\": \"1\"}, \"\\\"quoted\\\"\": {\"S\": \"2\"}");

  private KeptDatabase() {}

  /** Makes the database in a directory that does not exist. */
  static void make(Path path) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    // What is there before the second opening is in table files, the rest is in the log.
    try (Backend backend = TestStore.file(path)) {
      createTables(backend);
      putItems(backend, 0);
    }
    try (Backend backend = TestStore.file(path)) {
      putItems(backend, 1);
    }
    removeWhatNamesTheMachine(path.resolve("rows"));
  }

  private static void createTables(Backend backend) {
    for (AttributeType partition : KEY_TYPES) {
      backend.createTable(table("By" + partition, key(attribute("pk", partition))));
      for (AttributeType sort : KEY_TYPES) {
        backend.createTable(
            table(
                "By" + partition + sort,
                new KeySchema(
                    List.of(attribute("pk", partition)), List.of(attribute("sk", sort)))));
      }
    }
    backend.createTable(indexed());
    backend.setTimeToLive("Indexed", Optional.of("expires"));
    backend.declareColumn("Indexed", new DeclaredColumn("seat", AttributeType.SS));
    backend.createTable(table("Dropped", key(attribute("pk", AttributeType.S))));
    backend.dropTable("Dropped");
  }

  private static TableDescription indexed() {
    KeyAttribute pk = TestStore.string("pk");
    return TestStore.table(
        "Indexed",
        IndexDescription.active(
            "Everything", IndexKind.GLOBAL, key(TestStore.string("g")), Projection.ALL),
        IndexDescription.active(
            "Keys",
            IndexKind.GLOBAL,
            new KeySchema(List.of(TestStore.number("n")), List.of(TestStore.string("g"))),
            Projection.KEYS_ONLY),
        IndexDescription.active(
            "Local",
            IndexKind.LOCAL,
            new KeySchema(List.of(pk), List.of(attribute("b", AttributeType.B))),
            new Projection(Projection.Kind.INCLUDE, List.of("ss", "m"))),
        IndexDescription.active(
            "Several",
            IndexKind.GLOBAL,
            new KeySchema(
                List.of(TestStore.string("g"), TestStore.number("n")),
                List.of(attribute("b", AttributeType.B), TestStore.number("sk"))),
            Projection.ALL));
  }

  private static void putItems(Backend backend, int half) {
    for (AttributeType partition : KEY_TYPES) {
      for (int i = 0; i < 3; i++) {
        String pk = "\"pk\": " + keyValue(partition, half * 3 + i);
        put(backend, "By" + partition, pk + ", " + VALUES.get(half * 5 + i));
        for (AttributeType sort : KEY_TYPES) {
          for (int j = 0; j < 2; j++) {
            String sk = "\"sk\": " + keyValue(sort, 5 - j - 2 * half);
            put(backend, "By" + partition + sort, pk + ", " + sk);
          }
        }
      }
    }
    for (int i = 0; i < VALUES.size(); i++) {
      backend.write(replace("Indexed", item("p" + i % 3, half * 100 + i, VALUES.get(i))));
      String expires = half == 0 ? "1" : "4102444800";
      backend.write(
          replace(
              "Indexed",
              item(
                  "q" + i % 2,
                  half * 100 + i,
                  "\"g\": {\"S\": \"g"
                      + i % 3
                      + "ß\"}, \"n\": {\"N\": \""
                      + (i % 4 - 1.5)
                      + "\"}, \"b\": "
                      + keyValue(AttributeType.B, i % 6)
                      + ", \"ss\": {\"SS\": [\"x\", \"y\"]}, \"expires\": {\"N\": \""
                      + expires
                      + "\"}")));
    }
  }

  private static void put(Backend backend, String table, String attributes) {
    Item item = DynamoJson.readItem("{" + attributes + "}");
    backend.write(Put.insert(table, item));
  }

  private static String keyValue(AttributeType type, int number) {
    List<String> values =
        switch (type) {
          case S -> List.of("a", "ab", "b\\u0000", "é", "漢", "😀");
          case N -> List.of("-1E+10", "-0.5", "0", "0.001", "7", "1E+125");
          case B -> List.of("AA==", "AAA=", "AAE=", "fw==", "gA==", "//8=");
          default -> throw new IllegalArgumentException("no type of keys: " + type);
        };
    return "{\"" + type + "\": \"" + values.get(number) + "\"}";
  }

  private static TableDescription table(String name, KeySchema key) {
    return new TableDescription(name, key, List.of(), List.of(), Optional.empty(), 1);
  }

  private static KeySchema key(KeyAttribute partition) {
    return new KeySchema(List.of(partition), List.of());
  }

  private static KeyAttribute attribute(String name, AttributeType type) {
    return new KeyAttribute(name, type);
  }

  private static void removeWhatNamesTheMachine(Path rows) throws IOException {
    try (Stream<Path> files = Files.list(rows)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().matches("LOG.*|LOCK|OPTIONS-.*")) {
          Files.delete(file);
        }
      }
    }
  }
}
