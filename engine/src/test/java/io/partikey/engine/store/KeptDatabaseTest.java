package io.partikey.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.Continuation;
import io.partikey.engine.backend.Page;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.backend.QueryRequest;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ScanRequest;
import io.partikey.engine.backend.SortCondition;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.DynamoJson;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.TableDescription;
import io.partikey.testing.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The databases that earlier builds made, one of each format, say what they always said. {@link
 * KeptDatabase} makes them.
 */
class KeptDatabaseTest {
  private static final Path KEPT = Path.of("src/test/resources/io/partikey/engine/store/kept");

  private final Path directory;

  KeptDatabaseTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @ValueSource(ints = 1)
  void saysWhatItAlwaysSaid(int format) throws IOException {
    Path kept = KEPT.resolve("format-" + format);
    if (GoldenFile.isUpdated() && !Files.exists(kept)) {
      KeptDatabase.make(kept);
    }
    Path copy = directory.resolve("db");
    DatabaseCopies.copy(kept, copy);
    List<String> said = new ArrayList<>();
    try (Backend backend = TestStore.file(copy);
        ReadView view = backend.openView()) {
      for (TableDescription table : backend.catalog().tables().values()) {
        said.addAll(describe(backend, table));
        said.addAll(items(view, table));
        for (IndexDescription index : table.indexes()) {
          said.addAll(entries(view, table, index));
        }
        said.add("");
      }
      assertThat(((EmbeddedBackend) backend).engine().problems()).isEmpty();
    }
    GoldenFile.check(
        KeptDatabaseTest.class, "kept/format-" + format + ".txt", String.join("\n", said) + "\n");
    try (Backend again = TestStore.file(copy)) {
      again.write(TestStore.replace("Indexed", TestStore.item("new", 1, "")));
      assertThat(((EmbeddedBackend) again).engine().problems()).isEmpty();
    }
  }

  private static List<String> describe(Backend backend, TableDescription table) {
    List<String> lines = new ArrayList<>();
    lines.add("table " + table.name() + " " + text(table.key()));
    lines.add("  items " + backend.statistics(table.name()).table().items());
    table.timeToLive().ifPresent(attribute -> lines.add("  time to live " + attribute));
    table
        .declaredColumns()
        .forEach(column -> lines.add("  column " + column.name() + " " + column.type()));
    lines.add(
        "  observed "
            + backend.observedAttributes(table.name()).stream()
                .map(seen -> seen.name() + " " + seen.types())
                .collect(Collectors.joining(", ")));
    return lines;
  }

  private static List<String> items(ReadView view, TableDescription table) {
    List<String> lines = new ArrayList<>();
    for (Item item : scan(view, table.name(), null)) {
      lines.add("  " + DynamoJson.write(item));
      assertThat(view.getItem(table.name(), keyOf(table, item)).items()).containsExactly(item);
      assertThat(query(view, table, null, item)).contains(item);
    }
    return lines;
  }

  private static List<String> entries(
      ReadView view, TableDescription table, IndexDescription index) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "  index "
            + index.name()
            + " "
            + index.kind()
            + " "
            + text(index.key())
            + " "
            + index.projection().kind()
            + " "
            + index.projection().included()
            + " "
            + index.state());
    for (Item entry : scan(view, table.name(), index.name())) {
      lines.add("    " + DynamoJson.write(entry));
      assertThat(query(view, table, index, entry)).contains(entry);
    }
    return lines;
  }

  private static List<Item> scan(ReadView view, String table, @Nullable String index) {
    List<Item> items = new ArrayList<>();
    PageRequest request = PageRequest.FIRST.withLimit(7);
    while (true) {
      Page page = view.scan(new ScanRequest(table, index, request));
      items.addAll(page.items());
      @Nullable Continuation continuation = page.continuation().orElse(null);
      if (continuation == null) {
        return items;
      }
      request = request.after(continuation);
    }
  }

  /** What has the key of an item in the table or in an index. */
  private static List<Item> query(
      ReadView view, TableDescription table, @Nullable IndexDescription index, Item item) {
    KeySchema key = index == null ? table.key() : index.key();
    SortCondition sort =
        SortCondition.equalTo(values(key.sort(), item).toArray(AttributeValue[]::new));
    return view.query(
            new QueryRequest(
                table.name(),
                index == null ? null : index.name(),
                values(key.partition(), item),
                sort,
                true,
                PageRequest.FIRST))
        .items();
  }

  private static List<AttributeValue> values(List<KeyAttribute> attributes, Item item) {
    return attributes.stream()
        .map(attribute -> Objects.requireNonNull(item.get(attribute.name())))
        .toList();
  }

  private static ItemKey keyOf(TableDescription table, Item item) {
    List<AttributeValue> values = values(table.key().attributes(), item);
    return values.size() == 1
        ? ItemKey.of(values.get(0))
        : ItemKey.of(values.get(0), values.get(1));
  }

  private static String text(KeySchema key) {
    return "(" + text(key.partition()) + "; " + text(key.sort()) + ")";
  }

  private static String text(List<KeyAttribute> attributes) {
    return attributes.stream()
        .map(attribute -> attribute.name() + " " + attribute.type())
        .collect(Collectors.joining(", "));
  }
}
