package io.partikey.planner.execute;

import static io.partikey.planner.execute.GatheringLimits.ofMemory;
import static io.partikey.planner.execute.TestData.column;
import static io.partikey.planner.execute.TestData.map;
import static io.partikey.planner.execute.TestData.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.expression.Parameters;
import io.partikey.planner.bound.SortKey;
import io.partikey.planner.execute.TestData.Missing;
import io.partikey.testing.SeededTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;

class SortCursorTest {
  private static final int ROWS = 300;

  @SeededTest
  void sortsAsAStableSortDoes(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 12; round++) {
      List<PlanRow> rows = rows(random, ROWS);
      RowOrder order = order(random.nextBoolean(), random.nextBoolean());
      List<PlanRow> expected = new ArrayList<>(rows);
      expected.sort(Comparator.comparing(order::keysOf, order));
      for (long memory : List.of(4_000L, 20_000L, Long.MAX_VALUE)) {
        assertThat(drain(new SortCursor(new PausingCursor(rows), order, ofMemory(memory))))
            .as("round %d, memory %d", round, memory)
            .isEqualTo(expected);
      }
      int limit = random.nextInt(ROWS + 10);
      assertThat(
              drain(SortCursor.of(new PausingCursor(rows), order, limit, ofMemory(Long.MAX_VALUE))))
          .as("round %d, limit %d", round, limit)
          .isEqualTo(expected.subList(0, Math.min(limit, ROWS)));
    }
  }

  @Test
  void sortsAllWhereManyAreWanted() {
    List<PlanRow> rows = rows(new Random(1), 2000);
    RowOrder order = order(false, false);
    assertThat(drain(SortCursor.of(new ListCursor<>(rows), order, 1500, ofMemory(Long.MAX_VALUE))))
        .isEqualTo(
            drain(new SortCursor(new ListCursor<>(rows), order, ofMemory(Long.MAX_VALUE)))
                .subList(0, 1500));
  }

  @Test
  void ordersValuesOfAllTypes() {
    List<PlanRow> ordered =
        List.of(
            row(Missing.MISSING, 1),
            row(null, 2),
            row(Missing.MISSING, 3),
            row(false),
            row(true),
            row(-1.5),
            row(2),
            row(10),
            row(""),
            row("B"),
            row("a"),
            row("ab"),
            row(List.of()),
            row(List.of(1)),
            row(List.of(1, 2)),
            row(List.of(2)),
            row(map("a", 1)),
            row(map("a", 1, "b", 0)),
            row(map("a", 2)),
            row(map("b", 0)),
            row(Set.of("a", "b")),
            row(Set.of("b")));
    assertThat(
            drain(
                new SortCursor(
                    new ListCursor<>(ordered), order(false, true), ofMemory(Long.MAX_VALUE))))
        .isEqualTo(ordered);
    List<PlanRow> shuffled = new ArrayList<>(ordered.subList(3, ordered.size()));
    Collections.shuffle(shuffled, new Random(7));
    assertThat(
            drain(
                new SortCursor(
                    new ListCursor<>(shuffled), order(false, true), ofMemory(Long.MAX_VALUE))))
        .isEqualTo(ordered.subList(3, ordered.size()));
  }

  @Test
  void putsMissingWhereAskedWhateverTheDirection() {
    List<PlanRow> rows = List.of(row(1), row(Missing.MISSING), row(2), row((Object) null));
    assertThat(
            drain(
                new SortCursor(
                    new ListCursor<>(rows), order(true, false), ofMemory(Long.MAX_VALUE))))
        .containsExactly(row(2), row(1), row(Missing.MISSING), row((Object) null));
    assertThat(
            drain(
                new SortCursor(
                    new ListCursor<>(rows), order(true, true), ofMemory(Long.MAX_VALUE))))
        .containsExactly(row(Missing.MISSING), row((Object) null), row(2), row(1));
  }

  @Test
  void hasFilesThatNobodyFindsAndNoneWhenLeftEarly() {
    long before = SortFiles.open();
    SortCursor sort =
        new SortCursor(
            new ListCursor<>(rows(new Random(3), ROWS)), order(false, false), ofMemory(1000));
    assertThat(sort.next()).isInstanceOf(CursorStep.Found.class);
    assertThat(SortFiles.open()).isGreaterThan(before);
    if (!OS.WINDOWS.isCurrentOs()) {
      // A crash at this moment would leave nothing.
      assertThat(SortFiles.named()).isZero();
    }
    sort.close();
    sort.close();
    assertThat(SortFiles.open()).isEqualTo(before);
    assertThat(SortFiles.named()).isZero();
    assertThat(sort.next().isExhausted()).isTrue();
  }

  private static RowOrder order(boolean descending, boolean missingFirst) {
    return new RowOrder(List.of(new SortKey(column(0), descending, missingFirst)), Parameters.NONE);
  }

  /** Rows with few different keys, each with its number behind the key. */
  private static List<PlanRow> rows(Random random, int count) {
    List<@Nullable Object> keys =
        new ArrayList<>(
            List.of(1, 2.5, "a", "b\n\"c", true, List.of(1), Missing.MISSING, Set.of("x")));
    keys.add(null);
    List<PlanRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row(keys.get(random.nextInt(keys.size())), i));
    }
    return rows;
  }

  private static List<PlanRow> drain(Cursor<PlanRow> cursor) {
    return PausingCursor.drain(cursor);
  }
}
