package io.partikey.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementHighlighterTest {
  @Test
  void colorsTokensByTheirKinds() {
    assertThat(StatementHighlighter.highlight("SELECT a FROM t WHERE id = 'x' -- all").toAnsi())
        .isEqualTo(
            "\u001b[34;1mSELECT\u001b[0m a \u001b[34;1mFROM\u001b[0m t \u001b[34;1mWHERE\u001b[0m id ="
                + " \u001b[32m'x'\u001b[0m \u001b[2m-- all\u001b[0m");
  }

  @Test
  void keepsEveryCharacter() {
    for (String text :
        new String[] {"", "  ", "\\d Fl", "\\explain SELECT 'x", "SELECT \"", "東京 ✈ '"}) {
      assertThat(StatementHighlighter.highlight(text).toString()).isEqualTo(text);
    }
  }

  @Test
  void colorsTheStatementOfACommand() {
    assertThat(StatementHighlighter.highlight("\\explain SELECT").toAnsi())
        .isEqualTo("\u001b[36m\\explain\u001b[0m \u001b[34;1mSELECT\u001b[0m");
    assertThat(StatementHighlighter.highlight("\\import SELECT").toAnsi())
        .isEqualTo("\u001b[36m\\import\u001b[0m SELECT");
  }
}
