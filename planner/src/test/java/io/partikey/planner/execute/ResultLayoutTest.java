package io.partikey.planner.execute;

import static io.partikey.planner.execute.TestData.BY_STATUS;
import static io.partikey.planner.execute.TestData.USERS;
import static io.partikey.planner.execute.TestData.item;
import static io.partikey.planner.execute.TestData.map;
import static io.partikey.planner.execute.TestData.row;
import static io.partikey.planner.execute.TestData.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.Row;
import io.partikey.planner.bound.OutputColumn;
import io.partikey.planner.bound.OutputColumn.Star;
import io.partikey.planner.bound.OutputColumn.Value;
import io.partikey.planner.bound.OutputColumn.Whole;
import io.partikey.planner.execute.TestData.Missing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResultLayoutTest {
  @Test
  void showsValuesAndLeavesTheMissingOutOfTheItem() {
    ResultLayout layout = layout(plain("a"), plain("b"), plain("a"));
    Row shown = layout.show(row(1, Missing.MISSING, 2));
    assertThat(layout.columns()).extracting(ResultColumn::label).containsExactly("a", "b", "a");
    assertThat(shown.get(0)).isEqualTo(value(1));
    assertThat(shown.get(1)).isNull();
    assertThat(shown.get(2)).isEqualTo(value(2));
    assertThat(shown.item()).isEqualTo(item("a", 1));
  }

  @Test
  void expandsAStarBesideOtherColumns() {
    ResultLayout layout = layout(new Star(USERS, null), plain("more"));
    Row shown = layout.show(row(map("id", "u", "hidden", true), 5));
    assertThat(layout.columns())
        .extracting(ResultColumn::label)
        .containsExactly("id", "age", "$doc", "more");
    assertThat(shown.get(0)).isEqualTo(value("u"));
    assertThat(shown.get(1)).isNull();
    assertThat(shown.get(2)).isEqualTo(map("id", "u", "hidden", true));
    assertThat(shown.get(3)).isEqualTo(value(5));
    assertThat(shown.item()).isEqualTo(item("id", "u", "hidden", true, "more", 5));
  }

  @Test
  void showsAnOuterRowWithoutAnItem() {
    Row shown = layout(new Star(USERS, null)).show(row(Missing.MISSING));
    assertThat(shown.get(0)).isNull();
    assertThat(shown.item()).isEqualTo(item());
  }

  @Test
  void showsOfAnIndexWhatItProjects() {
    Star star = new Star(TestData.ORDERS, BY_STATUS);
    Row shown =
        layout(star).show(row(map("customer", "c", "number", 1, "status", "x", "remark", "r")));
    assertThat(shown.item()).isEqualTo(item("customer", "c", "number", 1, "status", "x"));
  }

  @Test
  void showsAValueThatIsTheRow() {
    ResultLayout layout = layout(new Whole(ResultColumn.computed("_1", Set.of())));
    assertThat(layout.show(row(map("k", 1))).item()).isEqualTo(item("k", 1));
    assertThat(layout.show(row(map("k", 1))).get(0)).isEqualTo(map("k", 1));
    assertThat(layout.show(row("text")).item()).isEqualTo(item("_1", "text"));
  }

  private static Value plain(String label) {
    return new Value(ResultColumn.computed(label, Set.of()));
  }

  private static ResultLayout layout(OutputColumn... output) {
    return ResultLayout.of(
        List.of(output),
        star -> List.of(shows("id"), shows("age"), ResultColumn.computed("$doc", Set.of())));
  }

  private static ResultColumn shows(String attribute) {
    return new ResultColumn(
        attribute, Optional.of(attribute), Optional.of("Users"), Set.of(), false);
  }
}
