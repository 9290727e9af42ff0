package io.partikey.engine.item;

import static io.partikey.engine.item.Values.binary;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OrderTest {
  @Provide
  Arbitrary<AttributeValue> values() {
    return AnyValue.value();
  }

  /** Texts that often share a beginning, with characters where UTF-16 orders otherwise. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of("a", "\u007f", "é", "\ud7ff", "\ue000", "\uffff", "😀", "\ud800\udc00")
            .list()
            .ofMaxSize(4)
            .map(parts -> String.join("", parts)),
        AnyValue.text());
  }

  @Property
  void stringsAreOrderedByTheirUtf8Bytes(
      @ForAll("texts") String left, @ForAll("texts") String right) {
    int bytes = Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8));

    assertThat(Integer.signum(Utf8Order.INSTANCE.compare(left, right)))
        .isEqualTo(Integer.signum(bytes));
    assertThat(ScalarOrder.compare(new StringValue(left), new StringValue(right)).orElseThrow())
        .satisfies(order -> assertThat(Integer.signum(order)).isEqualTo(Integer.signum(bytes)));
  }

  @Property
  void orderIsThereForTwoOfOneKeyTypeOnly(
      @ForAll("values") AttributeValue left, @ForAll("values") AttributeValue right) {
    assertThat(ScalarOrder.compare(left, right).isPresent())
        .isEqualTo(left.type() == right.type() && left.type().isKeyType());
  }

  @Property
  void orderAgreesWithEquality(
      @ForAll("values") AttributeValue left, @ForAll("values") AttributeValue right) {
    OptionalInt order = ScalarOrder.compare(left, right);

    order.ifPresent(sign -> assertThat(sign == 0).isEqualTo(left.equals(right)));
  }

  @Test
  void binariesAreOrderedByUnsignedBytes() {
    assertThat(binary(0x7F)).isLessThan(binary(0x80)).isLessThan(binary(0x7F, 0));
    assertThat(binary()).isLessThan(binary(0));
  }
}
