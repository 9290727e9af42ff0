package io.partikey.benchmarks.compare;

import java.util.SplittableRandom;

/**
 * The keys that one thread asks for in one round: new ones each round, since any cache learns
 * repeated ones; the same ones for each store of the round. For one thread.
 */
final class Keys {
  private static final long PRIME = 2_147_483_629L;

  private final Orders orders;
  private final Distribution distribution;
  private final SplittableRandom random;

  Keys(Orders orders, Distribution distribution, long seed) {
    this.orders = orders;
    this.distribution = distribution;
    this.random = new SplittableRandom(seed);
  }

  /** The number of an order. */
  int order() {
    return draw(orders.count());
  }

  /** The key of a customer. */
  String customer() {
    return orders.customer(draw(orders.count() / Orders.OF_A_CUSTOMER));
  }

  /** The key of a city. */
  String city() {
    return orders.city(draw(orders.count() / Orders.OF_A_CITY));
  }

  /** A number from 0 on below a bound, uniform. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** An order that no store has. */
  Order fresh() {
    int number = random.nextInt(Integer.MAX_VALUE);
    return new Order(
        "N" + Long.toHexString(random.nextLong()),
        number % Orders.OF_A_CUSTOMER,
        city(),
        orders.product(number),
        50 + number % 400,
        orders.note(number));
  }

  /** The orders that the keys belong to. */
  Orders orders() {
    return orders;
  }

  private int draw(int bound) {
    return switch (distribution) {
      case UNIFORM -> random.nextInt(bound);
      // The inverse of the continuous distribution with density 1/x from 1 to the bound.
      case ZIPF -> {
        long rank = (long) Math.pow(bound, random.nextDouble()) - 1;
        yield (int) (rank * PRIME % bound);
      }
    };
  }
}
