package io.partikey.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementSplitterTest {

  @Test
  void splitsAtSemicolons() {
    SplitScript script = StatementSplitter.split("SELECT 1; SELECT 2 ;");

    assertThat(script.statements())
        .extracting(ScriptStatement::text)
        .containsExactly("SELECT 1", "SELECT 2");
    assertThat(script.rest()).isEmpty();
    assertThat(script.isIncomplete()).isFalse();
  }

  @Test
  void givesWhereEachStatementBegins() {
    SplitScript script = StatementSplitter.split("\n-- first\nSELECT 1; SELECT\n 2;\r\n  SELECT 3");

    assertThat(script.statements())
        .containsExactly(
            new ScriptStatement("SELECT 1", 3, 1), new ScriptStatement("SELECT\n 2", 3, 11));
    assertThat(script.rest()).contains(new ScriptStatement("SELECT 3", 5, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ';' FROM t",
        "SELECT 'it''s; not' FROM t",
        "SELECT \"a;b\"\"c;\" FROM t",
        "SELECT 1 /* ; */ + 2",
        "SELECT 1 -- ;\n + 2",
        "SELECT (1; 2)",
        "INSERT INTO t VALUE {'a': [1; 2], 'b': <<3; 4>>}"
      })
  void leavesSemicolonsInsideOfThingsAlone(String statement) {
    SplitScript script = StatementSplitter.split(statement + ";" + statement + ";");

    assertThat(script.statements())
        .extracting(ScriptStatement::text)
        .containsExactly(statement, statement);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", ";", " ; ;; ", "-- nothing\n;", "/* nothing */"})
  void leavesEmptyStatementsOut(String text) {
    SplitScript script = StatementSplitter.split(text);

    assertThat(script.statements()).isEmpty();
    assertThat(script.isIncomplete()).isFalse();
  }

  @Test
  void keepsCommentsAndHintsInside() {
    SplitScript script =
        StatementSplitter.split("/* before */ SELECT /*+ ALLOW_SCAN */ 1 -- one\n; -- after");

    assertThat(script.statements())
        .extracting(ScriptStatement::text)
        .containsExactly("SELECT /*+ ALLOW_SCAN */ 1");
    assertThat(script.isIncomplete()).isFalse();
  }

  @Test
  void asksForMoreWhileThereIsNoSemicolon() {
    SplitScript script = StatementSplitter.split("SELECT *\nFROM t");

    assertThat(script.rest()).contains(new ScriptStatement("SELECT *\nFROM t", 1, 1));
    assertThat(script.open()).isEmpty();
    assertThat(script.isIncomplete()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT 'a;|'",
        "SELECT \"a;|\"",
        "SELECT 1 /* ;|/*",
        "/* ;|/*",
        "SELECT (1;|(",
        "INSERT INTO t VALUE {'a': [1;|[",
        "INSERT INTO t VALUE {'a': [1];|{",
        "INSERT INTO t << {'a': 1};|<<",
        "SELECT (')';|("
      })
  void tellsWhatIsOpenAtTheEnd(String text, String sign) {
    SplitScript script = StatementSplitter.split("SELECT 1;" + text);

    assertThat(script.statements()).hasSize(1);
    assertThat(script.open()).contains(sign);
    assertThat(script.isIncomplete()).isTrue();
  }

  @Test
  void closingBracketsWithoutOpeningOnesAreHarmless() {
    SplitScript script = StatementSplitter.split("SELECT 1)); SELECT 2;");

    assertThat(script.statements())
        .extracting(ScriptStatement::text)
        .containsExactly("SELECT 1))", "SELECT 2");
  }

  @Test
  void countsCharactersBeyondTheBasicPlane() {
    SplitScript script = StatementSplitter.split("SELECT '😀😀'; SELECT '😀';");

    assertThat(script.statements())
        .extracting(ScriptStatement::text)
        .containsExactly("SELECT '😀😀'", "SELECT '😀'");
  }
}
