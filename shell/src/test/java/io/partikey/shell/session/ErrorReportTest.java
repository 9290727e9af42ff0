package io.partikey.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.error.StatementPosition;
import io.partikey.shell.format.Style;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErrorReportTest {
  private static final Style PLAIN = new Style(false);

  @Test
  void showsThePlaceInTheStatement() {
    SQLException error = errorAt(2, 3, 4, "line 2:3: mismatched input 'FORM'");
    Fragment fragment = new Fragment("SELECT *\n\t FORM t", Optional.of("flights.sql"), 12);
    assertThat(ErrorReport.of(error, fragment, PLAIN))
        .isEqualTo(
            "flights.sql:13: Error 42601: mismatched input 'FORM'\n"
                + "  \t FORM t\n"
                + "  \t ^^^^");
  }

  @Test
  void cutsLongLinesAroundThePlace() {
    String text = "SELECT " + "a".repeat(200) + " , , " + "b".repeat(200);
    SQLException error = errorAt(1, 211, 1, "unexpected");
    String report = ErrorReport.of(error, Fragment.typed(text), PLAIN);
    String[] lines = report.split("\n", -1);
    assertThat(lines[1]).startsWith("  …aaa").endsWith("b…");
    assertThat(lines[2].indexOf('^')).isEqualTo(lines[1].indexOf(", b"));
  }

  @Test
  void showsAdviceBelowThePlace() {
    SQLException error = errorAt(1, 8, 1, "refused\nTo bound it: add a key");
    assertThat(ErrorReport.of(error, Fragment.typed("SELECT * FROM t"), PLAIN))
        .isEqualTo("Error 42601: refused\n  SELECT * FROM t\n         ^\nTo bound it: add a key");
  }

  @Test
  void pointsBehindTheTextWhereSomethingIsMissing() {
    SQLException error = errorAt(1, 7, 0, "unexpected end");
    assertThat(ErrorReport.of(error, Fragment.typed("SELECT"), PLAIN))
        .isEqualTo("Error 42601: unexpected end\n  SELECT\n        ^");
  }

  @Test
  void reportsErrorsWithoutPlace() {
    assertThat(
            ErrorReport.of(
                new SQLException("The database is held by process 7", "08001"),
                Fragment.typed("SELECT 1"),
                PLAIN))
        .isEqualTo("Error 08001: The database is held by process 7");
  }

  private static SQLException errorAt(int line, int column, int length, String message) {
    StatementPosition place = new StatementPosition(line, column, length);
    return new SQLException(
        message, "42601", new EngineException(ErrorCode.SYNTAX_ERROR, message, place));
  }
}
