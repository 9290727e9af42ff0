package io.partikey.shell.command;

import io.partikey.shell.session.ShellException;
import io.partikey.shell.transfer.FileImport;
import io.partikey.shell.transfer.ImportOptions;
import io.partikey.shell.transfer.LoadReport;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Writes the items of a file to a table. */
final class ImportCommand implements ShellCommand {
  @Override
  public String name() {
    return "\\import";
  }

  @Override
  public String usage() {
    return "FILE TABLE [OPTION=VALUE…]";
  }

  @Override
  public String summary() {
    return "load CSV, JSON lines or DynamoDB JSON, also .gz;\n"
        + "mode=insert|upsert|replace skip-errors=N format=csv|json|dynamodb-json;\n"
        + "of CSV: columns=A,-,B delimiter=; null=TEXT missing=TEXT,TEXT types=A:number infer=true\n"
        + "set=C:{A}-{B}";
  }

  @Override
  public void run(Invocation invocation) throws ShellException, SQLException {
    List<String> words = invocation.arguments().words();
    if (words.size() < 2) {
      throw new ShellException("Which file and table? Usage: " + name() + ' ' + usage());
    }
    ImportOptions options = ImportOptions.parse(words.subList(2, words.size()));
    LoadReport report =
        FileImport.run(invocation.session(), Path.of(words.get(0)), words.get(1), options);
    invocation.session().display().message(report.summary());
  }
}
