package io.partikey.engine.item;

import static io.partikey.engine.item.Values.binary;
import static io.partikey.engine.item.Values.item;
import static io.partikey.engine.item.Values.map;
import static io.partikey.engine.item.Values.value;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemSizeTest {
  @Provide
  Arbitrary<String> texts() {
    return AnyValue.text();
  }

  @Provide
  Arbitrary<NumberValue> numbers() {
    return AnyValue.number();
  }

  /** Sizes measured on the service. */
  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "1, 2",
    "100, 2",
    "123, 3",
    "3.14159, 5",
    "100.5, 4",
    "-42, 3",
    "12345678901234567890123456789012345678, 20",
    "0.001, 2",
    "-0.5, 3",
    "1E125, 2"
  })
  void countsNumbersByTheirDigits(String number, int bytes) {
    assertThat(ItemSize.of(NumberValue.parse(number))).isEqualTo(bytes);
  }

  @Property
  void numbersHaveTwoDigitsInAByteAndOneMore(@ForAll("numbers") NumberValue number) {
    int digits = number.value().signum() == 0 ? 0 : number.value().precision();
    int sign = number.value().signum() < 0 ? 1 : 0;

    assertThat(ItemSize.of(number))
        .isBetween(1 + sign + (digits + 1) / 2, 2 + sign + (digits + 1) / 2);
  }

  @Property
  void countsTextAsItsUtf8(@ForAll("texts") String text) {
    assertThat(ItemSize.utf8Length(text)).isEqualTo(text.getBytes(UTF_8).length);
    assertThat(ItemSize.of(new StringValue(text))).isEqualTo(text.getBytes(UTF_8).length);
  }

  @Test
  void countsOtherValues() {
    assertThat(ItemSize.of(value(""))).isZero();
    assertThat(ItemSize.of(binary(1, 2, 3))).isEqualTo(3);
    assertThat(ItemSize.of(value(true))).isEqualTo(1);
    assertThat(ItemSize.of(value(null))).isEqualTo(1);
    assertThat(ItemSize.of(value(List.of()))).isEqualTo(3);
    assertThat(ItemSize.of(map())).isEqualTo(3);
    assertThat(ItemSize.of(value(Set.of("a", "bcd")))).isEqualTo(4);
    assertThat(ItemSize.of(value(Set.of(1, 123)))).isEqualTo(5);
    assertThat(ItemSize.of(value(Set.of(binary(1), binary(2, 3))))).isEqualTo(3);
  }

  @Test
  void addsThreeForADocumentAndOneForEachElement() {
    assertThat(ItemSize.of(value(List.of("ab", true)))).isEqualTo(3 + 2 + 2 + 1);
    assertThat(ItemSize.of(map("name", "ab", "é", List.of()))).isEqualTo(3 + 2 + (4 + 2) + (2 + 3));
  }

  @Test
  void countsNamesAndValuesOfAnItem() {
    assertThat(ItemSize.of(Item.EMPTY)).isZero();
    assertThat(ItemSize.of(item("id", "a", "größe", 100))).isEqualTo(2 + 1 + 7 + 2);
    assertThat(ItemSize.of("id", value("a"))).isEqualTo(3);
  }
}
