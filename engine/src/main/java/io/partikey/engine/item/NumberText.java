package io.partikey.engine.item;

import java.math.BigDecimal;

/**
 * Reads the text of numbers in a time that grows with its length. {@link BigDecimal} itself takes
 * the square of it: for a million digits that is minutes, which nothing interrupts.
 */
public final class NumberText {
  // Far more than a number has, with zeros around it and an exponent behind it.
  private static final int SHORT = 400;

  // More than a number may have, so that what is left of a longer one is too long as well.
  private static final int KEPT = NumberValue.MAX_DIGITS + 2;

  private final String text;
  private final StringBuilder kept = new StringBuilder(KEPT);
  private long digits;
  private long integerDigits = -1;
  private long first = -1;
  private long last = -1;

  private NumberText(String text) {
    this.text = text;
  }

  /**
   * The number that a text is. One that has more digits than a {@link NumberValue} may have comes
   * as one of the same sign and magnitude that has too many digits as well.
   *
   * @throws NumberFormatException as {@link BigDecimal#BigDecimal(String)} does
   */
  public static BigDecimal parse(String text) {
    return new BigDecimal(text.length() <= SHORT ? text : new NumberText(text).shortened());
  }

  private String shortened() {
    int exponent = Math.max(text.lastIndexOf('e'), text.lastIndexOf('E'));
    int end = exponent < 0 ? text.length() : exponent;
    int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    for (int i = start; i < end; i++) {
      take(text.charAt(i));
    }
    if (digits == 0) {
      throw notANumber();
    }
    long power = exponent < 0 ? 0 : exponent(exponent + 1);
    if (first < 0) {
      return "0";
    }
    long length = last - first + 1;
    if (length > KEPT) {
      // Not a zero, which would not count.
      kept.setCharAt(KEPT - 1, '1');
    } else {
      kept.setLength((int) length);
    }
    long integers = integerDigits < 0 ? digits : integerDigits;
    long lastPlace = integers - first - kept.length() + power;
    return (text.charAt(0) == '-' ? "-" : "") + kept + "E" + lastPlace;
  }

  private void take(char character) {
    if (character == '.' && integerDigits < 0) {
      integerDigits = digits;
      return;
    }
    int digit = Character.digit(character, 10);
    if (digit < 0) {
      throw notANumber();
    }
    if (digit > 0) {
      first = first < 0 ? digits : first;
      last = digits;
    }
    if (first >= 0 && kept.length() < KEPT) {
      kept.append((char) ('0' + digit));
    }
    digits++;
  }

  private long exponent(int start) {
    boolean signed = start < text.length() && "+-".indexOf(text.charAt(start)) >= 0;
    int from = signed ? start + 1 : start;
    if (from == text.length()) {
      throw notANumber();
    }
    long exponent = 0;
    for (int i = from; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), 10);
      exponent = exponent * 10 + digit;
      if (digit < 0 || exponent > Integer.MAX_VALUE) {
        throw notANumber();
      }
    }
    return signed && text.charAt(start) == '-' ? -exponent : exponent;
  }

  private static NumberFormatException notANumber() {
    return new NumberFormatException("no number, or one with an exponent out of range");
  }
}
