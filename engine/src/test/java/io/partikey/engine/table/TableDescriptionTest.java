package io.partikey.engine.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.item.AttributeType;
import io.partikey.engine.table.IndexDescription.IndexKind;
import io.partikey.engine.table.TableStatistics.Counts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableDescriptionTest {
  private static final KeySchema KEY =
      new KeySchema(List.of(string("pk")), List.of(new KeyAttribute("sk", AttributeType.N)));

  @Test
  void knowsItsKeyAndIndexes() {
    IndexDescription local =
        IndexDescription.active(
            "byDate",
            IndexKind.LOCAL,
            new KeySchema(List.of(string("pk")), List.of(string("date"))),
            Projection.KEYS_ONLY);
    TableDescription table = table(KEY).withIndexes(List.of(local));

    assertThat(table.partitionKey().name()).isEqualTo("pk");
    assertThat(table.sortKey().orElseThrow().type()).isEqualTo(AttributeType.N);
    assertThat(table.index("byDate")).contains(local);
    assertThat(table.index("BYDATE")).isEmpty();
    assertThat(table.hasLocalIndex()).isTrue();
    assertThat(table(KEY).hasLocalIndex()).isFalse();
  }

  @Test
  void hasOneAttributeOnEachSideOfItsKey() {
    KeySchema wide = new KeySchema(List.of(string("a"), string("b")), List.of());

    assertThatThrownBy(() -> table(wide)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new KeySchema(List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new KeyAttribute("a", AttributeType.BOOL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void indexesProjectTheirKeysAndWhatTheyInclude() {
    KeySchema indexKey = new KeySchema(List.of(string("g")), List.of());

    assertThat(projected(indexKey, Projection.ALL)).containsExactly("pk", "sk", "g", "a", "b");
    assertThat(projected(indexKey, Projection.KEYS_ONLY)).containsExactly("pk", "sk", "g");
    assertThat(projected(indexKey, Projection.include(List.of("b"))))
        .containsExactly("pk", "sk", "g", "b");
  }

  @Test
  void statisticsTellTableAndIndexesApart() {
    Counts items = new Counts(4, 100, 2);
    Counts entries = new Counts(1, 10, 1);
    TableStatistics statistics = new TableStatistics(items, Map.of("g", entries));

    assertThat(statistics.of(null)).isEqualTo(items);
    assertThat(statistics.of("g")).isEqualTo(entries);
    assertThat(statistics.of("unknown")).isEqualTo(Counts.NONE);
    assertThat(items.averageItemBytes()).isEqualTo(25);
    assertThat(Counts.NONE.averageItemBytes()).isEqualTo(1);
  }

  private static List<String> projected(KeySchema indexKey, Projection projection) {
    IndexDescription index = IndexDescription.active("i", IndexKind.GLOBAL, indexKey, projection);
    return List.of("pk", "sk", "g", "a", "b").stream()
        .filter(name -> index.projects(name, KEY))
        .toList();
  }

  private static TableDescription table(KeySchema key) {
    return new TableDescription("T", key, List.of(), List.of(), Optional.empty(), 1);
  }

  private static KeyAttribute string(String name) {
    return new KeyAttribute(name, AttributeType.S);
  }
}
