package io.partikey.grammar;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that somebody who wrote an unknown one probably meant. */
public final class NearestName {
  private NearestName() {}

  /** The nearest of some names, if it is near: other case, or a few letters off. */
  public static Optional<String> to(String written, Collection<String> names) {
    int tolerance = Math.max(1, written.length() / 3);
    return Optional.of(names)
        .filter(some -> !some.isEmpty())
        .map(some -> of(written, some))
        .filter(nearest -> distance(written, nearest) <= tolerance);
  }

  /** The nearest of some names, however far it is; the first in order among equals. */
  public static String of(String written, Collection<String> names) {
    return Collections.min(
        names,
        Comparator.<String>comparingInt(name -> distance(written, name))
            .thenComparing(Comparator.naturalOrder()));
  }

  /** A question that ends an error's message: {@code " Did you mean \"Music\"?"}; or nothing. */
  public static String hint(String written, Collection<String> names) {
    return to(written, names).map(name -> " Did you mean \"" + name + "\"?").orElse("");
  }

  /**
   * How many letters must be inserted, deleted, replaced or swapped with their neighbour to make
   * one word of the other, without regard to case.
   */
  public static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[][] distances = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        distances[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, distances);
      }
    }
    return distances[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] distances) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least = distances[i - 1][j - 1] + (same ? 0 : 1);
    least = Math.min(least, 1 + Math.min(distances[i - 1][j], distances[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, 1 + distances[i - 2][j - 2]) : least;
  }
}
