package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.CheckProgress;
import io.partikey.engine.item.Item;
import io.partikey.engine.store.catalog.Definitions;
import io.partikey.engine.store.catalog.ObservedAttributes;
import io.partikey.engine.store.catalog.StoredIndex;
import io.partikey.engine.store.catalog.StoredTable;
import io.partikey.engine.store.check.ConsistencyCheck;
import io.partikey.engine.store.rocks.RowBatch;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.store.row.StoredItem;
import io.partikey.engine.table.Projection;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of damage that the check looks for, done behind the back of the engine. */
class ConsistencyCheckTest {
  private static final Item ONE = item("a", 1, "\"g\": {\"S\": \"x\"}, \"c\": {\"S\": \"red\"}");
  private static final Item TWO = item("a", 2, "\"g\": {\"S\": \"x\"}");

  private final RowStore store = RowStore.openMemory("the test's");
  private final Engine engine = new Engine(store, EngineSettings.DEFAULT, () -> {});
  private final Backend backend = new EmbeddedBackend(engine, BackendOptions.DEFAULT);

  @BeforeEach
  void fill() {
    backend.createTable(table("T", TestStore.index("G", "g", Projection.KEYS_ONLY)));
    backend.write(replace("T", ONE));
    backend.write(replace("T", TWO));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void findsNothingInADatabaseThatIsWhole() {
    assertThat(problems()).isEmpty();
  }

  @Test
  void findsAMissingEntry() {
    damage((table, batch) -> batch.delete(key(index(table), ONE)));
    assertProblems(
        "T.G: the entry of the item {\"pk\":{\"S\":\"a\"},\"sk\":{\"N\":\"1\"}} is missing",
        "T.G: partition 0 holds 1 items of 9 bytes, but 2 items of 18 bytes are counted");
  }

  @Test
  void findsAStrayEntry() {
    Item gone = item("gone", 1, "\"g\": {\"S\": \"x\"}");
    damage((table, batch) -> batch.put(key(index(table), gone), StoredItem.encode(gone, 10)));
    assertProblems(
        "T.G: the entry {\"pk\":{\"S\":\"gone\"},\"sk\":{\"N\":\"1\"},\"g\":{\"S\":\"x\"}} belongs to no item");
  }

  @Test
  void findsAnEntryThatIsLeftOfAnEarlierValue() {
    Item earlier = item("a", 1, "\"g\": {\"S\": \"earlier\"}");
    damage((table, batch) -> batch.put(key(index(table), earlier), StoredItem.encode(earlier, 10)));
    assertProblems(
        "T.G: the entry {\"pk\":{\"S\":\"a\"},\"sk\":{\"N\":\"1\"},\"g\":{\"S\":\"earlier\"}} belongs to no item");
  }

  @Test
  void findsAnEntryThatDoesNotHoldWhatItsItemDoes() {
    damage((table, batch) -> batch.put(key(index(table), TWO), StoredItem.encode(ONE, 14)));
    assertProblems(
        "T.G: the entry of the item {\"pk\":{\"S\":\"a\"},\"sk\":{\"N\":\"2\"}} does not hold what the item does");
  }

  @Test
  void findsAnItemUnderAnotherKeyThanItsOwn() {
    damage(
        (table, batch) ->
            batch.put(
                Objects.requireNonNull(table.keys().of(item("b", 1, "")::get)),
                StoredItem.encode(TWO, 10)));
    assertThat(problems())
        .anyMatch(problem -> problem.endsWith(" is not where the key of its item belongs"));
  }

  @Test
  void findsBytesThatAreNoItem() {
    damage(
        (table, batch) ->
            batch.put(Objects.requireNonNull(table.keys().of(ONE::get)), new byte[] {99, 99}));
    assertThat(problems()).first().asString().startsWith("T: row ").contains(" cannot be read: ");
  }

  @Test
  void findsAWrongCount() {
    damage((table, batch) -> batch.add(HexFormat.of().parseHex("000000010000000000"), 5));
    assertProblems("T: partition 0 holds 2 items of 22 bytes, but 7 items of 22 bytes are counted");
  }

  @Test
  void findsAnAttributeThatWasNotObserved() {
    damage((table, batch) -> batch.deleteRecords(ObservedAttributes.records(table.id())));
    assertThat(problems())
        .contains(
            "T: attribute \"c\" of type S of the item {\"pk\":{\"S\":\"a\"},\"sk\":{\"N\":\"1\"}} is not among"
                + " those observed");
  }

  @Test
  void findsRowsThatAreLeftOfADroppedTable() {
    damage((table, batch) -> batch.put(new byte[] {0, 0, 0, 77, 1}, new byte[] {1}));
    assertProblems("rows are left of object 77, which is no table or index");
  }

  @Test
  void tellsOfVeryManyProblemsOnlyTheFirst() {
    for (int i = 0; i < 300; i++) {
      backend.write(replace("T", item("b", i, "\"g\": {\"S\": \"x\"}")));
    }
    damage((table, batch) -> batch.deleteRange(index(table).keys().all()));
    assertThat(problems()).hasSize(101).last().isEqualTo("and 202 problems more");
  }

  @Test
  void tellsHowFarItIs() {
    for (int i = 0; i < 1000; i++) {
      backend.write(replace("T", item("b", i, "\"g\": {\"S\": \"x\"}")));
    }
    List<Double> fractions = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    assertThat(
            backend.check(
                (fraction, items) -> {
                  fractions.add(fraction);
                  counts.add(items);
                }))
        .isEmpty();
    assertThat(fractions).isSorted().hasSizeGreaterThan(4).last().isEqualTo(1.0);
    assertThat(counts).isSorted().last().isEqualTo(2004L);
  }

  private void damage(BiConsumer<StoredTable, RowBatch> change) {
    StoredTable table = engine.definitions().current().table("T");
    try (RowBatch batch = store.newBatch()) {
      change.accept(table, batch);
      store.commit(batch, true);
    }
  }

  private static StoredIndex index(StoredTable table) {
    return table.findIndex("G").orElseThrow();
  }

  private static byte[] key(StoredIndex index, Item item) {
    return Objects.requireNonNull(index.keys().of(item::get));
  }

  private void assertProblems(String... problems) {
    assertThat(problems()).containsExactly(problems);
  }

  /** What is wrong with that which is in the store, whatever the engine remembers. */
  private List<String> problems() {
    return ConsistencyCheck.check(new Definitions(store), store, CheckProgress.NONE);
  }
}
