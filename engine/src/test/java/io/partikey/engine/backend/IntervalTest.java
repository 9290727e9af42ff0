package io.partikey.engine.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalTest {
  /** The characters round the ends of the planes, and of the surrogates between them. */
  private static final List<String> CHARACTERS =
      List.of("", "a", "b", "\ud7ff", "\ue000", "\uffff", "\ud800\udc00", "\udbff\udfff");

  private static final List<AttributeValue> NUMBERS =
      List.of(NumberValue.of(1), NumberValue.of(2), NumberValue.of(3));

  @Test
  void holdsTheTextsWithAPrefixAndNoOthers() {
    List<String> texts = new ArrayList<>();
    for (String first : CHARACTERS) {
      for (String second : CHARACTERS) {
        CHARACTERS.forEach(third -> texts.add(first + second + third));
      }
    }
    for (String prefix : texts) {
      Interval interval = Interval.beginningWith(new StringValue(prefix));
      for (String text : texts) {
        assertThat(interval.contains(new StringValue(text)))
            .as("%s begins with %s", text, prefix)
            .isEqualTo(text.startsWith(prefix));
      }
    }
  }

  @Test
  void holdsTheBytesWithAPrefixAndNoOthers() {
    Interval interval = Interval.beginningWith(bytes(1, 0xFF));

    assertThat(List.of(bytes(1, 0xFF), bytes(1, 0xFF, 0), bytes(1, 0xFF, 0xFF)))
        .allMatch(interval::contains);
    assertThat(List.of(bytes(1), bytes(1, 0xFE, 9), bytes(2), bytes(2, 0xFF)))
        .noneMatch(interval::contains);
    assertThat(Interval.beginningWith(bytes(0xFF, 0xFF)).upper()).isNull();
  }

  @Test
  void isWhatBothLeave() {
    List<Interval> intervals = new ArrayList<>(List.of(Interval.ALL));
    for (ComparisonOperator operator : ComparisonOperator.values()) {
      NUMBERS.forEach(number -> intervals.add(Interval.of(operator, number)));
    }
    for (Interval one : intervals) {
      for (Interval other : intervals) {
        for (AttributeValue number : NUMBERS) {
          assertThat(one.and(other).contains(number))
              .as("%s in %s and %s", number, one, other)
              .isEqualTo(one.contains(number) && other.contains(number));
        }
        assertThat(one.meets(other)).isEqualTo(!one.and(other).isEmpty());
      }
    }
  }

  @Test
  void hasNothingBetweenValuesOfTwoTypes() {
    Interval interval = Interval.between(NumberValue.of(1), new StringValue("a"));

    assertThat(interval.isEmpty()).isTrue();
    assertThat(interval.contains(NumberValue.of(1))).isFalse();
  }

  private static BinaryValue bytes(int... bytes) {
    byte[] copy = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      copy[i] = (byte) bytes[i];
    }
    return BinaryValue.copyOf(copy);
  }
}
