package io.partikey.shell.command;

import io.partikey.shell.session.ScanMode;
import io.partikey.shell.session.Session;
import io.partikey.shell.session.ShellException;
import java.sql.SQLException;
import java.util.Optional;

/** Sets what happens to statements that no key bounds. */
final class ScanCommand implements ShellCommand {
  @Override
  public String name() {
    return "\\scan";
  }

  @Override
  public String usage() {
    return "[" + String.join("|", ScanMode.optionNames()) + "]";
  }

  @Override
  public String summary() {
    return "refuse statements that no key bounds, or let them run";
  }

  @Override
  public void run(Invocation invocation) throws ShellException, SQLException {
    Session session = invocation.session();
    Optional<String> word = invocation.arguments().atMostOne(name() + ' ' + usage());
    if (word.isPresent()) {
      ScanMode mode =
          ScanMode.named(word.get()).orElseThrow(() -> new ShellException(unknown(word.get())));
      session.change(session.settings().withProperty(ScanMode.PROPERTY, mode.optionName()));
    }
    session.display().note(ScanMode.of(session).description());
  }

  private static String unknown(String word) {
    return "There is no scan mode \""
        + word
        + "\". Modes: "
        + String.join(", ", ScanMode.optionNames())
        + '.';
  }
}
