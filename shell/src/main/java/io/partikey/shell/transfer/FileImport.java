package io.partikey.shell.transfer;

import io.partikey.shell.session.FileErrors;
import io.partikey.shell.session.Session;
import io.partikey.shell.session.ShellException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;

/** The import of a file, or of a directory's files, into a table. */
public final class FileImport {
  private FileImport() {}

  /**
   * Imports.
   *
   * @throws ShellException if it stops before the end; the message says what is in the table then
   * @throws SQLException if the database cannot be connected to
   */
  public static LoadReport run(Session session, Path path, String tableName, ImportOptions options)
      throws ShellException, SQLException {
    TableShape table = TableShape.read(session.connection(), tableName);
    ProgressBar progress =
        new ProgressBar(
            session.display().messages(), session.display().progress(), Clock.systemUTC());
    ItemLoader loader =
        new ItemLoader(session, table, options.mode(), options.skipErrors(), progress);
    LoadReport report;
    try (ItemSource source = FileSources.open(path, options, table)) {
      report = loader.load(source);
    } catch (BadItemException bad) {
      throw new ShellException(bad.getMessage(), bad);
    } catch (IOException failed) {
      throw new ShellException(FileErrors.describe(path.toString(), failed), failed);
    }
    if (report.stoppedBy().isPresent()) {
      throw new ShellException(
          report.stoppedBy().get() + "\nThe import stopped there: " + report.summary() + '.');
    }
    return report;
  }
}
