package io.partikey.benchmarks.compare;

import java.util.Arrays;
import java.util.Locale;

/**
 * What several rounds gave of one figure.
 *
 * @param low the smallest
 * @param median the middle one
 * @param high the greatest
 */
record Spread(double low, double median, double high) {
  /** That of at least one value. */
  static Spread of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Spread(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
  }

  /** Whether all of this lies above all of the other. */
  boolean isAbove(Spread other) {
    return low > other.high;
  }

  /** The median and in brackets the rest, for ratios. */
  String asRatio() {
    return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median, low, high);
  }
}
