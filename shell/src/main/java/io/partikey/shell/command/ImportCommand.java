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
    return "FILE TABLE [OPTION…]";
  }

  @Override
  public String summary() {
    return "load a CSV or JSON file, also .gz; \\? import has the options";
  }

  @Override
  public String details() {
    return """
        The file is CSV (.csv, .tsv) or has one JSON object on each line (.json, .jsonl, .ndjson):
        plain, DynamoDB JSON, or an export of DynamoDB to S3. A directory stands for its files.

        mode=replace|upsert|insert   what becomes of items that are there: they are replaced (the
                                     default), merged, or an error
        skip-errors=N                go on after as many bad items; otherwise the first one ends it
        format=csv|json|dynamodb-json

        For CSV, whose first line names the columns:
        columns=A,B,-                the names, if there is no such line; - leaves a column out
        delimiter=;                  what separates fields; tab for tabs
        types=A:number,B:boolean     number, boolean, binary, document or string. Without it a column
                                     is what the table's attribute is, else a string
        infer=true                   other columns: what looks like a number is one
        null=TEXT                    the text of a NULL; an empty field without quotes is missing
        missing=TEXT,TEXT            texts that stand for no value
        set=C:{A}-{B}                an attribute made of columns""";
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
