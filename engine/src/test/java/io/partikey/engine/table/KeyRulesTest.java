package io.partikey.engine.table;

import static io.partikey.engine.item.Values.binary;
import static io.partikey.engine.item.Values.item;
import static io.partikey.engine.item.Values.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.DocumentPath;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.item.PathStep;
import io.partikey.engine.table.IndexDescription.IndexKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyRulesTest {
  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String NOT_VALID = "One or more parameter values are not valid. ";

  private static final String MISMATCH =
      "Key attribute's data type should match its data type in table's schema: Key ";

  private static final TableDescription TABLE =
      new TableDescription(
          "T",
          key(List.of("pk"), List.of("sk")),
          List.of(
              IndexDescription.active(
                  "g",
                  IndexKind.GLOBAL,
                  key(List.of("g1", "g2"), List.of("g3", "g4")),
                  Projection.ALL)),
          List.of(),
          Optional.empty(),
          1);

  private static final TableDescription BINARY_KEY =
      new TableDescription(
          "B",
          new KeySchema(List.of(new KeyAttribute("pk", AttributeType.B)), List.of()),
          List.of(),
          List.of(),
          Optional.empty(),
          1);

  @Test
  void findsTheKeyOfAnItem() {
    assertThat(KeyRules.checkPut(TABLE, item("x", 1, "sk", "s", "pk", "p")))
        .isEqualTo(ItemKey.of(value("p"), value("s")));
    assertThat(KeyRules.checkPut(BINARY_KEY, item("pk", binary(1))))
        .isEqualTo(ItemKey.of(binary(1)));
  }

  @Test
  void requiresEveryAttributeOfThePrimaryKey() {
    assertRefused(
        ErrorCode.KEY_MISSING,
        "Key attribute should be present in the item: Key sk",
        () -> KeyRules.checkPut(TABLE, item("pk", "p")));
    assertRefused(
        ErrorCode.KEY_INVALID,
        "The provided key element does not match the schema",
        () -> KeyRules.checkKey(TABLE, ItemKey.of(value("p"))));
    assertRefused(
        ErrorCode.KEY_INVALID,
        "The provided key element does not match the schema",
        () -> KeyRules.checkKey(BINARY_KEY, ItemKey.of(binary(1), value("s"))));
  }

  @Test
  void requiresTheTypesOfTheSchema() {
    assertRefused(
        ErrorCode.KEY_INVALID,
        MISMATCH + "pk",
        () -> KeyRules.checkPut(TABLE, item("pk", 1, "sk", "s")));
    assertRefused(
        ErrorCode.KEY_INVALID,
        MISMATCH + "sk",
        () -> KeyRules.checkKey(TABLE, ItemKey.of(value("p"), value(List.of()))));
    assertRefused(
        ErrorCode.KEY_INVALID,
        INVALID + "Type mismatch for Index Key g3 Expected: S Actual: NULL IndexName: g",
        () -> KeyRules.checkPut(TABLE, itemWith("g3", value(null))));
  }

  @Test
  void refusesEmptyKeys() {
    assertRefused(
        ErrorCode.KEY_INVALID,
        NOT_VALID
            + "The AttributeValue for a key attribute cannot contain an empty string value. Key: sk",
        () -> KeyRules.checkPut(TABLE, item("pk", "p", "sk", "")));
    assertRefused(
        ErrorCode.KEY_INVALID,
        NOT_VALID
            + "The AttributeValue for a key attribute cannot contain an empty binary value. Key: pk",
        () -> KeyRules.checkKey(BINARY_KEY, ItemKey.of(binary())));
    assertRefused(
        ErrorCode.KEY_INVALID,
        NOT_VALID
            + "A value specified for a secondary index key is not supported. The AttributeValue for"
            + " a key attribute cannot contain an empty string value. IndexName: g, IndexKey: g4",
        () -> KeyRules.checkPut(TABLE, itemWith("g4", value(""))));
    assertRefused(
        ErrorCode.KEY_INVALID,
        NOT_VALID
            + "The update expression attempted to update a secondary index key to a value that is"
            + " not supported. The AttributeValue for a key attribute cannot contain an empty"
            + " string value.",
        () -> KeyRules.checkUpdated(TABLE, itemWith("g4", value("x")), itemWith("g4", value(""))));
  }

  @Test
  void boundsTheBytesOfKeys() {
    assertThatCode(
            () -> KeyRules.checkPut(TABLE, item("pk", "ü".repeat(1024), "sk", "x".repeat(1024))))
        .doesNotThrowAnyException();
    assertRefused(
        ErrorCode.KEY_INVALID,
        INVALID + "Size of hashkey has exceeded the maximum size limit of2048 bytes",
        () -> KeyRules.checkKey(TABLE, ItemKey.of(value("ü".repeat(1025)), value("s"))));
    assertRefused(
        ErrorCode.KEY_INVALID,
        INVALID + "Aggregated size of all range keys has exceeded the size limit of 1024 bytes",
        () -> KeyRules.checkPut(TABLE, item("pk", "p", "sk", "x".repeat(1025))));
  }

  @Test
  void boundsTheBytesOfAllSortAttributesOfAnIndexTogether() {
    assertRefused(
        ErrorCode.KEY_INVALID,
        INVALID + "Aggregated size of all range keys has exceeded the size limit of 1024 bytes",
        () ->
            KeyRules.checkPut(
                TABLE, item("pk", "p", "sk", "s", "g3", "x".repeat(512), "g4", "x".repeat(513))));
  }

  @Test
  void leavesIndexKeysThatAnUpdateDoesNotTouch() {
    Item before = itemWith("g1", value(5));
    Item after = itemWith("g1", value(5), "other", value(1), "g2", value("x"));

    assertThatCode(() -> KeyRules.checkUpdated(TABLE, before, after)).doesNotThrowAnyException();
    assertRefused(
        ErrorCode.KEY_INVALID,
        INVALID + "Type mismatch for Index Key g1 Expected: S Actual: N IndexName: g",
        () -> KeyRules.checkUpdated(TABLE, before, itemWith("g1", value(6))));
  }

  @Test
  void forbidsUpdatesOfThePrimaryKey() {
    DocumentPath inKey = new DocumentPath("sk", List.of(new PathStep.Member("x")));

    assertRefused(
        ErrorCode.KEY_INVALID,
        INVALID + "Cannot update attribute sk. This attribute is part of the key",
        () -> KeyRules.checkTargets(TABLE, List.of(DocumentPath.of("a"), inKey)));
    assertRefused(
        ErrorCode.VALIDATION,
        "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed:"
            + " IndexKey: g3",
        () ->
            KeyRules.checkTargets(
                TABLE, List.of(new DocumentPath("g3", List.of(new PathStep.Element(0))))));
    assertThatCode(
            () ->
                KeyRules.checkTargets(TABLE, List.of(DocumentPath.of("g1"), DocumentPath.of("PK"))))
        .doesNotThrowAnyException();
  }

  private static KeySchema key(List<String> partition, List<String> sort) {
    return new KeySchema(strings(partition), strings(sort));
  }

  private static List<KeyAttribute> strings(List<String> names) {
    return names.stream().map(name -> new KeyAttribute(name, AttributeType.S)).toList();
  }

  private static Item itemWith(Object... more) {
    Object[] all = new Object[more.length + 4];
    all[0] = "pk";
    all[1] = "p";
    all[2] = "sk";
    all[3] = "s";
    System.arraycopy(more, 0, all, 4, more.length);
    return item(all);
  }

  private static void assertRefused(ErrorCode code, String message, Runnable check) {
    assertThatThrownBy(check::run)
        .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessage(message);
  }
}
