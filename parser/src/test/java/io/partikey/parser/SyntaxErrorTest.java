package io.partikey.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SyntaxErrorTest {

  @Test
  void saysWhatIsWrongAndWhatWasExpected() throws IOException {
    GoldenCases.in("syntax-errors.txt")
        .check(
            text -> {
              ParsingException e = failure(text);
              return e.getMessage() + "\n" + e.caretLine();
            });
  }

  @Test
  void tellsThePositionOfTheOffendingToken() {
    ParsingException e = failure("SELECT *\nFROM t WHERE wheree 'x'");

    assertThat(e.line()).isEqualTo(2);
    assertThat(e.column()).isEqualTo(21);
    assertThat(e.length()).isEqualTo(3);
    assertThat(e.errorMessage()).startsWith("mismatched input ''x''. Expecting: ");
    assertThat(e).hasMessage("line 2:21: " + e.errorMessage());
  }

  @Test
  void countsCharactersBeyondTheBasicPlaneOnceInColumnsAndAlignsTheCaret() {
    ParsingException e = failure("SELECT '😀😀' 5");

    assertThat(e.column()).isEqualTo(13);
    assertThat(e.caretLine()).isEqualTo("SELECT '😀😀' 5\n            ^");
  }

  @Test
  void alignsTheCaretUnderTabs() {
    assertThat(failure("SELECT\n\ta b c FROM t").caretLine()).isEqualTo("\ta b c FROM t\n\t    ^");
  }

  @Test
  void showsOnlyTheNeighbourhoodInALongLine() {
    String caretLine = failure("SELECT " + "a, ".repeat(1000) + "FROM t").caretLine();

    assertThat(caretLine.lines()).hasSize(2).allMatch(line -> line.length() <= 120);
    assertThat(caretLine.lines().findFirst())
        .hasValueSatisfying(l -> assertThat(l).endsWith("FROM t"));
  }

  @Test
  void quotesOnlyTheBeginningOfALongToken() {
    assertThat(failure("SELECT a b '" + "x".repeat(1000) + "'").errorMessage())
        .startsWith("mismatched input ''" + "x".repeat(39) + "…'. Expecting: ");
  }

  @Test
  void failsForExpressionsToo() {
    ParsingException e =
        catchThrowableOfType(
            ParsingException.class, () -> StatementParser.parseExpression("a = 1 b"));

    assertThat(e)
        .hasMessage("line 1:7: mismatched input 'b'. Expecting: <operator>, end of statement");
  }

  private static ParsingException failure(String text) {
    ParsingException e =
        catchThrowableOfType(ParsingException.class, () -> StatementParser.parseStatement(text));
    assertThat(e).as(text).isNotNull();
    return e;
  }
}
