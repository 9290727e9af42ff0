package io.partikey.jdbc;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;

/** The name that somebody probably meant: the one that the fewest changed letters lead to. */
final class NearestName {
  private NearestName() {}

  static String of(String name, Collection<String> candidates) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return Collections.min(
        candidates,
        Comparator.comparingInt(candidate -> distance(wanted, candidate.toLowerCase(Locale.ROOT))));
  }

  /** The edit distance of two words, one row of the table at a time. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
