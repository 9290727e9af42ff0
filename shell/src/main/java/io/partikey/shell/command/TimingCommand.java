package io.partikey.shell.command;

import io.partikey.shell.session.Session;
import io.partikey.shell.session.ShellException;
import java.sql.SQLException;
import java.util.Optional;

/** Switches on or off that the line after a statement says how long it took. */
final class TimingCommand implements ShellCommand {
  @Override
  public String name() {
    return "\\timing";
  }

  @Override
  public String usage() {
    return "[on|off]";
  }

  @Override
  public String summary() {
    return "show how long statements take";
  }

  @Override
  public void run(Invocation invocation) throws ShellException, SQLException {
    Session session = invocation.session();
    Optional<String> word = invocation.arguments().atMostOne(name() + ' ' + usage());
    if (word.isPresent()) {
      session.change(session.settings().withTiming(Switch.read(word.get())));
    }
    session.display().note("Timing is " + Switch.name(session.settings().timing()) + ".");
  }
}
