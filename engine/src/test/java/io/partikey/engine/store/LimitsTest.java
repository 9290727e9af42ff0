package io.partikey.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.backend.TransactionCanceledException;
import io.partikey.engine.backend.TransactionCanceledException.Reason;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.backend.WriteResult;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.expression.UpdateAction;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.DocumentPath;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.item.ItemSize;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringSetValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.store.partition.PartitionLimits;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.IndexDescription.IndexKind;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.Projection;
import io.partikey.engine.table.TableDescription;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The largest of each kind that is stored, and the smallest that is refused. */
class LimitsTest {
  private static final int MOST_COLLECTION_BYTES = 10_000;

  private final Engine engine =
      new Engine(
          RowStore.openMemory("the test's"),
          EngineSettings.byHand(Clock.systemUTC())
              .with(PartitionLimits.OF_SERVICE.withCollectionBytes(MOST_COLLECTION_BYTES)),
          () -> {});
  private final Backend backend = new EmbeddedBackend(engine, BackendOptions.DEFAULT);

  LimitsTest() {
    KeySchema key = new KeySchema(List.of(TestStore.string("pk")), List.of(TestStore.string("sk")));
    IndexDescription global =
        IndexDescription.active(
            "G",
            IndexKind.GLOBAL,
            new KeySchema(List.of(TestStore.string("g")), List.of(TestStore.string("h"))),
            Projection.KEYS_ONLY);
    IndexDescription local =
        IndexDescription.active(
            "L",
            IndexKind.LOCAL,
            new KeySchema(List.of(TestStore.string("pk")), List.of(TestStore.string("l"))),
            Projection.ALL);
    backend.createTable(table("T", key, List.of(global)));
    backend.createTable(table("Local", key, List.of(local)));
  }

  private static TableDescription table(
      String name, KeySchema key, List<IndexDescription> indexes) {
    return new TableDescription(name, key, indexes, List.of(), Optional.empty(), 1);
  }

  @AfterEach
  void close() {
    assertThat(engine.problems()).isEmpty();
    engine.close();
  }

  @Test
  void ofAnItem() {
    Item largest = item("a", "b", "x", text(409_600 - ItemSize.of(item("a", "b", "x", text(0)))));
    assertThat(ItemSize.of(largest)).isEqualTo(409_600);
    put("T", largest);
    assertRefused(
        "Item size has exceeded the maximum allowed size",
        () -> put("T", with(largest, "y", text(0))));
    assertRefused(
        "Item size to update has exceeded the maximum allowed size",
        () -> set("T", "a", "b", "y", text(0)));
  }

  @Test
  void ofAnItemWithItsLocalEntries() {
    int rest = ItemSize.of(with(item("a", "b", "x", text(0)), "l", text(1)));
    Item largest = with(item("a", "b", "x", text(204_800 - rest)), "l", text(1));
    Item larger = with(item("a", "b", "x", text(204_801 - rest)), "l", text(1));
    Engine roomy =
        new Engine(
            RowStore.openMemory("another"), EngineSettings.byHand(Clock.systemUTC()), () -> {});
    try (roomy) {
      Backend other = new EmbeddedBackend(roomy, BackendOptions.DEFAULT);
      other.createTable(backend.catalog().table("Local").orElseThrow());
      other.write(TestStore.replace("Local", largest));
      assertRefused(
          "Item size has exceeded the maximum allowed size",
          () -> other.write(TestStore.replace("Local", larger)));
      assertRefused(
          "Item size to update has exceeded the maximum allowed size",
          () -> other.write(update("Local", "a", "b", "y", text(0))));
    }
  }

  @Test
  void ofAnItemCollectionOfATableWithLocalIndexes() {
    Item first = with(item("a", "1", "x", text(2000)), "l", text(1));
    put("Local", first);
    int both = 2 * ItemSize.of(first);
    int rest = MOST_COLLECTION_BYTES - both - ItemSize.of(item("a", "2", "x", text(0)));
    put("Local", item("a", "2", "x", text(rest)));
    assertTooLarge(() -> set("Local", "a", "2", "x", text(rest + 1)));
    assertTooLarge(() -> put("Local", item("a", "3", "x", text(1))));
    put("Local", item("b", "1", "x", text(5000)));
    set("Local", "a", "2", "x", text(rest - 100));
    assertThatThrownBy(
            () ->
                backend.writeAtomically(
                    List.of(
                        TestStore.replace("Local", item("b", "2", "x", text(1))),
                        TestStore.replace("Local", item("a", "3", "x", text(200))))))
        .isInstanceOfSatisfying(
            TransactionCanceledException.class,
            canceled ->
                assertThat(canceled.reasons())
                    .containsExactly(
                        Reason.NONE,
                        Reason.of(
                            "ItemCollectionSizeLimitExceeded", "Collection size exceeded.", null)));
    try (Transaction transaction = backend.begin()) {
      transaction.write(TestStore.replace("Local", item("a", "3", "x", text(60))));
      transaction.write(TestStore.replace("Local", item("a", "4", "x", text(60))));
      assertTooLarge(transaction::commit);
    }
    delete("Local", "a", "1");
    put("Local", item("a", "3", "x", text(3000)));
    put("T", item("a", "1", "x", text(MOST_COLLECTION_BYTES)));
    backend.dropTable("Local");
  }

