package io.partikey.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendAddress;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.FileAccess;
import io.partikey.engine.backend.GetRequest;
import io.partikey.engine.backend.Page;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.backend.QueryRequest;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.ScanRequest;
import io.partikey.engine.backend.SortCondition;
import io.partikey.engine.backend.SortCondition.Bound;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.backend.WriteRequest.Put;
import io.partikey.engine.backend.WriteRequest.Put.IfExists;
import io.partikey.engine.backend.WriteResult;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.expression.UpdateAction;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.DocumentPath;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.item.ItemSize;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.store.partition.PartitionLimits;
import io.partikey.engine.store.rocks.DatabaseDirectory;
import io.partikey.engine.store.split.PartitionSplits;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.IndexDescription.IndexKind;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.PartitionDescription;
import io.partikey.engine.table.Projection;
import io.partikey.engine.table.TableDescription;
import io.partikey.engine.table.TableStatistics;
import io.partikey.testing.SeededTest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** Random writes and reads of a table with every kind of index, compared with a simple model. */
class StoreModelTest {
  private static final KeyAttribute PK = new KeyAttribute("pk", AttributeType.S);
  private static final KeyAttribute SK = new KeyAttribute("sk", AttributeType.N);
  private static final KeyAttribute G = new KeyAttribute("g", AttributeType.S);
  private static final KeyAttribute H = new KeyAttribute("h", AttributeType.N);
  private static final KeyAttribute L = new KeyAttribute("l", AttributeType.B);
  private static final TableDescription TABLE =
      new TableDescription(
          "T",
          new KeySchema(List.of(PK), List.of(SK)),
          List.of(
              index("ByG", IndexKind.GLOBAL, List.of(G), List.of(), Projection.ALL),
              index("ByHL", IndexKind.GLOBAL, List.of(H), List.of(L), Projection.KEYS_ONLY),
              index(
                  "ByGH",
                  IndexKind.GLOBAL,
                  List.of(G, H),
                  List.of(L, SK),
                  Projection.include(List.of("x"))),
              index("Local", IndexKind.LOCAL, List.of(PK), List.of(L), Projection.ALL)),
          List.of(),
          Optional.empty(),
          3);

  private final ModelTable model = new ModelTable(TABLE);
  private @Nullable PartitionSplits splits;

  private static IndexDescription index(
      String name,
      IndexKind kind,
      List<KeyAttribute> partition,
      List<KeyAttribute> sort,
      Projection projection) {
    return IndexDescription.active(name, kind, new KeySchema(partition, sort), projection);
  }

  @SeededTest(fresh = 4)
  void agreesWithTheModelInMemory(long seed) {
    try (Backend backend =
        new EmbeddedBackendProvider()
            .open(new BackendAddress(BackendAddress.Kind.MEMORY, ""), BackendOptions.DEFAULT)) {
      backend.createTable(TABLE);
      run(backend, seed, 600);
    }
  }

  @SeededTest
  void agreesWithTheModelInFilesAcrossReopening(long seed, @TempDir Path directory) {
    BackendAddress address =
        new BackendAddress(BackendAddress.Kind.FILE, directory.resolve("db").toString());
    for (int life = 0; life < 4; life++) {
      try (Backend backend =
          new EmbeddedBackendProvider()
              .open(
                  address,
                  new BackendOptions(
                      BackendOptions.Durability.PERIODIC, false, FileAccess.OWNER, Map.of()))) {
        if (life == 0) {
          backend.createTable(TABLE);
        }
        verify(backend, new Random(seed), "reopened, life " + life);
        run(backend, seed + life, 500);
      }
    }
  }

