package io.partikey.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** The data is what the page says of it. */
final class OrdersTest {
  private final Orders orders = new Orders(20_000, Shape.SMALL);

  @Test
  void citiesHaveTwentyOrdersEach() {
    Map<String, Long> counts =
        IntStream.range(0, orders.count())
            .mapToObj(i -> orders.order(i).city())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    assertThat(counts.values()).containsOnly((long) Orders.OF_A_CITY);
  }

  @Test
  void keysAreDistinct() {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < orders.count(); i++) {
      keys.add(orders.order(i).customer() + ' ' + orders.order(i).id());
    }

    assertThat(keys).hasSize(orders.count());
  }

  @Test
  void valuesCompressAsTextDoes() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 13; i++) {
      text.append(orders.order(i).value());
    }
    byte[] block = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    Deflater deflater = new Deflater();
    deflater.setInput(block);
    deflater.finish();
    int packed = deflater.deflate(new byte[2 * block.length]);
    deflater.end();

    assertThat((double) block.length / packed).isBetween(1.6, 2.6);
  }

  @Test
  void zipfAsksForFewOrdersMostly() {
    Keys keys = new Keys(orders, Distribution.ZIPF, 5);
    Map<Integer, Long> counts =
        IntStream.range(0, 20_000)
            .mapToObj(i -> keys.order())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    long ofTheTenth =
        counts.values().stream()
            .sorted((one, other) -> Long.compare(other, one))
            .limit(orders.count() / 10)
            .mapToLong(Long::longValue)
            .sum();

    assertThat(ofTheTenth).isBetween(14_000L, 19_999L);
    assertThat(counts.keySet()).allMatch(order -> order >= 0 && order < orders.count());
  }
}
