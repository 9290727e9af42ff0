package io.partikey.engine.store.key;

import io.partikey.engine.item.NumberValue;
import io.partikey.engine.store.bytes.ByteWriter;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Numbers as bytes in their order. A number is its sign, the place of its first digit in base 100,
 * and its digits in base 100 without zeros at either end.
 *
 * <pre>
 * zero:      02
 * positive:  03 [exponent + 128] [digit * 2 + 1]* [last digit * 2]
 * negative:  01, then the complement of what the positive number has after its 03
 * </pre>
 *
 * <p>The low bit of a digit says whether another one follows, so a number that goes on is greater
 * than the same one that ends. The exponent is that of 100 to which the first digit belongs: 0 for
 * 1 to 99, 1 for 100 to 9999, -1 for 0.01 to 0.99.
 */
final class NumberKey {
  private static final int NEGATIVE = 0x01;
  private static final int ZERO = 0x02;
  private static final int POSITIVE = 0x03;
  private static final int EXPONENT_BIAS = 128;
  private static final int BITS = 0xFF;

  private NumberKey() {}

  static void write(NumberValue number, ByteWriter key) {
    BigDecimal value = number.value();
    if (value.signum() == 0) {
      key.writeByte(ZERO);
      return;
    }
    boolean negative = value.signum() < 0;
    key.writeByte(negative ? NEGATIVE : POSITIVE);
    writeMagnitude(value, negative ? BITS : 0, key);
  }

  private static void writeMagnitude(BigDecimal value, int complement, ByteWriter key) {
    // With an even scale the decimal digits fall into pairs that are the digits in base 100.
    boolean evenScale = (value.scale() & 1) == 0;
    BigInteger unscaled = value.unscaledValue().abs();
    String digits = evenScale ? unscaled.toString() : unscaled + "0";
    int scale = evenScale ? value.scale() : value.scale() + 1;
    int pairs = (digits.length() + 1) / 2;
    key.writeByte((pairs - 1 - scale / 2 + EXPONENT_BIAS) ^ complement);
    int last = lastNonZeroPair(digits, pairs);
    for (int pair = 0; pair <= last; pair++) {
      int more = pair < last ? 1 : 0;
      key.writeByte((pairAt(digits, pairs, pair) * 2 + more) ^ complement);
    }
  }

  private static int lastNonZeroPair(String digits, int pairs) {
    int last = pairs - 1;
    while (pairAt(digits, pairs, last) == 0) {
      last--;
    }
    return last;
  }

  private static int pairAt(String digits, int pairs, int pair) {
    int units = digits.length() - 2 * (pairs - 1 - pair) - 1;
    int tens = units == 0 ? 0 : digits.charAt(units - 1) - '0';
    return tens * 10 + digits.charAt(units) - '0';
  }
}
