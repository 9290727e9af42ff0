package io.partikey.engine.item;

import static io.partikey.engine.item.Values.item;
import static io.partikey.engine.item.Values.map;
import static io.partikey.engine.item.Values.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemLimitsTest {
  @Test
  void takesAnItemOfExactlyTheGreatestSize() {
    Item item = item("k", "x".repeat(409_599));

    assertThatCode(() -> ItemLimits.checkPut(item)).doesNotThrowAnyException();
    assertThatCode(() -> ItemLimits.checkUpdated(item)).doesNotThrowAnyException();
  }

  @Test
  void refusesAnItemOfOneByteMore() {
    Item item = item("k", "x".repeat(409_600));

    assertRefused(
        ErrorCode.LIMIT_EXCEEDED,
        "Item size has exceeded the maximum allowed size",
        () -> ItemLimits.checkPut(item));
    assertRefused(
        ErrorCode.LIMIT_EXCEEDED,
        "Item size to update has exceeded the maximum allowed size",
        () -> ItemLimits.checkUpdated(item));
  }

  @Test
  void takesAValueInsideOfThirtyOneDocumentsAndRefusesItInsideOfThirtyTwo() {
    Item deepest = item("k", wrapped(31));
    Item tooDeep = item("k", wrapped(32));

    assertThatCode(() -> ItemLimits.checkPut(deepest)).doesNotThrowAnyException();
    assertRefused(
        ErrorCode.LIMIT_EXCEEDED,
        "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels"
            + " beyond supported limit",
        () -> ItemLimits.checkPut(tooDeep));
    assertRefused(
        ErrorCode.LIMIT_EXCEEDED,
        "Nesting Levels have exceeded supported limits",
        () -> ItemLimits.checkUpdated(tooDeep));
  }

  @Test
  void countsTheDeepestBranch() {
    assertThat(ItemLimits.levels(value(1))).isEqualTo(1);
    assertThat(ItemLimits.levels(value(List.of()))).isEqualTo(1);
    assertThat(ItemLimits.levels(map("a", 1, "b", List.of(1, List.of(2)), "c", map())))
        .isEqualTo(4);
  }

  @Test
  void refusesEmptyAndOverlongNamesAtEveryLevel() {
    assertRefused(
        ErrorCode.VALIDATION,
        "Path component cannot be an empty string",
        () -> ItemLimits.checkPut(item("", 1)));
    assertRefused(
        ErrorCode.VALIDATION,
        "Path component cannot be an empty string",
        () -> ItemLimits.checkUpdated(item("l", List.of(map("", 1)))));
    assertRefused(
        ErrorCode.LIMIT_EXCEEDED,
        "Attribute name is too large, must be less than 65536 bytes",
        () -> ItemLimits.checkPut(item("m", map("ü".repeat(32_768), 1))));
    assertThatCode(() -> ItemLimits.checkPut(item("x".repeat(65_535), 1)))
        .doesNotThrowAnyException();
  }

  private static AttributeValue wrapped(int times) {
    AttributeValue value = value("x");
    for (int i = 0; i < times; i++) {
      value = i % 2 == 0 ? map("a", value) : value(List.of(value));
    }
    return value;
  }

  private static void assertRefused(ErrorCode code, String message, Runnable check) {
    assertThatThrownBy(check::run)
        .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessage(message);
  }
}
