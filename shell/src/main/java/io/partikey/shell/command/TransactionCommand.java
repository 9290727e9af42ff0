package io.partikey.shell.command;

import io.partikey.shell.session.Session;
import io.partikey.shell.session.ShellException;
import java.sql.SQLException;

/** Opens a transaction of several statements, or ends it. */
final class TransactionCommand implements ShellCommand {
  /** Opens one. */
  static final ShellCommand BEGIN =
      new TransactionCommand("\\begin", "open a transaction of several statements", Session::begin);

  /** Keeps what it did. */
  static final ShellCommand COMMIT =
      new TransactionCommand("\\commit", "end the transaction and keep it", Session::commit);

  /** Takes back what it did. */
  static final ShellCommand ROLLBACK =
      new TransactionCommand(
          "\\rollback", "end the transaction and take it back", Session::rollback);

  private final String name;
  private final String summary;
  private final Action action;

  private TransactionCommand(String name, String summary, Action action) {
    this.name = name;
    this.summary = summary;
    this.action = action;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String usage() {
    return "";
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public void run(Invocation invocation) throws ShellException, SQLException {
    action.on(invocation.session());
  }

  private interface Action {
    void on(Session session) throws ShellException, SQLException;
  }
}
