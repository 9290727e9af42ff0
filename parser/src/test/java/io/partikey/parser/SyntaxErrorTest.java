package io.partikey.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partikey.testing.GoldenCases;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxErrorTest {

  @Test
  void saysWhatIsWrongAndWhatWasExpected() throws IOException {
    GoldenCases.in(getClass(), "syntax-errors.txt")
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELEC * FROM t | Expected data manipulation",
        "GRANT ALL | Expected data manipulation",
        "SELECT * FROM t WHERE a = 1 b | Unexpected token after expression",
        "SELECT * FROM t WHERE n = 1 e5 | Unexpected token after expression",
        "SELECT * FROM t WHERE a = 1) | Unexpected token after expression",
        "SELECT * FROM t ORDER BY a WHERE b = 1 | Unexpected token after expression",
        "DELETE FROM t WHERE a = 1 ORDER BY a | Unexpected token after expression",
        "INSERT INTO t VALUE {'a': 1} b | Unexpected token after expression",
        "FROM t SET a = 1 WHERE b = 2 | Unexpected token after expression",
        "SELECT * FROM t; SELECT * FROM t | Unexpected token after expression",
        "SELECT * FROM | Unexpected term",
        "SELECT * FROM t WHERE | Unexpected term",
        "SELECT * FROM t WHERE ; | Unexpected term",
        "SELECT * FROM t WHERE NOT | Unexpected term",
        "SELECT * FROM t WHERE ( | Unexpected term",
        "UPDATE t SET a = 1 WHERE b = 1 AND | Missing right-hand side expression of infix operator",
        "SELECT * FROM t WHERE a = 1 OR; | Missing right-hand side expression of infix operator",
        "SELECT * FROM t WHERE ORDER BY a | Unexpected keyword",
        "SELECT * FROM t WHERE a IS 5 | Expected type name",
        "SELECT * FROM t WHERE a IS NOT ORDER | Expected type name",
        "SELECT * FROM t WHERE IS NULL | Unexpected operator",
        "SELECT * FROM t WHERE a = LIKE | Unexpected operator",
        "DELETE FROM | Expected identifier for simple path",
        "DELETE FROM ; | Expected identifier for simple path",
        "DELETE FROM WHERE a = 1 | Expected identifier for simple path",
        "SELECT * FROM t WHERE a = 'x | ``",
        "SELECT * FROM t /* x | ``",
        "UPDATE t SET a = 1 RETURNING x | ``"
      })
  void knowsTheWordsOfTheService(String text, String reason) {
    assertThat(failure(text).serviceReason()).isEqualTo(reason);
  }

  @Test
  void namesNoReasonForACommentWithANumberSign() {
    assertThat(failure("SELECT * FROM t # x").serviceReason()).isEmpty();
  }

  private static ParsingException failure(String text) {
    ParsingException e =
        catchThrowableOfType(ParsingException.class, () -> StatementParser.parseStatement(text));
    assertThat(e).as(text).isNotNull();
    return e;
  }
}
