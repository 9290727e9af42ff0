package io.partikey.shell.session;

import io.partikey.engine.error.StatementPosition;
import io.partikey.jdbc.StatementPositions;
import io.partikey.shell.format.Style;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.Optional;

/**
 * An error as a user reads it: where, what, for an error in a statement the line with a caret under
 * the place, and what to do.
 *
 * <pre>
 * flights.sql:12: Error 42601: mismatched input 'FORM'. Expecting: ',', FROM
 *   SELECT * FORM Flights
 *            ^^^^
 * </pre>
 */
public final class ErrorReport {
  /** The SQLState of a defect, which comes with what its author needs. */
  private static final String INTERNAL = "XX000";

  private ErrorReport() {}

  /** The report of an error of the database while it ran a statement. */
  public static String of(SQLException error, Fragment fragment, Style style) {
    Optional<StatementPosition> position = StatementPositions.of(error);
    int line = fragment.line() + position.map(place -> place.line() - 1).orElse(0);
    String message = position.map(place -> message(error, place)).orElseGet(() -> message(error));
    int firstEnd = message.indexOf('\n') < 0 ? message.length() : message.indexOf('\n');
    String caret =
        position
            .flatMap(place -> CaretLines.of(fragment.text(), place))
            .map(lines -> '\n' + lines)
            .orElse("");
    return origin(fragment, line)
        + style.red("Error" + state(error) + ":")
        + ' '
        + message.substring(0, firstEnd)
        + caret
        + message.substring(firstEnd)
        + (INTERNAL.equals(error.getSQLState()) ? '\n' + stackTrace(error) : "");
  }

  private static String stackTrace(SQLException error) {
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace, true));
    return trace.toString().stripTrailing();
  }

  /** The report of something that the shell cannot do. */
  public static String of(ShellException error, Fragment fragment, Style style) {
    return origin(fragment, fragment.line()) + style.red("Error:") + ' ' + error.getMessage();
  }

  /** The report of an error of the database outside of a statement. */
  public static String of(SQLException error, Style style) {
    return style.red("Error" + state(error) + ":") + ' ' + message(error);
  }

  /** The report of something that the shell cannot do, wherever it was asked for. */
  public static String of(ShellException error, Style style) {
    return style.red("Error:") + ' ' + error.getMessage();
  }

  private static String origin(Fragment fragment, int line) {
    return fragment.source().map(source -> source + ':' + line + ": ").orElse("");
  }

  private static String state(SQLException error) {
    return error.getSQLState() == null ? "" : ' ' + error.getSQLState();
  }

  private static String message(SQLException error) {
    return error.getMessage() == null ? error.toString() : error.getMessage();
  }

  /** The message without its position, which the report shows in its own way. */
  private static String message(SQLException error, StatementPosition place) {
    String message = message(error);
    String prefix = "line " + place.line() + ':' + place.column() + ": ";
    return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
  }
}
