package io.partikey.engine.store.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.DynamoJson;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemSize;
import io.partikey.testing.SeededTest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bytes of items, which are part of the file format. */
class StoredItemTest {
  private static final Item ALL_TYPES =
      DynamoJson.readItem(
          """
          {"s": {"S": "text é \ud83d\ude00"}, "n": {"N": "-12345678901234567890.123456789012345678"},
           "b": {"B": "AAH/"}, "t": {"BOOL": true}, "f": {"BOOL": false}, "0": {"NULL": true},
           "l": {"L": [{"N": "1"}, {"L": []}, {"M": {"k": {"S": ""}}}]},
           "m": {"M": {"a": {"M": {}}, "é": {"BOOL": true}}},
           "ss": {"SS": ["a", "b"]}, "ns": {"NS": ["0", "1.5", "1E-130"]}, "bs": {"BS": ["AA==", ""]}}
          """);

  @Test
  void readsBackEveryType() {
    StoredItem stored = StoredItem.of(StoredItem.encode(ALL_TYPES));
    assertThat(stored.toItem()).isEqualTo(ALL_TYPES);
    assertThat(stored.size()).isEqualTo(ItemSize.of(ALL_TYPES));
    assertThat(List.copyOf(stored.toItem().attributes().keySet()))
        .isEqualTo(List.copyOf(ALL_TYPES.attributes().keySet()));
  }

  @Test
  void readsSingleAttributes() {
    StoredItem stored = StoredItem.of(StoredItem.encode(ALL_TYPES));
    ALL_TYPES
        .attributes()
        .forEach((name, value) -> assertThat(stored.get(name)).as(name).isEqualTo(value));
    assertThat(stored.get("missing")).isNull();
    assertThat(stored.select(AttributeSelection.of(Set.of("n", "missing", "ss"))).attributes())
        .containsOnlyKeys("n", "ss");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0102 0161 00 0162        | {\"a\": {\"S\": \"b\"}}",
        "0103 0161 01 020002      | {\"a\": {\"N\": \"2\"}}",
        "0105 0161 01 030630e5    | {\"a\": {\"N\": \"12.517\"}}",
        "0103 0161 02 020001      | {\"a\": {\"B\": \"AAE=\"}}",
        "0102 0161 03 00          | {\"a\": {\"BOOL\": true}}",
        "0102 0161 04 00          | {\"a\": {\"BOOL\": false}}",
        "0102 0161 05 00          | {\"a\": {\"NULL\": true}}",
        "0108 0161 06 050500000162 | {\"a\": {\"L\": [{\"NULL\": true}, {\"S\": \"b\"}]}}",
        "0107 0161 07 050162000163 | {\"a\": {\"M\": {\"b\": {\"S\": \"c\"}}}}",
        "0103 0161 08 0401620163  | {\"a\": {\"SS\": [\"c\", \"b\"]}}",
        "0105 0161 09 06020001020002 | {\"a\": {\"NS\": [\"2\", \"1\"]}}",
        "0102 0161 0a 020100      | {\"a\": {\"BS\": [\"AA==\"]}}"
      })
  void pinsTheLayout(String golden, String json) {
    assertThat(HexFormat.of().formatHex(StoredItem.encode(DynamoJson.readItem(json))))
        .isEqualTo(golden.replace(" ", ""));
  }

  @Test
  void refusesWhatIsNoItem() {
    for (String bytes : List.of("", "02020161000162", "010a016106070500", "0102016100ff62")) {
      assertThatThrownBy(() -> StoredItem.of(HexFormat.of().parseHex(bytes)).toItem())
          .isInstanceOf(EngineException.class)
          .extracting(e -> ((EngineException) e).code())
          .isEqualTo(ErrorCode.CORRUPT);
    }
  }

  @SeededTest
  void raisesNothingButCorruptOnDamagedBytes(long seed) {
    byte[] bytes = StoredItem.encode(ALL_TYPES);
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      byte[] cut = Arrays.copyOf(damaged, damaged.length - random.nextInt(3));
      try {
        StoredItem item = StoredItem.of(cut);
        item.get("bs");
        item.toItem();
      } catch (EngineException damage) {
        assertThat(damage.code()).as("round %d", round).isEqualTo(ErrorCode.CORRUPT);
      }
    }
  }
}
