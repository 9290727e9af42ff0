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

  /** Levenshtein's distance without regard to case. */
  public static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
