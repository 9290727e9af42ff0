package io.partikey.engine.store;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendAddress;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.BackendOptions.Durability;
import io.partikey.engine.backend.FileAccess;
import io.partikey.engine.backend.ItemStore;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.WriteRequest.Put;
import io.partikey.engine.backend.WriteRequest.Put.IfExists;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.DynamoJson;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.IndexDescription.IndexKind;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.Projection;
import io.partikey.engine.table.TableDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Short ways to open databases, describe tables and write items in tests. */
final class TestStore {
  private TestStore() {}

  static Backend memory() {
    return memory("");
  }

  static Backend memory(String name) {
    return new EmbeddedBackendProvider()
        .open(new BackendAddress(BackendAddress.Kind.MEMORY, name), BackendOptions.DEFAULT);
  }

  static Backend file(Path path) {
    return file(path, BackendOptions.DEFAULT);
  }

  static Backend file(Path path, BackendOptions options) {
    return new EmbeddedBackendProvider()
        .open(new BackendAddress(BackendAddress.Kind.FILE, path.toString()), options);
  }

  static BackendOptions quick() {
    return new BackendOptions(Durability.PERIODIC, false, FileAccess.OWNER, Map.of());
  }

  static BackendOptions readOnly() {
    return new BackendOptions(Durability.COMMIT, true, FileAccess.OWNER, Map.of());
  }

  /** A table with a string partition key pk and a number sort key sk. */
  static TableDescription table(String name, IndexDescription... indexes) {
    return new TableDescription(
        name,
        new KeySchema(List.of(string("pk")), List.of(number("sk"))),
        List.of(indexes),
        List.of(),
        Optional.empty(),
        1);
  }

  /** A global index on one string attribute. */
  static IndexDescription index(String name, String attribute, Projection projection) {
    return IndexDescription.active(
        name, IndexKind.GLOBAL, new KeySchema(List.of(string(attribute)), List.of()), projection);
  }

  static KeyAttribute string(String name) {
    return new KeyAttribute(name, AttributeType.S);
  }

  static KeyAttribute number(String name) {
    return new KeyAttribute(name, AttributeType.N);
  }

  static ItemKey key(String pk, long sk) {
    return ItemKey.of(new StringValue(pk), NumberValue.of(sk));
  }

  /** An item of these keys and further attributes, as {@code "a": {"S": "x"}, …}. */
  static Item item(String pk, long sk, String attributes) {
    String rest = attributes.isEmpty() ? "" : ", " + attributes;
    return DynamoJson.readItem(
        "{\"pk\": {\"S\": \"" + pk + "\"}, \"sk\": {\"N\": \"" + sk + "\"}" + rest + "}");
  }

  static Put replace(String table, Item item) {
    return new Put(table, item, IfExists.REPLACE, null, ReturnValues.NONE);
  }

  static @Nullable Item get(ItemStore store, String table, ItemKey key) {
    try (ReadView view = store.openView()) {
      return view.getItem(table, key).items().get(0);
    }
  }

  /** Waits until all indexes may be read. */
  static void awaitIndexes(Backend backend) {
    while (backend.catalog().tables().values().stream()
        .flatMap(table -> table.indexes().stream())
        .anyMatch(index -> !index.isActive())) {
      Thread.onSpinWait();
    }
  }
}
