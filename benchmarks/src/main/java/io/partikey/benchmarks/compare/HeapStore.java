package io.partikey.benchmarks.compare;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A map in the heap from keys to bytes: the floor under everything. */
final class HeapStore implements Store {
  private record Key(String customer, int id) {}

  private final Map<Key, byte[]> orders = new ConcurrentHashMap<>();

  @Override
  public void fill(Orders orders, Index index) {
    for (int i = 0; i < orders.count(); i++) {
      put(orders.order(i));
    }
  }

  private void put(Order order) {
    orders.put(
        new Key(order.customer(), order.id()), order.value().getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public Operation operation(Action action, boolean durable) {
    if (action != Action.GET) {
      throw new IllegalArgumentException("A map has no " + action);
    }
    return keys -> {
      int order = keys.order();
      String customer = keys.orders().customer(order / Orders.OF_A_CUSTOMER);
      if (orders.get(new Key(customer, order % Orders.OF_A_CUSTOMER)) == null) {
        throw new IllegalStateException("An order is missing");
      }
      return 1;
    };
  }

  @Override
  public void close() {}
}
