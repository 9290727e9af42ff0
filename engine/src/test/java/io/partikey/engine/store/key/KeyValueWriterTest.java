package io.partikey.engine.store.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.ScalarOrder;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.store.RandomItems;
import io.partikey.engine.store.bytes.ByteWriter;
import io.partikey.testing.SeededTest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The encoding of key values, which is part of the file format. */
class KeyValueWriterTest {
  private static final int ROUNDS = 20_000;

  @ParameterizedTest
  @CsvSource({
    "0, 02",
    "1, 03 80 02",
    "1.0, 03 80 02",
    "1E0, 03 80 02",
    "9, 03 80 12",
    "10, 03 80 14",
    "99, 03 80 c6",
    "100, 03 81 02",
    "123, 03 81 03 2e",
    "1234.5, 03 81 19 45 64",
    "0.5, 03 7f 64",
    "0.05, 03 7f 0a",
    "0.001, 03 7e 14",
    "-1, 01 7f fd",
    "-123, 01 7e fc d1",
    "-0.5, 01 80 9b",
    "1E-130, 03 3f 02",
    "9E125, 03 be b4"
  })
  void writesNumbers(String number, String expected) {
    assertThat(hex(NumberValue.parse(number))).isEqualTo(expected);
  }

  @Test
  void writesStringsEscapedAndTerminated() {
    assertThat(hex(new StringValue("ab"))).isEqualTo("61 62 00 01");
    assertThat(hex(new StringValue("a\0b"))).isEqualTo("61 00 ff 62 00 01");
    assertThat(hex(new StringValue("\ud83d\ude00"))).isEqualTo("f0 9f 98 80 00 01");
  }

  @Test
  void writesBinariesEscapedAndTerminated() {
    assertThat(hex(BinaryValue.copyOf(new byte[] {0, -1, 0}))).isEqualTo("00 ff ff 00 ff 00 01");
  }

  @SeededTest
  void ordersAsTheValuesDo(long seed) {
    RandomItems items = new RandomItems(new Random(seed));
    for (int round = 0; round < ROUNDS; round++) {
      AttributeType kind = items.keyType();
      AttributeValue left = items.keyValue(kind);
      AttributeValue right = items.keyValue(kind);
      int byBytes = Arrays.compareUnsigned(bytes(left), bytes(right));
      assertThat(Integer.signum(byBytes))
          .as("%s against %s", left, right)
          .isEqualTo(Integer.signum(ScalarOrder.compare(left, right).orElseThrow()));
    }
  }

  @SeededTest
  void delimitsItself(long seed) {
    RandomItems items = new RandomItems(new Random(seed));
    for (int round = 0; round < ROUNDS; round++) {
      AttributeType kind = items.keyType();
      byte[] one = bytes(items.keyValue(kind));
      byte[] other = bytes(items.keyValue(kind));
      boolean prefix =
          one.length < other.length && Arrays.equals(one, Arrays.copyOf(other, one.length));
      assertThat(prefix).isFalse();
    }
  }

  private static byte[] bytes(AttributeValue value) {
    ByteWriter writer = new ByteWriter();
    KeyValueWriter.write(value, writer);
    return writer.toByteArray();
  }

  private static String hex(AttributeValue value) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes(value));
  }
}
