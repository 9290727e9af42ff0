package io.partikey.shell.command;

import io.partikey.shell.session.Names;
import io.partikey.shell.session.ShellException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows the indexes of a table, or of all. */
final class ListIndexesCommand implements ShellCommand {
  @Override
  public String name() {
    return "\\di";
  }

  @Override
  public String usage() {
    return "[TABLE]";
  }

  @Override
  public String summary() {
    return "the indexes of a table, or of all";
  }

  @Override
  public void run(Invocation invocation) throws ShellException, SQLException {
    Optional<String> only = invocation.arguments().atMostOne(name() + ' ' + usage());
    List<String> tables = only.isPresent() ? List.of(only.get()) : tables(invocation);
    for (String table : tables) {
      invocation.session().display().result(invocation.session().display().style().bold(table));
      invocation.interpreter().show("SHOW INDEXES FROM " + Names.quoted(table));
      invocation.session().display().result("");
    }
  }

  private static List<String> tables(Invocation invocation) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet tables =
        invocation
            .session()
            .connection()
            .getMetaData()
            .getTables(null, null, "%", new String[] {"TABLE"})) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME"));
      }
    }
    return names;
  }
}