  @SeededTest(fresh = 3)
  void agreesWithTheModelWhilePartitionsSplit(long seed, @TempDir Path directory) {
    for (int life = 0; life < 3; life++) {
      DatabaseDirectory database = new DatabaseDirectory(directory.resolve("db"));
      Engine engine =
          new Engine(
              database.open(false),
              EngineSettings.byHand(Clock.systemUTC())
                  .with(PartitionLimits.OF_SERVICE.withBytes(500)),
              database::release);
      splits = engine.splits();
      Backend backend = new EmbeddedBackend(engine, BackendOptions.DEFAULT);
      try {
        if (life == 0) {
          backend.createTable(TABLE);
        }
        verify(backend, new Random(seed), "reopened, life " + life);
        run(backend, seed + 100L * life, 200);
        assertThat(backend.partitions("T"))
            .hasSizeGreaterThan(1 + TABLE.indexes().size() + 4)
            .filteredOn(partition -> partition.index() == null)
            .hasSizeGreaterThan(2);
      } finally {
        engine.close();
      }
    }
  }

  private void run(Backend backend, long seed, int steps) {
    Random random = new Random(seed);
    for (int step = 0; step < steps; step++) {
      String where = "step " + step;
      if (random.nextInt(10) == 0) {
        writeAtomically(backend, random, where);
      } else {
        write(backend, random, where);
      }
      if (splits != null && random.nextInt(10) == 0) {
        splits.step();
      }
      if (step % 25 == 0) {
        verify(backend, random, where);
      }
    }
    verify(backend, random, "end");
    assertThat(((EmbeddedBackend) backend).engine().problems()).isEmpty();
  }

  private void write(Backend backend, Random random, String where) {
    Item item = randomItem(random);
    ItemKey key = key(item);
    @Nullable Item before = model.get(key);
    WriteRequest request = randomRequest(random, item);
    WriteResult result = backend.write(request);
    assertThat(result.outcome()).as(where).isEqualTo(expectedOutcome(request, before));
    apply(request, key, before);
    if (returnsNew(request) && result.applied()) {
      assertThat(result.returned()).as(where).isEqualTo(Optional.ofNullable(model.get(key)));
    }
  }

  private void writeAtomically(Backend backend, Random random, String where) {
    Map<ItemKey, WriteRequest> requests = new LinkedHashMap<>();
    for (int i = random.nextInt(20); i >= 0; i--) {
      Item item = randomItem(random);
      requests.put(key(item), new Put("T", item, IfExists.REPLACE, null, ReturnValues.NONE));
    }
    List<WriteResult> results = backend.writeAtomically(List.copyOf(requests.values()));
    assertThat(results).as(where).hasSameSizeAs(requests.values()).allMatch(WriteResult::applied);
    requests.forEach((key, request) -> apply(request, key, model.get(key)));
  }

  private WriteRequest randomRequest(Random random, Item item) {
    ReturnValues returned = random.nextBoolean() ? ReturnValues.ALL_NEW : ReturnValues.NONE;
    return switch (random.nextInt(6)) {
      case 0 -> new Put("T", item, IfExists.FAIL, null, returned);
      case 1 -> new Put("T", item, IfExists.REPLACE, null, returned);
      case 2 -> new Put("T", item, IfExists.MERGE, null, returned);
      case 3 -> new WriteRequest.Delete("T", key(item), null, ReturnValues.NONE);
      default ->
          new WriteRequest.Update("T", key(item), actions(item), Parameters.NONE, null, returned);
    };
  }

  private static List<UpdateAction> actions(Item item) {
    List<UpdateAction> actions = new ArrayList<>();
    for (String name : List.of("g", "h", "l", "x", "y")) {
      @Nullable AttributeValue value = item.get(name);
      actions.add(
          value == null
              ? new UpdateAction.Remove(DocumentPath.of(name))
              : new UpdateAction.Set(DocumentPath.of(name), new Literal(value)));
    }
    return actions;
  }

  private static WriteResult.Outcome expectedOutcome(WriteRequest request, @Nullable Item before) {
    if (request instanceof Put put) {
      return before != null && put.ifExists() == IfExists.FAIL
          ? WriteResult.Outcome.DUPLICATE
          : WriteResult.Outcome.APPLIED;
    }
    return before == null ? WriteResult.Outcome.NOT_FOUND : WriteResult.Outcome.APPLIED;
  }

