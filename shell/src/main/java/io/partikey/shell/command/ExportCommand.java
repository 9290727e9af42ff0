package io.partikey.shell.command;

import io.partikey.shell.session.Counts;
import io.partikey.shell.session.ShellException;
import io.partikey.shell.transfer.FileExport;
import java.nio.file.Path;
import java.sql.SQLException;

/** Writes the rows of a statement, or all items of a table, to a file. */
final class ExportCommand implements ShellCommand {
  @Override
  public String name() {
    return "\\export";
  }

  @Override
  public String usage() {
    return "FILE STATEMENT|TABLE";
  }

  @Override
  public String summary() {
    return "write rows to a .csv or .json file, also .gz";
  }

  @Override
  public String details() {
    return """
        .json has one object on each line: plain JSON, in which sets are lists and binaries text,
        or DynamoDB JSON after \\format dynamodb-json, which \\import reads back as it was.
        The file appears when it is complete.""";
  }

  @Override
  public void run(Invocation invocation) throws ShellException, SQLException {
    Arguments.FirstAndRest call = invocation.arguments().firstAndRest(name() + ' ' + usage());
    long rows = FileExport.run(invocation.session(), Path.of(call.first()), call.rest());
    invocation.session().display().message(Counts.of(rows, "row") + " in \"" + call.first() + '"');
  }
}
