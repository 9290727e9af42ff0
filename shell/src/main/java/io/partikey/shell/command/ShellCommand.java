package io.partikey.shell.command;

import io.partikey.shell.session.ShellException;
import java.sql.SQLException;

/** A command of the shell: something that is no statement. */
interface ShellCommand {
  /** Its name with the backslash. */
  String name();

  /** What follows the name, as help shows it; may be empty. */
  String usage();

  /** What it does, in a few words. */
  String summary();

  /** What else there is to know of it, in lines; may be empty. */
  default String details() {
    return "";
  }

  /**
   * Runs it.
   *
   * @throws ShellException if it cannot do what was asked
   * @throws SQLException if the database cannot
   */
  void run(Invocation invocation) throws ShellException, SQLException;
}
