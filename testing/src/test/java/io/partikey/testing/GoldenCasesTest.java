package io.partikey.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoldenCasesTest {
  private final GoldenCases cases = GoldenCases.in(getClass(), "cases.txt");

  @Test
  void comparesEachOutputWithItsInput() {
    cases.check(text -> text.toUpperCase(Locale.ROOT));
  }

  @Test
  void failsWhereAnOutputDiffersAndNamesTheFile() {
    assertThatThrownBy(() -> cases.check(text -> text.equals("a") ? "b" : text))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("cases.txt");
  }

  @Test
  void givesInputsWithTheirOutputs() {
    assertThat(cases.cases()).isEqualTo(Map.of("a", "A\n", "b\n\nc", "B\n\nC"));
  }
}
