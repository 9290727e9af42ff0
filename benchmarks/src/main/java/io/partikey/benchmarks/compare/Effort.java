package io.partikey.benchmarks.compare;

/**
 * How much is measured.
 *
 * @param items how many items the usual table has
 * @param rounds how many rounds count
 * @param seconds how long a round lasts
 * @param heap the heap of each JVM, as {@code -Xmx} takes it
 * @param seed where the random keys begin
 */
record Effort(int items, int rounds, double seconds, String heap, long seed) {
  /** How many items the usual table has unless somebody says otherwise. */
  static final int ITEMS = 100_000;

  /** Rounds before those that count. */
  static final int WARM_UP = 2;

  /** How many times as long as others those last. */
  static final int LONGER = 2;
}
