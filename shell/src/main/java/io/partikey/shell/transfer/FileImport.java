package io.partikey.shell.transfer;

import io.partikey.shell.session.FileErrors;
import io.partikey.shell.session.Session;
import io.partikey.shell.session.ShellException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

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
    try (ItemSource source = FileSources.open(path, options, table)) {
      return ItemLoading.load(session, table, options.mode(), options.skipErrors(), source);
    } catch (BadItemException bad) {
      throw new ShellException(bad.getMessage(), bad);
    } catch (UnreadableRestException broken) {
      throw new ShellException(String.valueOf(broken.getMessage()), broken);
    } catch (IOException failed) {
      throw new ShellException(FileErrors.describe(path.toString(), failed), failed);
    }
  }
}
