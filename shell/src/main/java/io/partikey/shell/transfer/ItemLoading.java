package io.partikey.shell.transfer;

import io.partikey.shell.session.Session;
import io.partikey.shell.session.ShellException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;

/** Loading with a bar that shows how far it is, and with an error where it does not end well. */
public final class ItemLoading {
  private ItemLoading() {}

  /**
   * Writes the items of a source that cannot fail; items with the same keys are replaced.
   *
   * @throws ShellException if there is no such table, or not all items could be written
   * @throws SQLException if the database cannot be connected to
   */
  public static LoadReport replaceAll(Session session, String tableName, ItemSource source)
      throws ShellException, SQLException {
    TableShape table = TableShape.read(session.connection(), tableName);
    try {
      return load(session, table, WriteMode.REPLACE, 0, source);
    } catch (IOException failed) {
      throw new ShellException("The items cannot be read: " + failed.getMessage(), failed);
    }
  }

  /**
   * Writes the items of a source.
   *
   * @param skipErrors how many items may fail
   * @throws ShellException if it stops before the end; the message says what is in the table then
   * @throws IOException if the source cannot be read
   */
  static LoadReport load(
      Session session, TableShape table, WriteMode mode, long skipErrors, ItemSource source)
      throws ShellException, SQLException, IOException {
    ProgressBar progress =
        new ProgressBar(
            session.display().messages(), session.display().progress(), Clock.systemUTC());
    LoadReport report = new ItemLoader(session, table, mode, skipErrors, progress).load(source);
    if (report.stoppedBy().isPresent()) {
      throw new ShellException(
          report.stoppedBy().get() + "\nThe import stopped there: " + report.summary() + '.');
    }
    return report;
  }
}
