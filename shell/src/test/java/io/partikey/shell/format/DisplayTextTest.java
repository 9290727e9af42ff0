package io.partikey.shell.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisplayTextTest {
  @Test
  void measuresWideAndCombiningCharacters() {
    assertThat(DisplayText.width("東京")).isEqualTo(4);
    assertThat(DisplayText.width("e\u0301")).isEqualTo(1);
    assertThat(DisplayText.width("plain")).isEqualTo(5);
  }

  @Test
  void cutsToWidthWithoutSplittingCharacters() {
    assertThat(DisplayText.cut("東京都", 4)).isEqualTo("東…");
    assertThat(DisplayText.cut("abcdef", 6)).isEqualTo("abcdef");
    assertThat(DisplayText.cut("abcdefg", 6)).isEqualTo("abcde…");
    assertThat(DisplayText.cut("✈️✈️", 1)).isEqualTo("…");
  }
}