  private static boolean returnsNew(WriteRequest request) {
    return (request instanceof Put put && put.returnValues() == ReturnValues.ALL_NEW)
        || (request instanceof WriteRequest.Update update
            && update.returnValues() == ReturnValues.ALL_NEW);
  }

  private void apply(WriteRequest request, ItemKey key, @Nullable Item before) {
    if (request instanceof Put put) {
      if (before == null || put.ifExists() == IfExists.REPLACE) {
        model.put(key, put.item());
      } else if (put.ifExists() == IfExists.MERGE) {
        Map<String, AttributeValue> merged = new LinkedHashMap<>(before.attributes());
        merged.putAll(put.item().attributes());
        model.put(key, new Item(merged));
      }
    }
    if (request instanceof WriteRequest.Delete) {
      model.remove(key);
    }
    if (request instanceof WriteRequest.Update update && before != null) {
      Map<String, AttributeValue> changed = new LinkedHashMap<>(before.attributes());
      for (UpdateAction action : update.actions()) {
        if (action instanceof UpdateAction.Set set && set.value() instanceof Literal literal) {
          changed.put(
              action.target().attribute(), java.util.Objects.requireNonNull(literal.value()));
        } else {
          changed.remove(action.target().attribute());
        }
      }
      model.put(key, new Item(changed));
    }
  }

  private void verify(Backend backend, Random random, String where) {
    verifyStatistics(backend, where);
    try (ReadView view = backend.openView()) {
      List<ItemKey> keys = new ArrayList<>(model.items().keySet());
      keys.add(key(randomItem(random)));
      assertThat(view.getItems(new GetRequest("T", keys, AttributeSelection.ALL, true)).items())
          .as(where)
          .containsExactlyElementsOf(keys.stream().map(model::get).toList());
      assertThat(scan(view, null)).as(where).hasSameSizeAs(model.items().values());
      for (int i = 0; i < 10; i++) {
        verifyQuery(view, random, null, TABLE.key(), where);
        for (IndexDescription index : TABLE.indexes()) {
          verifyQuery(view, random, index.name(), index.key(), where);
        }
      }
      for (IndexDescription index : TABLE.indexes()) {
        assertThat(scan(view, index.name())).as(where).hasSameSizeAs(model.all(index.key()));
      }
    }
  }

  private void verifyStatistics(Backend backend, String where) {
    TableStatistics statistics = backend.statistics("T");
    assertThat(statistics.table().items()).as(where).isEqualTo(model.items().size());
    assertThat(statistics.table().bytes())
        .as(where)
        .isEqualTo(model.items().values().stream().mapToLong(ItemSize::of).sum());
    assertThat(statistics.table().collections())
        .as(where)
        .isBetween(1L, Math.max(1L, model.items().size()));
    for (IndexDescription index : TABLE.indexes()) {
      assertThat(statistics.of(index.name()).items())
          .as(where)
          .isEqualTo(model.all(index.key()).size());
    }
    assertThat(itemsOfPartitions(backend, null)).as(where).isEqualTo(model.items().size());
    for (IndexDescription index : TABLE.indexes()) {
      assertThat(itemsOfPartitions(backend, index.name()))
          .as(where)
          .isEqualTo(model.all(index.key()).size());
    }
  }

  private static long itemsOfPartitions(Backend backend, @Nullable String index) {
    return backend.partitions("T").stream()
        .filter(partition -> Objects.equals(partition.index(), index))
        .mapToLong(PartitionDescription::items)
        .sum();
  }

