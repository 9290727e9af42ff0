package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.string;
import static io.partikey.engine.store.TestStore.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.table.DeclaredColumn;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.IndexDescription.IndexKind;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.ObservedAttribute;
import io.partikey.engine.table.Projection;
import io.partikey.engine.table.TableDescription;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DefinitionsTest {
  private final Backend backend = TestStore.memory();

  @AfterEach
  void close() {
    backend.close();
  }

  @Test
  void growsTheVersionWithEveryChange() {
    long before = backend.catalog().version();
    backend.createTable(table("T"));
    long created = backend.catalog().version();
    backend.createIndex("T", index("G", "g", Projection.ALL));
    long indexed = backend.catalog().version();
    backend.dropIndex("T", "G");
    long dropped = backend.catalog().version();
    assertThat(List.of(before, created, indexed, dropped)).isSorted().doesNotHaveDuplicates();
    assertThat(backend.catalog().table("T")).contains(table("T"));
  }

  @Test
  void refusesNamesThatAreTaken() {
    backend.createTable(table("T", index("G", "g", Projection.ALL)));
    assertFails(ErrorCode.DUPLICATE_TABLE, () -> backend.createTable(table("T")));
    assertFails(
        ErrorCode.DUPLICATE_INDEX, () -> backend.createIndex("T", index("G", "h", Projection.ALL)));
    assertFails(
        ErrorCode.DUPLICATE_INDEX,
        () ->
            backend.createTable(
                table("U", index("G", "g", Projection.ALL), index("G", "h", Projection.ALL))));
    assertFails(ErrorCode.UNKNOWN_TABLE, () -> backend.dropTable("U"));
    assertFails(ErrorCode.UNKNOWN_INDEX, () -> backend.dropIndex("T", "H"));
  }

  @Test
  void refusesKeysThatCannotBe() {
    assertFails(
        ErrorCode.VALIDATION,
        () ->
            backend.createTable(
                table(
                    "T",
                    index(
                        IndexKind.LOCAL,
                        new KeySchema(List.of(string("other")), List.of(string("sort")))))));
    assertFails(
        ErrorCode.VALIDATION,
        () ->
            backend.createTable(
                table(
                    "T",
                    index(
                        IndexKind.GLOBAL,
                        new KeySchema(
                            List.of(new KeyAttribute("sk", AttributeType.S)), List.of())))));
    assertFails(
        ErrorCode.VALIDATION,
        () ->
            backend.createTable(
                table(
                    "T",
                    index(
                        IndexKind.GLOBAL,
                        new KeySchema(List.of(string("g")), List.of(string("g")))))));
    assertThat(backend.catalog().tables()).isEmpty();
  }

  @Test
  void leavesNothingOfADroppedTable() {
    backend.createTable(table("T", index("G", "g", Projection.ALL)));
    backend.write(replace("T", item("a", 1, "\"g\": {\"S\": \"x\"}, \"old\": {\"N\": \"1\"}")));
    backend.dropTable("T");
    backend.createTable(table("T", index("G", "g", Projection.ALL)));
    assertThat(backend.statistics("T").table().items()).isZero();
    assertThat(backend.statistics("T").of("G").items()).isZero();
    assertThat(backend.observedAttributes("T")).isEmpty();
    assertThat(((EmbeddedBackend) backend).engine().problems()).isEmpty();
  }

  @Test
  void declaresColumnsAndTimeToLive() {
    backend.createTable(table("T"));
    backend.declareColumn("T", new DeclaredColumn("a", AttributeType.S));
    backend.declareColumn("T", new DeclaredColumn("b", AttributeType.N));
    backend.declareColumn("T", new DeclaredColumn("a", AttributeType.L));
    backend.setTimeToLive("T", Optional.of("expires"));
    TableDescription changed = backend.catalog().table("T").orElseThrow();
    assertThat(changed.declaredColumns())
        .containsExactly(
            new DeclaredColumn("a", AttributeType.L), new DeclaredColumn("b", AttributeType.N));
    assertThat(changed.timeToLive()).contains("expires");
    backend.setTimeToLive("T", Optional.empty());
    assertThat(backend.catalog().table("T").orElseThrow().timeToLive()).isEmpty();
  }

  @Test
  void observesAttributesInTheOrderFirstSeen() {
    backend.createTable(table("T"));
    backend.write(replace("T", item("a", 1, "\"z\": {\"S\": \"x\"}")));
    backend.write(replace("T", item("a", 2, "\"b\": {\"NULL\": true}, \"z\": {\"N\": \"1\"}")));
    backend.dropTable("T");
    backend.createTable(table("T"));
    backend.write(replace("T", item("a", 1, "\"z\": {\"S\": \"x\"}")));
    backend.write(replace("T", item("a", 2, "\"b\": {\"NULL\": true}, \"z\": {\"N\": \"1\"}")));
    assertThat(backend.observedAttributes("T"))
        .containsExactly(
            new ObservedAttribute("pk", Set.of(AttributeType.S)),
            new ObservedAttribute("sk", Set.of(AttributeType.N)),
            new ObservedAttribute("z", Set.of(AttributeType.S, AttributeType.N)),
            new ObservedAttribute("b", Set.of(AttributeType.NULL)));
  }

  @Test
  void keepsAtMostFourHundredNames() {
    backend.createTable(table("T"));
    for (int i = 0; i < 500; i++) {
      backend.write(replace("T", item("a", i, "\"name" + i + "\": {\"N\": \"1\"}")));
    }
    assertThat(backend.observedAttributes("T")).hasSize(400);
    assertThat(backend.observedAttributes("T").get(399).name()).isEqualTo("name397");
    assertThat(((EmbeddedBackend) backend).engine().problems()).isEmpty();
  }

  private static IndexDescription index(IndexKind kind, KeySchema key) {
    return IndexDescription.active("I", kind, key, Projection.ALL);
  }

  private static IndexDescription index(String name, String attribute, Projection projection) {
    return TestStore.index(name, attribute, projection);
  }

  private static void assertFails(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(EngineException.class)
        .extracting(e -> ((EngineException) e).code())
        .isEqualTo(code);
  }
}
