package io.partikey.shell.command;

import io.partikey.shell.session.ShellException;
import java.sql.SQLException;

/** Shows how a statement would reach its items and what it would cost. */
final class ExplainCommand implements ShellCommand {
  @Override
  public String name() {
    return "\\explain";
  }

  @Override
  public String usage() {
    return "STATEMENT";
  }

  @Override
  public String summary() {
    return "how a statement would run, and its cost";
  }

  @Override
  public void run(Invocation invocation) throws ShellException, SQLException {
    String statement = invocation.arguments().text();
    if (statement.isEmpty()) {
      throw new ShellException("Which statement? Usage: " + name() + ' ' + usage());
    }
    invocation.interpreter().runStatement("EXPLAIN " + statement.replaceFirst(";\\s*$", ""));
  }
}