  private void verifyQuery(
      ReadView view, Random random, @Nullable String index, KeySchema key, String where) {
    List<AttributeValue> partition =
        key.partition().stream().map(attribute -> value(attribute, random)).toList();
    SortCondition condition = randomCondition(key, random);
    boolean ascending = random.nextBoolean();
    int limit = random.nextInt(4);
    List<Item> expected = model.query(key, partition, condition, ascending);
    List<Item> found = new ArrayList<>();
    PageRequest page = PageRequest.FIRST.withLimit(limit);
    while (true) {
      Page read = view.query(new QueryRequest("T", index, partition, condition, ascending, page));
      assertThat(limit == 0 || read.itemsRead() <= limit).as(where).isTrue();
      found.addAll(read.items());
      if (read.continuation().isEmpty()) {
        break;
      }
      page = page.after(read.continuation().get());
    }
    Projection projection =
        index == null ? Projection.ALL : TABLE.index(index).orElseThrow().projection();
    assertThat(found)
        .as("%s: %s %s %s ascending=%s", where, index, partition, condition, ascending)
        .containsExactlyElementsOf(
            expected.stream().map(item -> project(item, key, projection)).toList());
  }

  private static Item project(Item item, KeySchema key, Projection projection) {
    if (projection.kind() == Projection.Kind.ALL) {
      return item;
    }
    Map<String, AttributeValue> attributes = new HashMap<>(item.attributes());
    attributes
        .keySet()
        .removeIf(
            name ->
                !key.contains(name)
                    && !TABLE.key().contains(name)
                    && !projection.included().contains(name));
    return new Item(attributes);
  }

  private static Set<Item> scan(ReadView view, @Nullable String index) {
    Set<Item> found = new java.util.HashSet<>();
    PageRequest page = PageRequest.FIRST.withLimit(7);
    while (true) {
      Page read = view.scan(new ScanRequest("T", index, page));
      found.addAll(read.items());
      if (read.continuation().isEmpty()) {
        return found;
      }
      page = page.after(read.continuation().get());
    }
  }

  private static SortCondition randomCondition(KeySchema key, Random random) {
    if (key.sort().isEmpty()) {
      return SortCondition.ALL;
    }
    int equal = random.nextInt(key.sort().size() + 1);
    List<AttributeValue> values =
        key.sort().subList(0, equal).stream().map(attribute -> value(attribute, random)).toList();
    if (equal == key.sort().size()) {
      return new SortCondition(values, null, null, null);
    }
    KeyAttribute next = key.sort().get(equal);
    @Nullable Bound lower =
        random.nextInt(3) == 0 ? new Bound(value(next, random), random.nextBoolean()) : null;
    @Nullable Bound upper =
        random.nextInt(3) == 0 ? new Bound(value(next, random), random.nextBoolean()) : null;
    @Nullable AttributeValue prefix =
        next.type() != AttributeType.N && random.nextInt(3) == 0 ? value(next, random) : null;
    return new SortCondition(values, lower, upper, prefix);
  }

  private static Item randomItem(Random random) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    attributes.put("pk", value(PK, random));
    attributes.put("sk", value(SK, random));
    for (KeyAttribute attribute : List.of(G, H, L)) {
      if (random.nextInt(3) > 0) {
        attributes.put(attribute.name(), value(attribute, random));
      }
    }
    if (random.nextBoolean()) {
      attributes.put("x", new StringValue("x".repeat(random.nextInt(200))));
    }
    if (random.nextBoolean()) {
      attributes.put("y", NumberValue.of(random.nextInt(1000)));
    }
    return new Item(attributes);
  }

  /** One of few values, so that keys and collections meet. */
  private static AttributeValue value(KeyAttribute attribute, Random random) {
    Random few = new Random(random.nextInt(attribute.equals(SK) ? 12 : 6));
    return new RandomItems(few).keyValue(attribute.type());
  }

  private static ItemKey key(Item item) {
    return ItemKey.of(
        java.util.Objects.requireNonNull(item.get("pk")),
        java.util.Objects.requireNonNull(item.get("sk")));
  }
}
