package io.partikey.shell.command;

import io.partikey.shell.format.ResultFormat;
import io.partikey.shell.session.Session;
import io.partikey.shell.session.ShellException;
import java.sql.SQLException;
import java.util.Optional;

/** Sets the form in which rows are shown. */
final class FormatCommand implements ShellCommand {
  @Override
  public String name() {
    return "\\format";
  }

  @Override
  public String usage() {
    return "[" + String.join("|", ResultFormat.optionNames()) + "]";
  }

  @Override
  public String summary() {
    return "how rows are shown";
  }

  @Override
  public void run(Invocation invocation) throws ShellException, SQLException {
    Session session = invocation.session();
    Optional<String> word = invocation.arguments().atMostOne(name() + ' ' + usage());
    if (word.isPresent()) {
      ResultFormat format =
          ResultFormat.named(word.get()).orElseThrow(() -> new ShellException(unknown(word.get())));
      session.change(session.settings().withFormat(format));
    }
    session.display().note("Rows are shown as " + session.settings().format() + ".");
  }

  private static String unknown(String word) {
    return "There is no format \""
        + word
        + "\". Formats: "
        + String.join(", ", ResultFormat.optionNames())
        + '.';
  }
}
