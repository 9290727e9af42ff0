package io.partikey.shell.command;

import io.partikey.shell.session.Session;
import io.partikey.shell.session.ShellException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static final Pattern SQL =
      Pattern.compile(
          "(BEGIN|START|COMMIT|ROLLBACK)(\\s+(TRANSACTION|WORK))?", Pattern.CASE_INSENSITIVE);

  private final String name;
  private final String summary;
  private final Action action;

  private TransactionCommand(String name, String summary, Action action) {
    this.name = name;
    this.summary = summary;
    this.action = action;
  }

  /** The command that a statement of SQL asks for, such as {@code BEGIN} or {@code COMMIT WORK}. */
  static Optional<ShellCommand> inSql(String statement) {
    Matcher words = SQL.matcher(statement.strip());
    if (!words.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (words.group(1).toUpperCase(Locale.ROOT)) {
          case "COMMIT" -> COMMIT;
          case "ROLLBACK" -> ROLLBACK;
          default -> BEGIN;
        });
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
