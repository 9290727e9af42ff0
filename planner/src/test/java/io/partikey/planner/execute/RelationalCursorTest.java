package io.partikey.planner.execute;

import static io.partikey.planner.execute.GatheringLimits.ofMemory;
import static io.partikey.planner.execute.TestData.column;
import static io.partikey.planner.execute.TestData.greater;
import static io.partikey.planner.execute.TestData.literal;
import static io.partikey.planner.execute.TestData.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Parameters;
import io.partikey.planner.bound.SortKey;
import io.partikey.planner.execute.TestData.Missing;
import io.partikey.planner.plan.Aggregate;
import io.partikey.planner.plan.Distinct;
import io.partikey.planner.plan.Filter;
import io.partikey.planner.plan.Limit;
import io.partikey.planner.plan.NoRows;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.Project;
import io.partikey.planner.plan.SingleRow;
import io.partikey.planner.plan.UnionAll;
import io.partikey.planner.plan.Unnest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RelationalCursorTest {
  private final ModelBackend backend = new ModelBackend();

  @Test
  void filtersAndProjects() {
    PlanNode filter = new Filter(numbers(1, 5, 3), greater(column(0), literal(2)), PlanCost.ZERO);
    PlanNode project = new Project(filter, List.of(literal("x"), column(0)), PlanCost.ZERO);
    assertThat(Runs.run(backend, project)).containsExactly(row("x", 5), row("x", 3));
  }

  @Test
  void givesOneRowOrNone() {
    assertThat(Runs.run(backend, new SingleRow(PlanCost.ZERO))).containsExactly(PlanRow.EMPTY);
    assertThat(Runs.run(backend, new NoRows(3, PlanCost.ZERO))).isEmpty();
  }

  @Test
  void keepsTheFirstOfEqualRowsAndTellsNullFromMissing() {
    PlanNode distinct =
        new Distinct(
            numbers(1, 2.0, null, 2, Missing.MISSING, null, Missing.MISSING, 1), PlanCost.ZERO);
    assertThat(Runs.run(backend, distinct))
        .containsExactly(row(1), row(2), row((Object) null), row(Missing.MISSING));
  }

  @Test
  void cutsRowsOutOfTheirSequence() {
    assertThat(Runs.run(backend, limit(literal(2), literal(1)))).containsExactly(row(2), row(3));
    assertThat(Runs.run(backend, limit(literal(0), null))).isEmpty();
    assertThat(Runs.run(backend, limit(null, literal(3)))).containsExactly(row(4));
    assertThat(Runs.run(backend, limit(literal(null), literal(9)))).isEmpty();
    assertThat(Runs.run(backend, limit(literal(1e30), literal(2)))).hasSize(2);
  }

  @Test
  void refusesALimitThatIsNoCount() {
    assertThatThrownBy(() -> Runs.run(backend, limit(literal(-1), null)))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT))
        .hasMessage("LIMIT takes a whole number from 0, not -1.");
    assertThatThrownBy(() -> Runs.run(backend, limit(null, literal("a"))))
        .hasMessage("OFFSET takes a whole number from 0, not 'a'.");
    assertThatThrownBy(() -> Runs.run(backend, limit(literal(1.5), null)))
        .hasMessage("LIMIT takes a whole number from 0, not 1.5.");
  }

  @Test
  void givesARowForEachElement() {
    PlanNode input = values(List.of("a", "b"), Set.of("s"), 7, List.of(), Missing.MISSING);
    assertThat(Runs.run(backend, unnest(input, true, false)))
        .containsExactly(
            row(List.of("a", "b"), "a", 0),
            row(List.of("a", "b"), "b", 1),
            row(Set.of("s"), "s", 0),
            row(7, 7, 0));
    assertThat(Runs.run(backend, unnest(values(List.of(), Missing.MISSING), false, true)))
        .containsExactly(row(List.of(), Missing.MISSING), row(Missing.MISSING, Missing.MISSING));
  }

  @Test
  void passesPausesOnAndClosesItsInput() {
    List<PlanRow> rows = List.of(row(1), row(2), row(3));
    List<Function<Cursor<PlanRow>, Cursor<PlanRow>>> cursors =
        List.of(
            input -> new FilterCursor<>(input, row -> true),
            input -> new MapCursor<>(input, row -> row),
            input -> new LimitCursor<>(input, 0, 10),
            input -> new DistinctCursor(input, row -> row, ofMemory(Long.MAX_VALUE)),
            input -> new DistinctCursor(input, row -> row, ofMemory(1)),
            input -> new ConcatenationCursor<>(List.of(() -> input)),
            input -> new MergeCursor<>(List.of(input), order()),
            input -> new UnnestCursor(input, unnest(numbers(), false, false), Parameters.NONE),
            input -> new SortCursor(input, order(), ofMemory(10)),
            input -> new FirstRowsCursor(input, order(), 5, ofMemory(Long.MAX_VALUE)),
            input -> new FirstRowsCursor(input, order(), 5, ofMemory(1)),
            input -> new AggregateCursor(input, grouping(), Parameters.NONE, ofMemory(1)),
            input ->
                new LookupJoinCursor(
                    new MapCursor<>(
                        input, row -> new LookupMatch(row, new PausingCursor(List.of(row)))),
                    1,
                    false),
            input ->
                new SemiLookupCursor(
                    new MapCursor<>(
                        input, row -> new LookupMatch(row, new PausingCursor(List.of(row)))),
                    false));
    for (Function<Cursor<PlanRow>, Cursor<PlanRow>> made : cursors) {
      PausingCursor input = new PausingCursor(rows);
      Cursor<PlanRow> cursor = made.apply(input);
      assertThat(cursor.next()).isInstanceOf(CursorStep.Paused.class);
      assertThat(PausingCursor.drain(cursor)).as("%s", cursor).hasSize(3);
      assertThat(cursor.next().isExhausted()).isTrue();
      assertThat(input.isClosed()).isTrue();
    }
  }

  @Test
  void asksNoMoreOfItsInputThanALimit() {
    PausingCursor input = new PausingCursor(List.of(row(1), row(2), row(3), row(4)));
    assertThat(PausingCursor.drain(new LimitCursor<>(input, 1, 2))).hasSize(2);
    assertThat(input.taken()).isEqualTo(3);
  }

  @Test
  void makesAnInputOfAUnionOnlyWhenItsTurnComes() {
    List<PausingCursor> made = new ArrayList<>();
    ConcatenationCursor<PlanRow> union =
        new ConcatenationCursor<>(
            List.of(() -> made(made, row(1)), () -> made(made, row(2)), () -> made(made, row(3))));
    union.next();
    assertThat(union.next()).isEqualTo(CursorStep.found(row(1)));
    assertThat(made).hasSize(1);
    union.next();
    assertThat(union.next()).isEqualTo(CursorStep.found(row(2)));
    union.close();
    assertThat(made).hasSize(2).allMatch(PausingCursor::isClosed);
    assertThat(union.next().isExhausted()).isTrue();
  }

  private static PausingCursor made(List<PausingCursor> made, PlanRow row) {
    PausingCursor cursor = new PausingCursor(List.of(row));
    made.add(cursor);
    return cursor;
  }

  private static RowOrder order() {
    return new RowOrder(List.of(new SortKey(column(0), false, false)), Parameters.NONE);
  }

  private static Limit limit(@Nullable Expression limit, @Nullable Expression offset) {
    return new Limit(numbers(1, 2, 3, 4), limit, offset, PlanCost.ZERO);
  }

  private static Unnest unnest(PlanNode input, boolean withPosition, boolean keepEmpty) {
    return new Unnest(input, column(0), withPosition, keepEmpty, PlanCost.ZERO);
  }

  private static PlanNode values(Object... values) {
    return numbers(values);
  }

  private static PlanNode numbers(@Nullable Object... values) {
    List<PlanNode> rows = new ArrayList<>();
    for (@Nullable Object value : values) {
      Expression expression = value == Missing.MISSING ? TestData.missing() : literal(value);
      rows.add(new Project(new SingleRow(PlanCost.ZERO), List.of(expression), PlanCost.ZERO));
    }
    return rows.isEmpty() ? new NoRows(1, PlanCost.ZERO) : new UnionAll(rows, PlanCost.ZERO);
  }

  private static Aggregate grouping() {
    return new Aggregate(
        new NoRows(1, PlanCost.ZERO), List.of(column(0)), List.of(), PlanCost.ZERO);
  }
}
