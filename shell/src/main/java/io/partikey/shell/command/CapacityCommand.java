package io.partikey.shell.command;

import io.partikey.shell.session.CapacityTotals;
import io.partikey.shell.session.Counts;
import io.partikey.shell.session.Outcome;
import io.partikey.shell.session.Session;
import io.partikey.shell.session.ShellException;
import java.sql.SQLException;
import java.util.Optional;

/** Says what the session consumed, or switches on or off that each statement's cost is shown. */
final class CapacityCommand implements ShellCommand {
  @Override
  public String name() {
    return "\\capacity";
  }

  @Override
  public String usage() {
    return "[on|off]";
  }

  @Override
  public String summary() {
    return "what the session consumed; show each statement's cost";
  }

  @Override
  public void run(Invocation invocation) throws ShellException, SQLException {
    Session session = invocation.session();
    Optional<String> word = invocation.arguments().atMostOne(name() + ' ' + usage());
    if (word.isPresent()) {
      session.change(session.settings().withCapacity(Switch.read(word.get())));
      session.display().note("Costs are " + (session.settings().capacity() ? "shown." : "hidden."));
      return;
    }
    CapacityTotals totals = session.totals();
    session
        .display()
        .result(
            "%s · %s RU · %s WU"
                .formatted(
                    Counts.of(totals.statements(), "statement"),
                    Outcome.units(totals.readUnits()),
                    Outcome.units(totals.writeUnits())));
  }
}
