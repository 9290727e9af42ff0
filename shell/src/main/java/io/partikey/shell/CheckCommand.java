package io.partikey.shell;

import io.partikey.jdbc.DatabaseCheck;
import io.partikey.shell.session.Counts;
import io.partikey.shell.session.DatabaseAddress;
import io.partikey.shell.session.Display;
import io.partikey.shell.session.ErrorReport;
import io.partikey.shell.session.Session;
import io.partikey.shell.session.Settings;
import io.partikey.shell.transfer.ProgressBar;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The check of a database: says what is wrong with it, line by line. */
@Command(
    name = "check",
    description = {
      "Reads everything in a database and says what is wrong, each problem in one line.",
      "Compares every index with its table, and counts and columns with the items."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Nothing is wrong.",
      "1:There are problems, or the database cannot be opened.",
      "2:The command line makes no sense."
    })
final class CheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "DATABASE",
      description = "A directory, mem:NAME, or a jdbc:partikey: URL.")
  private String database = "";

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Display display = surroundings.display();
    // A read-only connection makes no database where there is none.
    Settings settings = Settings.DEFAULT.withProperty("readOnly", "true");
    try (Session session = new Session(DatabaseAddress.of(database), settings, display)) {
      return check(session, display) ? 0 : 1;
    } catch (SQLException failed) {
      display.message(ErrorReport.of(failed, display.style()));
      return 1;
    }
  }

  private static boolean check(Session session, Display display) throws SQLException {
    ProgressBar progress =
        new ProgressBar(display.messages(), display.progress(), Clock.systemUTC());
    AtomicLong checked = new AtomicLong();
    List<String> problems =
        session
            .connection()
            .unwrap(DatabaseCheck.class)
            .check(
                (fraction, items) -> {
                  checked.set(items);
                  progress.update(fraction, items);
                });
    progress.clear();
    problems.forEach(display::result);
    display.message(
        Counts.of(checked.get(), "row")
            + " checked: "
            + (problems.isEmpty() ? "no problems" : Counts.of(problems.size(), "problem")));
    return problems.isEmpty();
  }
}
