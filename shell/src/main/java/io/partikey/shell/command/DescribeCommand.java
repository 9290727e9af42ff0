package io.partikey.shell.command;

import io.partikey.shell.session.Names;
import io.partikey.shell.session.ShellException;
import java.sql.SQLException;
import java.util.Optional;

/** Shows the tables, or the columns, keys and indexes of one. */
final class DescribeCommand implements ShellCommand {
  @Override
  public String name() {
    return "\\d";
  }

  @Override
  public String usage() {
    return "[TABLE]";
  }

  @Override
  public String summary() {
    return "the tables; or the columns, keys and indexes of one";
  }

  @Override
  public void run(Invocation invocation) throws ShellException, SQLException {
    Optional<String> table = invocation.arguments().atMostOne(name() + ' ' + usage());
    Interpreter interpreter = invocation.interpreter();
    if (table.isEmpty()) {
      interpreter.show("SHOW TABLES");
      return;
    }
    interpreter.show("DESCRIBE " + Names.quoted(table.get()));
    invocation.session().display().result("");
    interpreter.show("SHOW INDEXES FROM " + Names.quoted(table.get()));
  }
}
