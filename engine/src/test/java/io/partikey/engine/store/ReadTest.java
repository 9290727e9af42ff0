package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.index;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.key;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.Continuation;
import io.partikey.engine.backend.GetRequest;
import io.partikey.engine.backend.GetResult;
import io.partikey.engine.backend.Page;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.backend.QueryRequest;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.ScanRequest;
import io.partikey.engine.backend.SortCondition;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.BoundExpression;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.ScalarOrder;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadTest {
  private final Backend backend = TestStore.memory();

  @BeforeEach
  void createTable() {
    backend.createTable(table("T", index("G", "g", Projection.KEYS_ONLY)));
  }

  @AfterEach
  void close() {
    backend.close();
  }

  @Test
  void getsItemsInTheOrderOfTheirKeysAndChargesEachOne() {
    put(1, 5000);
    put(2, 100);
    try (ReadView view = backend.openView()) {
      GetRequest request =
          GetRequest.of("T", List.of(key("a", 2), key("a", 9), key("a", 1), key("a", 2)));
      GetResult result = view.getItems(request);
      assertThat(result.items()).hasSize(4).element(1).isNull();
      assertThat(result.items().get(0)).isEqualTo(result.items().get(3));
      // Half of 1, 1, 2 and 1.
      assertThat(result.consumed().readUnits()).isEqualTo(2.5);
      GetRequest consistent =
          new GetRequest("T", List.of(key("a", 1)), AttributeSelection.of(Set.of("sk")), true);
      assertThat(view.getItems(consistent).items())
          .containsExactly(new Item(Map.of("sk", NumberValue.of(1))));
      assertThat(view.getItems(consistent).consumed().readUnits()).isEqualTo(2);
      assertThat(view.getItems(GetRequest.of("T", List.of())).items()).isEmpty();
    }
  }

  @Test
  void getsNoFurtherThanTheItemThatFillsAPage() {
    List<ItemKey> keys = new ArrayList<>();
    for (int i = 9; i >= 0; i--) {
      if (i != 5) {
        put(i, 300_000);
      }
      keys.add(key("a", i));
    }
    try (ReadView view = backend.openView()) {
      List<@Nullable Item> all = new ArrayList<>();
      List<Integer> gets = new ArrayList<>();
      double units = 0;
      while (all.size() < keys.size()) {
        GetResult result = view.getItems(GetRequest.of("T", keys.subList(all.size(), keys.size())));
        all.addAll(result.items());
        gets.add(result.items().size());
        units += result.consumed().readUnits();
      }
      assertThat(gets).containsExactly(4, 5, 1);
      assertThat(all.get(4)).isNull();
      for (int i = 0; i < keys.size(); i++) {
        assertThat(all.get(i)).isEqualTo(view.getItem("T", keys.get(i)).items().get(0));
      }
      assertThat(units).isEqualTo(9 * 37 + 0.5);
    }
  }

  @Test
  void readsSmallerPagesWhereSeveralAreHeld() {
    for (int i = 0; i < 10; i++) {
      put(i, 100_000);
    }
    assertThat(read(PageRequest.FIRST).items()).hasSize(10);
    assertThat(read(PageRequest.FIRST.sharedBy(5)).items()).hasSize(3);
    assertThat(read(PageRequest.FIRST.sharedBy(Integer.MAX_VALUE)).items()).hasSize(1);
  }

  @Test
  void roundsTheSumOfAQueryOnceHoweverManyPagesItHas() {
    for (int i = 0; i < 10; i++) {
      put(i, 1000);
    }
    assertThat(read(PageRequest.FIRST).consumed().readUnits()).isEqualTo(1.5);
    double units = 0;
    PageRequest page = PageRequest.FIRST.withLimit(3);
    int items = 0;
    while (true) {
      Page read = read(page);
      units += read.consumed().readUnits();
      items += read.items().size();
      if (read.continuation().isEmpty()) {
        break;
      }
      page = page.after(read.continuation().get());
    }
    assertThat(items).isEqualTo(10);
    assertThat(units).isEqualTo(1.5);
  }

  @Test
  void chargesAnEmptyQueryTheMinimum() {
    assertThat(read(PageRequest.FIRST).consumed().readUnits()).isEqualTo(0.5);
  }

  @Test
  void countsAndChargesWhatTheFilterHides() {
    for (int i = 0; i < 10; i++) {
      put(i, 1000);
    }
    BoundExpression filter =
        new BoundExpression(
            new Comparison(
                ComparisonOperator.EQUAL,
                new AttributeReference("sk"),
                new Literal(NumberValue.of(9))),
            Parameters.NONE);
    PageRequest page = new PageRequest(filter, AttributeSelection.of(Set.of("sk")), 5, null, true);
    Page first = read(page);
    assertThat(first.items()).isEmpty();
    assertThat(first.itemsRead()).isEqualTo(5);
    assertThat(first.consumed().readUnits()).isEqualTo(2);
    Page second = read(page.after(first.continuation().orElseThrow()));
    assertThat(second.items()).containsExactly(new Item(Map.of("sk", NumberValue.of(9))));
    assertThat(second.continuation()).isEmpty();
    assertThat(second.consumed().readUnits()).isEqualTo(1);
  }

  @Test
  void endsAPageAtTwoHundredAndFiftySixItemsOrOneMegabyte() {
    for (int i = 0; i < 300; i++) {
      put(i, 10);
    }
    assertThat(read(PageRequest.FIRST).items()).hasSize(256);
    assertThat(read(PageRequest.FIRST.withLimit(290)).items()).hasSize(290);
    for (int i = 0; i < 300; i++) {
      put(i, 100_000);
    }
    Page large = read(PageRequest.FIRST.withLimit(290));
    assertThat(large.items()).hasSize(11);
    assertThat(large.continuation()).isPresent();
  }

  @Test
  void saysThatNothingFollowsAPageThatEndsWithTheLastItem() {
    put(1, 10);
    put(2, 10);
    assertThat(read(PageRequest.FIRST.withLimit(2)).continuation()).isEmpty();
    assertThat(read(PageRequest.FIRST.withLimit(1)).continuation()).isPresent();
  }

  @Test
  void goesOnWhereAPageEndedEvenIfThatItemIsGone() {
    for (int i = 0; i < 4; i++) {
      put(i, 10);
    }
    Continuation end = read(PageRequest.FIRST.withLimit(2)).continuation().orElseThrow();
    assertThat(end.lastKey().attributes()).containsOnlyKeys("pk", "sk");
    backend.write(new WriteRequest.Delete("T", key("a", 1), null, ReturnValues.NONE));
    assertThat(read(PageRequest.FIRST.after(end)).items()).hasSize(2);
  }

  @Test
  void chargesAnIndexByItsEntries() {
    put(1, 100_000);
    try (ReadView view = backend.openView()) {
      Page page =
          view.query(
              new QueryRequest(
                  "T",
                  "G",
                  List.of(new StringValue("x")),
                  SortCondition.ALL,
                  true,
                  PageRequest.FIRST));
      assertThat(page.consumed().byTarget()).containsOnlyKeys("T.G");
      assertThat(page.consumed().readUnits()).isEqualTo(0.5);
      assertThat(page.items().get(0).attributes()).containsOnlyKeys("pk", "sk", "g");
    }
  }

  @Test
  void scansInOneOrderEveryTime() {
    for (int i = 0; i < 100; i++) {
      backend.write(replace("T", item("key" + i % 10, i, "")));
    }
    List<Item> whole;
    List<Item> inPages = new ArrayList<>();
    try (ReadView view = backend.openView()) {
      whole = view.scan(new ScanRequest("T", null, PageRequest.FIRST)).items();
      PageRequest page = PageRequest.FIRST.withLimit(7);
      while (true) {
        Page read = view.scan(new ScanRequest("T", null, page));
        inPages.addAll(read.items());
        if (read.continuation().isEmpty()) {
          break;
        }
        page = page.after(read.continuation().get());
      }
    }
    assertThat(inPages).containsExactlyElementsOf(whole).hasSize(100);
    for (int i = 1; i < 100; i++) {
      boolean sameCollection = Objects.equals(whole.get(i - 1).get("pk"), whole.get(i).get("pk"));
      boolean ascending =
          ScalarOrder.compare(
                      Objects.requireNonNull(whole.get(i - 1).get("sk")),
                      Objects.requireNonNull(whole.get(i).get("sk")))
                  .orElseThrow()
              < 0;
      assertThat(!sameCollection || ascending).isTrue();
    }
  }

  @Test
  void seesOneMomentUntilItIsClosed() {
    put(1, 10);
    ReadView view = backend.openView();
    put(2, 10);
    backend.dropTable("T");
    backend.createTable(table("T"));
    assertThat(view.query(QueryRequest.of("T", new StringValue("a"))).items()).hasSize(1);
    view.close();
    view.close();
    assertThatThrownBy(() -> view.getItem("T", key("a", 1)))
        .isInstanceOf(EngineException.class)
        .extracting(e -> ((EngineException) e).code())
        .isEqualTo(ErrorCode.CLOSED);
  }

  @Test
  void refusesWhatIsNotThere() {
    try (ReadView view = backend.openView()) {
      assertThatThrownBy(() -> view.getItem("Nowhere", key("a", 1)))
          .hasMessage("Table \"Nowhere\" does not exist. SHOW TABLES lists those that do.");
      assertThatThrownBy(() -> view.scan(new ScanRequest("T", "Nothing", PageRequest.FIRST)))
          .hasMessage("The table does not have the specified index: Nothing");
    }
  }

  private Page read(PageRequest page) {
    try (ReadView view = backend.openView()) {
      return view.query(QueryRequest.of("T", new StringValue("a")).withPage(page));
    }
  }

  /** Puts an item of about so many bytes. */
  private void put(long sk, int bytes) {
    String filler = "x".repeat(bytes);
    backend.write(
        replace("T", item("a", sk, "\"g\": {\"S\": \"x\"}, \"f\": {\"S\": \"" + filler + "\"}")));
  }
}
