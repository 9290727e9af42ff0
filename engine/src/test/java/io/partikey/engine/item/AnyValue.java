package io.partikey.engine.item;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random values of every type, for properties. */
public final class AnyValue {
  private AnyValue() {}

  /** Strings with characters of one to four UTF-8 bytes, none of them half of a pair. */
  public static Arbitrary<String> text() {
    Arbitrary<Integer> codePoint =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.integers().between(0x20, 0x7E)),
            Tuple.of(1, Arbitraries.integers().between(0, 0x1F)),
            Tuple.of(1, Arbitraries.integers().between(0x7F, 0xD7FF)),
            Tuple.of(1, Arbitraries.integers().between(0xE000, 0xFFFF)),
            Tuple.of(1, Arbitraries.integers().between(0x10000, 0x10FFFF)));
    return codePoint
        .list()
        .ofMaxSize(12)
        .map(
            codePoints ->
                codePoints.stream()
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
  }

  /** Numbers of all lengths and magnitudes. */
  public static Arbitrary<NumberValue> number() {
    Arbitrary<BigInteger> digits =
        Arbitraries.integers()
            .between(1, NumberValue.MAX_DIGITS)
            .flatMap(
                count ->
                    Arbitraries.bigIntegers()
                        .between(
                            BigInteger.ZERO, BigInteger.TEN.pow(count).subtract(BigInteger.ONE)));
    Arbitrary<Integer> exponent =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.integers().between(-10, 10)),
            Tuple.of(
                1,
                Arbitraries.integers()
                    .between(
                        NumberValue.MIN_EXPONENT,
                        NumberValue.MAX_EXPONENT - NumberValue.MAX_DIGITS + 1)));
    return Combinators.combine(digits, exponent, Arbitraries.of(false, true))
        .as(
            (unscaled, power, negative) ->
                new NumberValue(new BigDecimal(negative ? unscaled.negate() : unscaled, -power)));
  }

  /** Binaries, the empty one too. */
  public static Arbitrary<BinaryValue> binary() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(8).map(BinaryValue::copyOf);
  }

  /** Values of every type, lists and maps up to three levels deep. */
  public static Arbitrary<AttributeValue> value() {
    return value(3);
  }

  /** Items of any values. */
  public static Arbitrary<Item> item() {
    return Arbitraries.maps(text(), value()).ofMaxSize(5).map(Item::new);
  }

  private static Arbitrary<AttributeValue> value(int levels) {
    List<Arbitrary<? extends AttributeValue>> flat =
        List.of(
            text().map(StringValue::new),
            number(),
            binary(),
            Arbitraries.of(BooleanValue.values()),
            Arbitraries.of(NullValue.values()),
            text().set().ofMinSize(1).ofMaxSize(4).map(StringSetValue::of),
            number().set().ofMinSize(1).ofMaxSize(4).map(NumberSetValue::of),
            binary().set().ofMinSize(1).ofMaxSize(4).map(BinarySetValue::of));
    Arbitrary<AttributeValue> scalar = Arbitraries.oneOf(flat);
    if (levels == 1) {
      return scalar;
    }
    Arbitrary<AttributeValue> list =
        Arbitraries.lazy(() -> value(levels - 1)).list().ofMaxSize(4).map(ListValue::new);
    Arbitrary<AttributeValue> map =
        Arbitraries.maps(text(), Arbitraries.lazy(() -> value(levels - 1)))
            .ofMaxSize(4)
            .map(MapValue::new);
    return Arbitraries.oneOf(scalar, list, map);
  }
}
