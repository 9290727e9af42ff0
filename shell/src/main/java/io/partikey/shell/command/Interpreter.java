package io.partikey.shell.command;

import io.partikey.shell.session.Display;
import io.partikey.shell.session.ErrorReport;
import io.partikey.shell.session.Fragment;
import io.partikey.shell.session.Outcome;
import io.partikey.shell.session.Session;
import io.partikey.shell.session.ShellException;
import io.partikey.shell.session.StatementBuffer;
import io.partikey.shell.session.StatementRunner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Runs statements and commands on a session and shows what they give, errors included. */
public final class Interpreter {
  private final Session session;
  private boolean leaving;

  /** An interpreter on a session, which stays the caller's. */
  public Interpreter(Session session) {
    this.session = session;
  }

  /** The session that it acts on. */
  public Session session() {
    return session;
  }

  /** Whether the user asked to leave. */
  public boolean isLeaving() {
    return leaving;
  }

  /** Notes that the user asked to leave. */
  void leave() {
    leaving = true;
  }

  /**
   * Runs a statement or a command and shows its results, or its error.
   *
   * @return whether it went well
   */
  public boolean interpret(Fragment fragment) {
    Display display = session.display();
    try {
      if (fragment.isCommand()) {
        runCommand(fragment.text());
      } else {
        runSql(fragment.text());
      }
      display.results().flush();
      return true;
    } catch (SQLException failed) {
      Fragment statement = fragment.withText(session.lastStatement());
      display.message(ErrorReport.of(failed, statement, display.style()));
    } catch (ShellException refused) {
      display.message(ErrorReport.of(refused, fragment, display.style()));
    }
    return false;
  }

  private void runCommand(String line) throws ShellException, SQLException {
    String[] nameAndRest = line.split("\\s+", 2);
    String rest = nameAndRest.length == 2 ? nameAndRest[1].strip() : "";
    Commands.named(nameAndRest[0]).run(new Invocation(this, new Arguments(rest)));
  }

  private void runSql(String sql) throws ShellException, SQLException {
    Optional<ShellCommand> transaction = TransactionCommand.inSql(sql);
    if (transaction.isEmpty()) {
      runStatement(sql);
      return;
    }
    transaction.get().run(new Invocation(this, new Arguments("")));
  }

  /** Runs a statement and shows its rows and, to a reader, what it did and cost. */
  void runStatement(String sql) throws SQLException {
    Outcome outcome = show(sql);
    Display display = session.display();
    display.note(display.style().dim(outcome.summary(session.settings())));
  }

  /** Runs a statement and shows its rows. */
  Outcome show(String sql) throws SQLException {
    Display display = session.display();
    return StatementRunner.run(
        session,
        session.connection(),
        sql,
        session.settings().format().writer(display.results(), display.layout().get()),
        display.results()::checkError);
  }

  /**
   * Runs a script as it is read, up to its end, its first error, or a command to leave.
   *
   * @param source what messages call it, if it is a file
   * @return whether everything went well
   * @throws ShellException if the script cannot be read
   */
  public boolean runScript(Reader script, Optional<String> source) throws ShellException {
    StatementBuffer buffer = new StatementBuffer(source);
    try {
      BufferedReader lines = new BufferedReader(script);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!interpretAll(buffer.add(line))) {
          return false;
        }
        if (leaving) {
          return true;
        }
      }
    } catch (IOException failed) {
      throw new ShellException("The script cannot be read: " + failed.getMessage(), failed);
    }
    return interpretAll(buffer.finish().stream().toList());
  }

  private boolean interpretAll(List<Fragment> fragments) {
    for (Fragment fragment : fragments) {
      if (leaving || session.display().results().checkError()) {
        return true;
      }
      if (!interpret(fragment)) {
        return false;
      }
    }
    return true;
  }
}
