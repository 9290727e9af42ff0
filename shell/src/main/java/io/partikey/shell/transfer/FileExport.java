package io.partikey.shell.transfer;

import io.partikey.grammar.ClassifiedToken;
import io.partikey.grammar.TokenClassifier;
import io.partikey.shell.format.Layout;
import io.partikey.shell.format.ResultFormat;
import io.partikey.shell.session.FileErrors;
import io.partikey.shell.session.Names;
import io.partikey.shell.session.Outcome;
import io.partikey.shell.session.Session;
import io.partikey.shell.session.ShellException;
import io.partikey.shell.session.StatementRunner;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** The export of rows to a file, which appears under its name when it is complete. */
public final class FileExport {
  private FileExport() {}

  /**
   * Exports.
   *
   * @param what a statement that returns rows, or the name of a table
   * @return how many rows were written
   * @throws ShellException if the file cannot be written or its form is unknown
   * @throws SQLException if the statement fails
   */
  public static long run(Session session, Path file, String what)
      throws ShellException, SQLException {
    ResultFormat format = format(file, session.settings().format());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      long rows = write(session, statement(what), format, part, InputFile.isPacked(file));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      return rows;
    } catch (IOException failed) {
      throw new ShellException(FileErrors.describe(file.toString(), failed), failed);
    } finally {
      deleteIfThere(part);
    }
  }

  private static void deleteIfThere(Path part) throws ShellException {
    try {
      Files.deleteIfExists(part);
    } catch (IOException failed) {
      throw new ShellException(FileErrors.describe(part.toString(), failed), failed);
    }
  }

  private static long write(
      Session session, String sql, ResultFormat format, Path file, boolean packed)
      throws IOException, SQLException, ShellException {
    try (Connection connection = session.openConnection(session.settings().withFormat(format));
        OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file));
        OutputStream unpacked = packed ? new GZIPOutputStream(bytes) : bytes;
        PrintWriter out =
            new PrintWriter(new OutputStreamWriter(unpacked, StandardCharsets.UTF_8))) {
      Outcome outcome =
          StatementRunner.run(
              session, connection, sql, format.writer(out, Layout.PLAIN), out::checkError);
      if (out.checkError()) {
        throw new IOException("not all could be written; is the disk full?");
      }
      return outcome
          .rows()
          .orElseThrow(() -> new ShellException("The statement ran, but it returns no rows."));
    }
  }

  private static ResultFormat format(Path file, ResultFormat ofSession) throws ShellException {
    return switch (InputFile.extension(file)) {
      case "csv" -> ResultFormat.CSV;
      case "json", "jsonl", "ndjson" ->
          ofSession == ResultFormat.DYNAMODB_JSON ? ofSession : ResultFormat.JSON;
      default ->
          throw new ShellException(
              "Call the file .csv or .json (or .csv.gz, .json.gz), so that its form is clear: \""
                  + file
                  + '"');
    };
  }

  /** The statement itself, or the one that reads the whole table of a name. */
  private static String statement(String what) {
    List<ClassifiedToken> tokens = TokenClassifier.classify(what);
    boolean isName = tokens.size() == 1;
    return isName ? "SELECT /*+ ALLOW_SCAN */ * FROM " + Names.quoted(what) : what;
  }
}
