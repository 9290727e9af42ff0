package io.partikey.shell.session;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
public final class Counts {
  private Counts() {}

  /** A count and its noun, for example {@code 1 row} or {@code 12,345 rows}. */
  public static String of(long count, String noun) {
    return number(count) + ' ' + noun + (count == 1 ? "" : "s");
  }

  /** A number with commas between its thousands. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A time, for example {@code 4 ms}, {@code 1.25 s} or {@code 2:05 min}. */
  public static String duration(Duration time) {
    if (time.toMillis() < 1000) {
      return time.toMillis() + " ms";
    }
    if (time.toSeconds() < 60) {
      return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
    }
    return String.format(Locale.ROOT, "%d:%02d min", time.toMinutes(), time.toSecondsPart());
  }
}
