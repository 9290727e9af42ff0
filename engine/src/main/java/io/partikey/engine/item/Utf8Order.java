package io.partikey.engine.item;

import java.util.Comparator;

/**
 * The order of strings by their UTF-8 bytes, which is the order of their code points.
 *
 * <p>It differs from {@link String#compareTo}, which compares UTF-16 units, where one string has a
 * supplementary character and the other one from U+E000 up.
 */
public enum Utf8Order implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String left, String right) {
    int common = Math.min(left.length(), right.length());
    for (int i = 0; i < common; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        return Integer.compare(rank(a), rank(b));
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  // Surrogates stand for code points above the whole basic plane, so they rank above U+FFFF.
  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }
}
