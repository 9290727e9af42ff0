package io.partikey.testing;

import java.util.Optional;
import java.util.Random;

/**
 * What the order of the tests of a module follows from: {@code -Dorder.seed=N} where it is given,
 * otherwise a random number, which is printed so that the order can be had again.
 */
final class OrderSeed {
  private OrderSeed() {}

  /** A source of random numbers for what has a name; the same one each time. */
  static Random random(Optional<String> given, String name) {
    long seed = given.map(Long::valueOf).orElseGet(() -> Fresh.SEED);
    return new Random(seed + name.hashCode());
  }

  private static final class Fresh {
    static final long SEED = choose();

    @SuppressWarnings("SystemOut")
    private static long choose() {
      long seed = new Random().nextInt(Integer.MAX_VALUE);
      System.out.println("Tests run in the order of -Dorder.seed=" + seed);
      return seed;
    }
  }
}
