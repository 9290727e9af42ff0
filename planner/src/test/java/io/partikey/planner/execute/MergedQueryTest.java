package io.partikey.planner.execute;

import static io.partikey.planner.execute.TestData.ORDERS;
import static io.partikey.planner.execute.TestData.item;
import static io.partikey.planner.execute.TestData.literal;
import static io.partikey.planner.execute.TestData.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.expression.Expression;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.plan.Query;
import io.partikey.planner.plan.RowLayout;
import io.partikey.planner.plan.SortBounds;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Merges of many collections, which share a bounded number of items that are read ahead. */
class MergedQueryTest {
  private static final int ITEMS_OF_EACH = 170;

  private final ModelBackend backend = new ModelBackend(ORDERS).pagesOf(1000);

  @Test
  void readsWholePagesOfAFewCollections() {
    assertThat(read(10)).isEqualTo(10);
  }

  @Test
  void readsFewerItemsAtOnceTheMoreCollectionsThereAre() {
    // 16,384 items shared by 100 are 163 each.
    assertThat(read(100)).isEqualTo(2 * 100);
  }

  /** How many requests a merge of so many collections makes. */
  private int read(int collections) {
    for (int i = 0; i < collections * ITEMS_OF_EACH; i++) {
      backend.with(ORDERS, item("customer", "c" + i % collections, "number", i));
    }
    int before = backend.requests();
    List<Expression> customers =
        IntStream.range(0, collections).mapToObj(i -> literal("c" + i)).toList();
    Query query =
        new Query(
            ORDERS,
            null,
            List.of(customers),
            SortBounds.ALL,
            true,
            true,
            false,
            null,
            new RowLayout(List.of("number"), false),
            null,
            PlanCost.ZERO);
    assertThat(Runs.run(backend, query))
        .isEqualTo(IntStream.range(0, collections * ITEMS_OF_EACH).mapToObj(i -> row(i)).toList());
    return backend.requests() - before;
  }
}
