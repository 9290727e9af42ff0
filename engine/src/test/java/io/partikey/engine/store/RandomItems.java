package io.partikey.engine.store;

import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/** Key values of every kind that once broke somebody's key encoding. */
public final class RandomItems {
  private static final List<String> PIECES =
      List.of(
          "", "a", "b", "\0", "\0\1", "\0\u00ff", "\uffff", "\ue000", "\ud83d\ude00", "é", "zz");

  private final Random random;

  public RandomItems(Random random) {
    this.random = random;
  }

  /** A string that is not empty, with zeros and supplementary characters. */
  public StringValue string() {
    StringBuilder text = new StringBuilder();
    do {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    } while (text.isEmpty() || random.nextInt(3) > 0);
    return new StringValue(text.toString());
  }

  /** A number of up to 38 digits and any exponent, often near another one. */
  public NumberValue number() {
    int digits = 1 + random.nextInt(random.nextBoolean() ? 3 : 38);
    BigInteger unscaled = new BigInteger(random.nextInt(3 * digits) + 1, random);
    if (unscaled.toString().length() > 38) {
      unscaled = unscaled.mod(BigInteger.TEN.pow(38));
    }
    int scale = random.nextBoolean() ? random.nextInt(5) - 2 : random.nextInt(160) - 80;
    BigDecimal value = new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), scale);
    return new NumberValue(value);
  }

  /** Bytes that are not empty, with zeros and the greatest byte. */
  public BinaryValue binary() {
    byte[] bytes = new byte[1 + random.nextInt(4)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (random.nextInt(4) - 2);
    }
    return BinaryValue.copyOf(bytes);
  }

  /** A value of a key type. */
  public AttributeValue keyValue(AttributeType type) {
    return switch (type) {
      case S -> string();
      case N -> number();
      case B -> binary();
      case BOOL, NULL, L, M, SS, NS, BS -> throw new IllegalArgumentException("no key: " + type);
    };
  }

  /** A key type. */
  public AttributeType keyType() {
    return List.of(AttributeType.S, AttributeType.N, AttributeType.B).get(random.nextInt(3));
  }
}
