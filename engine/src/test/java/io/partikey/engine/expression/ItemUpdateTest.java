package io.partikey.engine.expression;

import static io.partikey.engine.item.Values.item;
import static io.partikey.engine.item.Values.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.DocumentPath;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemUpdateTest {
  private static final String INVALID_PATH =
      "The document path provided in the update expression is invalid for update";

  @Test
  void computesEveryValueOnTheOldItem() {
    Item after = update(item("a", 1, "b", 2), set("a", path("b")), set("b", path("a"))).after();

    assertThat(after).isEqualTo(item("a", 2, "b", 1));
  }

  @Test
  void keepsTheOrderOfAttributesAndAddsNewOnesBehind() {
    Item after = update(item("c", 1, "a", 2), set("b", literal(3)), set("c", literal(4))).after();

    assertThat(after.attributes().keySet()).containsExactly("c", "a", "b");
  }

  @Test
  void usesParameters() {
    ItemUpdate update =
        ItemUpdate.of(
            item("n", 5),
            List.of(
                set(
                    "n",
                    new Arithmetic(Arithmetic.Operator.ADD, path("n"), new Parameter(0), true))),
            Parameters.of(value(2)));

    assertThat(update.after()).isEqualTo(item("n", 7));
  }

  @Test
  void setsAndRemovesInsideOfMaps() {
    Item before = item("m", Map.of("x", 1, "y", Map.of("z", 2)));

    Item after =
        update(before, set("m.y.z", literal(3)), set("m.n", literal(4)), remove("m.x")).after();

    assertThat(after).isEqualTo(item("m", Map.of("y", Map.of("z", 3), "n", 4)));
  }

  @Test
  void appendsElementsPastTheEndInTheOrderOfTheirIndexes() {
    Item after =
        update(item("l", List.of(0, 1)), set("l[9]", literal("b")), set("l[5]", literal("a")))
            .after();

    assertThat(after).isEqualTo(item("l", List.of(0, 1, "a", "b")));
  }

  @Test
  void readsListIndexesAsPositionsInTheOldList() {
    Item before = item("l", List.of("a", "b", "c", Map.of("x", 1)));

    Item after =
        update(
                before,
                remove("l[0]"),
                remove("l[1]"),
                set("l[2]", literal("C")),
                set("l[3].x", literal(2)))
            .after();

    assertThat(after).isEqualTo(item("l", List.of("C", Map.of("x", 2))));
  }

  @Test
  void appendsBehindWhatRemovalLeaves() {
    Item after =
        update(item("l", List.of("a", "b")), remove("l[0]"), set("l[2]", literal("c"))).after();

    assertThat(after).isEqualTo(item("l", List.of("b", "c")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gone", "m.gone", "l[7]"})
  void removesNothingWhereThereIsNothing(String target) {
    Item before = item("m", Map.of("x", 1), "l", List.of(1));

    assertThat(update(before, remove(target)).after()).isEqualTo(before);
  }

  @Test
  void removesWhatIsSetToMissing() {
    Item before = item("a", 1, "m", Map.of("x", 1), "l", List.of(1, 2));
    Expression missing = new Literal(null);

    Item after =
        update(before, set("a", missing), set("m.x", missing), set("l[0]", missing)).after();

    assertThat(after).isEqualTo(item("m", Map.of(), "l", List.of(2)));
  }

  @Test
  void removesTheAttributeWhenTheLastMemberOfASetIsDeleted() {
    Expression deletion =
        new FunctionCall(UpdateFunction.SET_DELETE, List.of(path("s"), literal(Set.of("x"))));

    assertThat(update(item("k", 1, "s", Set.of("x")), set("s", deletion)).after())
        .isEqualTo(item("k", 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gone.x", "gone[0]", "m.gone.x", "text.x", "text[0]", "m[0]", "l.x", "l[7].x"})
  void refusesPlacesBelowWhatIsNotThere(String target) {
    Item item = item("m", Map.of("x", 1), "l", List.of(1), "text", "t");

    assertRefused(INVALID_PATH, () -> update(item, set(target, literal(1))));
    assertRefused(INVALID_PATH, () -> update(item, remove(target)));
  }

  @Test
  void doesNotTakeAPlaceMadeByTheSameUpdateForAParent() {
    assertRefused(
        INVALID_PATH,
        () ->
            update(
                item("l", List.of()), set("l[0]", literal(Map.of())), set("l[1].x", literal(1))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a           | a              | overlap  | [a]            | [a]",
        "a           | a.b            | overlap  | [a, b]         | [a]",
        "a.b[1].c    | a.b            | overlap  | [a, b, [1], c] | [a, b]",
        "a[0]        | a[0]           | overlap  | [a, [0]]       | [a, [0]]",
        "a.b         | a[0]           | conflict | [a, b]         | [a, [0]]",
        "a.x[1]      | a.x.y          | conflict | [a, x, [1]]    | [a, x, y]",
      })
  void refusesTargetsThatMeet(
      String first, String second, String problem, String pathOne, String pathTwo) {
    assertRefused(
        "Two document paths "
            + problem
            + " with each other; must remove or rewrite one of these paths; path one: "
            + pathOne
            + ", path two: "
            + pathTwo,
        () -> update(item("a", 1), remove(first), set(second, literal(1))));
  }

  @Test
  void reportsAnOverlapBeforeAConflict() {
    assertThatThrownBy(
            () -> update(item(), remove("a.b"), remove("a[0]"), remove("c"), remove("c.d")))
        .hasMessageContaining("overlap")
        .hasMessageContaining("path one: [c, d], path two: [c]");
  }

  @Test
  void takesNeighboursForDistinct() {
    Item before = item("a", Map.of("b", Map.of(), "c", List.of(1, 2)), "ab", 1);

    ItemUpdate.requireDistinctTargets(
        List.of(
            remove("a.b.d"), remove("a.b.e"), remove("a.c[0]"), remove("a.c[1]"), remove("ab")));
    assertThat(update(before, remove("a.c[0]"), remove("a.c[1]"), remove("ab")).after())
        .isEqualTo(item("a", Map.of("b", Map.of(), "c", List.of())));
  }

  @Test
  void imagesHoldThePlacesNamedAndNothingElse() {
    Item before = item("k", "key", "n", 1, "m", Map.of("x", 1, "y", 2), "old", true);

    ItemUpdate update =
        update(
            before,
            set("n", literal(2)),
            set("m.x", literal(9)),
            set("fresh", literal("f")),
            remove("old"));

    assertThat(update.modifiedOld()).isEqualTo(item("n", 1, "m", Map.of("x", 1), "old", true));
    assertThat(update.modifiedNew()).isEqualTo(item("n", 2, "m", Map.of("x", 9), "fresh", "f"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // action   | old image | new image
        "SET l[5]    |           |        ",
        "SET l[2]    |           | new    ",
        "SET l[0]    | a         | new    ",
        "REMOVE l[0] | a         | b      ",
        "REMOVE l[1] | b         |        ",
        "REMOVE l[4] |           |        ",
      })
  void imagesLookEveryListIndexUpLiterally(String action, String old, String fresh) {
    String target = action.substring(action.indexOf(' ') + 1);
    ItemUpdate update =
        update(
            item("l", List.of("a", "b")),
            action.startsWith("SET") ? set(target, literal("new")) : remove(target));

    assertThat(update.modifiedOld()).isEqualTo(old == null ? item() : item("l", List.of(old)));
    assertThat(update.modifiedNew()).isEqualTo(fresh == null ? item() : item("l", List.of(fresh)));
  }

  @Test
  void imagesPackListElementsInTheOrderOfTheirIndexes() {
    ItemUpdate update =
        update(
            item("l", List.of("a", "b", "c", "d")),
            set("l[3]", literal("D")),
            set("l[1]", literal("B")));

    assertThat(update.modifiedOld()).isEqualTo(item("l", List.of("b", "d")));
    assertThat(update.modifiedNew()).isEqualTo(item("l", List.of("B", "D")));
  }

  @Test
  void keepsTheItemBefore() {
    Item before = item("a", 1);

    assertThat(update(before, remove("a")).before()).isSameAs(before);
    assertThat(update(before, remove("a")).after()).isEqualTo(Item.EMPTY);
  }

  private static void assertRefused(String message, Runnable update) {
    assertThatThrownBy(update::run)
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION))
        .hasMessage(message);
  }

  private static ItemUpdate update(Item item, UpdateAction... actions) {
    return ItemUpdate.of(item, List.of(actions), Parameters.NONE);
  }

  private static UpdateAction set(String target, Expression value) {
    return new UpdateAction.Set(target(target), value);
  }

  private static UpdateAction remove(String target) {
    return new UpdateAction.Remove(target(target));
  }

  private static Expression path(String path) {
    return PathAccess.of(target(path));
  }

  private static Expression literal(Object value) {
    return new Literal(value(value));
  }

  // Reads a.b[0] as a path.
  private static DocumentPath target(String text) {
    String[] parts = text.replace("[", ".[").split("\\.", -1);
    List<PathStep> steps = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i];
      steps.add(
          part.startsWith("[")
              ? new PathStep.Element(Integer.parseInt(part.substring(1, part.length() - 1)))
              : new PathStep.Member(part));
    }
    return new DocumentPath(parts[0], steps);
  }
}
