package io.partikey.shell.command;

import io.partikey.shell.session.Session;
import io.partikey.shell.session.ShellException;
import java.sql.SQLException;
import java.util.Optional;

/** Switches on or off that long results wait after each screen. */
final class PageCommand implements ShellCommand {
  @Override
  public String name() {
    return "\\page";
  }

  @Override
  public String usage() {
    return "[on|off]";
  }

  @Override
  public String summary() {
    return "wait after each screen of a long result";
  }

  @Override
  public void run(Invocation invocation) throws ShellException, SQLException {
    Session session = invocation.session();
    Optional<String> word = invocation.arguments().atMostOne(name() + ' ' + usage());
    if (word.isPresent()) {
      session.change(session.settings().withPaging(Switch.read(word.get())));
    }
    session.display().note("Paging is " + Switch.name(session.settings().paging()) + ".");
  }
}
