package io.partikey.planner.equivalence;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendAddress;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.BackendProvider;
import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.backend.WriteRequest.Put.IfExists;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.ScanPolicy;
import io.partikey.planner.compile.UncachedPlanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * The same few tables three times: with keys and indexes of any design, with a key that statements
 * seldom name and no index, and as plain lists.
 */
final class RandomDatabase implements AutoCloseable {
  static final PlannerSettings SETTINGS =
      new PlannerSettings(Dialect.SQL, ScanPolicy.ALLOW, true, false, 400);

  private static final String COLUMNS =
      "id NUMBER, p STRING, s NUMBER, c STRING, g STRING, h NUMBER, k BINARY";
  private static final List<String> KEYS =
      List.of(
          "(id)", "(p, s)", "(p, c)", "(g, id)", "(p, id)", "(h, c)", "(k, s)", "(p, k)", "(k)");
  private static final List<String> GLOBAL =
      List.of(
          "(g, h)",
          "(h)",
          "(g)",
          "(g, p)",
          "(h, id)",
          "((g, h), s)",
          "(g, h, s)",
          "((p, g), h, c)",
          "(p, c)",
          "(c)",
          "(s, g)",
          "(k)",
          "(k, g)",
          "(h, k)",
          "((g, k), id, s)");
  private static final List<String> PROJECTIONS =
      List.of("", " ALL", " KEYS ONLY", " INCLUDE (v)", " INCLUDE (v, m, l)");

  private final Random random;
  private final RandomValues values;
  private final Backend keyed = open();
  private final Backend flat = open();
  private final ReferenceDatabase reference = new ReferenceDatabase();
  private final List<String> definitions = new ArrayList<>();

  RandomDatabase(Random random) {
    this.random = random;
    this.values = new RandomValues(random);
  }

  private static Backend open() {
    return ServiceLoader.load(BackendProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.opens(BackendAddress.Kind.MEMORY))
        .findFirst()
        .orElseThrow()
        .open(new BackendAddress(BackendAddress.Kind.MEMORY, ""), BackendOptions.DEFAULT);
  }

  /** A database of random designs with random items. */
  static RandomDatabase of(Random random) {
    RandomDatabase database = new RandomDatabase(random);
    for (String name : List.of("One", "Two", "Six")) {
      database.create(name, database.design());
      database.fill(name, random.nextInt(8) == 0 ? 0 : 4 + random.nextInt(26));
    }
    return database;
  }

  /** Adds to some tables an index on an attribute that items have with values of many types. */
  RandomDatabase withLateIndexes() {
    for (String name : reference.tables()) {
      if (random.nextInt(3) == 0) {
        String attribute = List.of("v", "w").get(random.nextInt(2));
        String type = List.of("STRING", "NUMBER", "BINARY").get(random.nextInt(3));
        String key = List.of("", ", h", ", g").get(random.nextInt(3));
        alter("ALTER TABLE " + name + " ADD COLUMN " + attribute + " " + type);
        alter("CREATE INDEX Late ON " + name + " (" + attribute + key + ")" + projection());
        reference.describe(keyed.catalog().table(name).orElseThrow());
      }
    }
    return this;
  }

  private void alter(String definition) {
    definitions.add(definition);
    define(keyed, definition);
  }

  private String design() {
    String key = KEYS.get(random.nextInt(KEYS.size()));
    StringBuilder design = new StringBuilder("PRIMARY KEY " + key);
    int indexes = random.nextInt(4);
    for (int i = 0; i < indexes; i++) {
      String indexed = GLOBAL.get(random.nextInt(GLOBAL.size()));
      design.append(", GLOBAL INDEX By").append(i).append(' ').append(indexed).append(projection());
    }
    if (key.contains(",") && random.nextBoolean()) {
      String sort = List.of("s", "c", "h", "k", "g").get(random.nextInt(5));
      if (!key.contains(sort)) {
        design.append(", LOCAL INDEX Local (").append(sort).append(')').append(projection());
      }
    }
    return design.toString();
  }

  private String projection() {
    return PROJECTIONS.get(random.nextInt(PROJECTIONS.size()));
  }

  /** Creates a table, given its key and indexes. */
  void create(String name, String design) {
    definitions.add("CREATE TABLE " + name + " (" + design + ")");
    define(keyed, "CREATE TABLE " + name + " (" + COLUMNS + ", " + design + ")");
    define(flat, "CREATE TABLE " + name + " (id NUMBER, PRIMARY KEY (id))");
    reference.create(keyed.catalog().table(name).orElseThrow());
  }

  private static void define(Backend backend, String definition) {
    new UncachedPlanner(backend, SETTINGS)
        .compile(definition, Set.of())
        .execute(ExecutionRequest.of(backend, Parameters.NONE));
  }

  private void fill(String name, int count) {
    TableDescription table = reference.description(name);
    List<String> required = table.key().attributes().stream().map(KeyAttribute::name).toList();
    Set<List<AttributeValue>> keys = new HashSet<>();
    for (int id = 1; id <= count; id++) {
      Item item = values.item(id, required);
      if (keys.add(List.copyOf(key(item, required)))) {
        put(name, item);
      }
    }
  }

  private static List<AttributeValue> key(Item item, List<String> key) {
    return key.stream().map(item.attributes()::get).toList();
  }

  /** Puts an item into a table. */
  void put(String table, Item item) {
    reference.items(table).add(item);
    WriteRequest put = new WriteRequest.Put(table, item, IfExists.FAIL, null, ReturnValues.NONE);
    keyed.write(put);
    flat.write(put);
  }

  /** The tables with their keys and indexes. */
  Backend keyed() {
    return keyed;
  }

  /** The tables without indexes. */
  Backend flat() {
    return flat;
  }

  /** The tables as lists. */
  ReferenceDatabase reference() {
    return reference;
  }

  @Override
  public String toString() {
    return String.join("\n", definitions);
  }

  @Override
  public void close() {
    keyed.close();
    flat.close();
  }
}
