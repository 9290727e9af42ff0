package io.partikey.shell;

import io.partikey.shell.session.DatabaseAddress;
import io.partikey.shell.session.Display;
import io.partikey.shell.session.ErrorReport;
import io.partikey.shell.session.Session;
import io.partikey.shell.session.Settings;
import io.partikey.shell.terminal.Repl;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Opens the prompt on the terminal of the process. */
final class Prompt {
  private Prompt() {}

  /**
   * Opens a database and the prompt on it, until the user leaves.
   *
   * @param before what happens before the prompt
   * @return the exit code
   */
  static int open(
      DatabaseAddress address,
      Settings settings,
      Map<String, String> environment,
      Preparation before)
      throws IOException {
    try (Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
      Repl repl = new Repl(terminal, environment);
      Display display = repl.display();
      try (Session session = new Session(address, settings, display)) {
        if (!repl.interruptibly(session, () -> before.run(session))) {
          return 1;
        }
        display.message(
            display.style().dim("PartiKey " + Version.number() + " · \\? for help, \\q to leave"));
        repl.run(session);
        return 0;
      } catch (SQLException failed) {
        display.message(ErrorReport.of(failed, display.style()));
        return 1;
      }
    }
  }

  /** Something to do with a session before the prompt opens on it. */
  interface Preparation {
    /** Does it, and returns whether it went well. */
    boolean run(Session session) throws SQLException;
  }
}
