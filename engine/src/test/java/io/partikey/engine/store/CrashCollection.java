package io.partikey.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.backend.QueryRequest;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.SortCondition;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What is found of the collection to which a writer did {@link CrashOperation}s. */
final class CrashCollection {
  private static final Pattern FILLER = Pattern.compile("x{4,}");

  private CrashCollection() {}

  /** The items of a collection by their sort keys. */
  static Map<Long, Item> read(Backend backend, String partition) {
    Map<Long, Item> items = new TreeMap<>();
    try (ReadView view = backend.openView()) {
      var page =
          view.query(
              new QueryRequest(
                  "T",
                  null,
                  List.of(new StringValue(partition)),
                  SortCondition.ALL,
                  true,
                  PageRequest.FIRST.withLimit(1000)));
      assertThat(page.continuation()).isEmpty();
      page.items().forEach(item -> items.put(sortKey(item), item));
    }
    return items;
  }

  /** What a reader of a failure needs. */
  static String brief(Object described) {
    return FILLER.matcher(described.toString()).replaceAll(x -> "x*" + x.group().length());
  }

  private static long sortKey(Item item) {
    return ((NumberValue) Objects.requireNonNull(item.get("sk"))).value().longValueExact();
  }
}