  @Test
  void ofKeys() {
    put("T", item("k".repeat(2048), "s".repeat(1024), "x", text(1)));
    assertRefused(
        "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size"
            + " limit of2048 bytes",
        () -> put("T", item("k".repeat(2049), "s", "x", text(1))));
    assertRefused(
        "One or more parameter values were invalid: Aggregated size of all range keys has exceeded"
            + " the size limit of 1024 bytes",
        () -> put("T", item("k", "s".repeat(1025), "x", text(1))));
    assertRefused(
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot"
            + " contain an empty string value. Key: sk",
        () -> put("T", item("k", "", "x", text(1))));
  }

  @Test
  void ofKeysOfIndexes() {
    put("T", with(item("a", "b", "g", text(2048)), "h", text(1024)));
    assertThat(backend.statistics("T").of("G").items()).isEqualTo(1);
    assertRefused(
        "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size"
            + " limit of2048 bytes",
        () -> put("T", with(item("a", "b", "g", text(2049)), "h", text(1))));
    assertRefused(
        "One or more parameter values were invalid: Aggregated size of all range keys has exceeded"
            + " the size limit of 1024 bytes",
        () -> put("T", with(item("a", "b", "g", text(1)), "h", text(1025))));
  }

  @Test
  void ofNesting() {
    put("T", item("a", "b", "x", nested(31)));
    assertRefused(
        "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels"
            + " beyond supported limit",
        () -> put("T", item("a", "b", "x", nested(32))));
    assertRefused(
        "Nesting Levels have exceeded supported limits", () -> set("T", "a", "b", "x", nested(32)));
  }

  @Test
  void ofNumbers() {
    String nines = "9".repeat(38);
    put("T", item("a", "b", "x", NumberValue.parse(nines + "E+88")));
    put("T", item("a", "b", "x", NumberValue.parse("-" + nines + "E+88")));
    put("T", item("a", "b", "x", NumberValue.parse("1E-130")));
    assertRefused(
        "Number overflow. Attempting to store a number with magnitude larger than supported range",
        () -> NumberValue.parse("1E+126"));
    assertRefused(
        "Number underflow. Attempting to store a number with magnitude smaller than supported"
            + " range",
        () -> NumberValue.parse("9E-131"));
    assertRefused(
        "Attempting to store more than 38 significant digits in a Number",
        () -> NumberValue.parse("1" + "0".repeat(37) + "1"));
  }

  @Test
  void ofSets() {
    put("T", item("a", "b", "x", StringSetValue.of(List.of(""))));
    assertRefused(
        "One or more parameter values were invalid: An string set  may not be empty",
        () -> StringSetValue.of(List.of()));
    assertRefused(
        "One or more parameter values were invalid: Input collection [a, a] contains duplicates.",
        () -> StringSetValue.ofDistinct(List.of("a", "a")));
  }

  @Test
  void ofBinariesThatAreNoKeys() {
    put("T", item("a", "b", "x", BinaryValue.copyOf(new byte[0])));
    put("T", item("a", "b", "x", text(0)));
  }

  private WriteResult put(String table, Item item) {
    return backend.write(TestStore.replace(table, item));
  }

  private WriteResult set(String table, String pk, String sk, String name, AttributeValue value) {
    return backend.write(update(table, pk, sk, name, value));
  }

  private static WriteRequest update(
      String table, String pk, String sk, String name, AttributeValue value) {
    return new WriteRequest.Update(
        table,
        ItemKey.of(new StringValue(pk), new StringValue(sk)),
        List.of(new UpdateAction.Set(DocumentPath.of(name), new Literal(value))),
        Parameters.NONE,
        null,
        ReturnValues.NONE);
  }

  private void delete(String table, String pk, String sk) {
    backend.write(
        new WriteRequest.Delete(
            table, ItemKey.of(new StringValue(pk), new StringValue(sk)), null, ReturnValues.NONE));
  }

  private static Item item(String pk, String sk, String name, AttributeValue value) {
    return new Item(Map.of("pk", new StringValue(pk), "sk", new StringValue(sk), name, value));
  }

  private static Item with(Item item, String name, AttributeValue value) {
    Map<String, AttributeValue> attributes = new HashMap<>(item.attributes());
    attributes.put(name, value);
    return new Item(attributes);
  }

  private static StringValue text(int length) {
    return new StringValue("x".repeat(length));
  }

  private static AttributeValue nested(int levels) {
    AttributeValue value = text(1);
    for (int i = 0; i < levels; i++) {
      value = new ListValue(List.of(value));
    }
    return value;
  }

  private static void assertRefused(String message, Runnable attempt) {
    assertThatThrownBy(attempt::run).isInstanceOf(EngineException.class).hasMessage(message);
  }

  private static void assertTooLarge(Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            EngineException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.COLLECTION_SIZE_EXCEEDED))
        .hasMessage("Collection size exceeded.");
  }
}
