package io.partikey.benchmarks.compare;

import java.util.Arrays;
import java.util.SplittableRandom;

/** A uniform sample of the latencies of one thread in one round. For one thread. */
final class Latencies {
  private static final int MOST = 1 << 15;

  private final int[] nanos = new int[MOST];
  private final SplittableRandom random = new SplittableRandom();
  private int seen;

  /** Notes one; the k-th takes the place of an earlier one with the chance that keeps all alike. */
  void add(long duration) {
    int place = seen < MOST ? seen : random.nextInt(seen + 1);
    if (place < MOST) {
      nanos[place] = (int) Math.min(Integer.MAX_VALUE, duration);
    }
    seen++;
  }

  /** All that is kept of several threads, ascending. */
  static int[] sorted(Iterable<Latencies> threads) {
    int[] all = new int[0];
    for (Latencies each : threads) {
      int kept = Math.min(each.seen, MOST);
      int before = all.length;
      all = Arrays.copyOf(all, before + kept);
      System.arraycopy(each.nanos, 0, all, before, kept);
    }
    Arrays.sort(all);
    return all;
  }
}
