package io.partikey.shell.session;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A user's work on one database: the connection, the settings, the display, and what was consumed
 * so far. Owns the connection. For one thread, {@link #cancel} excepted.
 */
public final class Session implements AutoCloseable {
  private final DatabaseAddress address;
  private final Display display;
  private final CapacityTotals totals = new CapacityTotals();
  private Settings settings;
  private Connection connection;
  private volatile @Nullable Runnable canceller;
  private String lastStatement = "";

  /**
   * Opens the database.
   *
   * @throws SQLException if the driver cannot
   */
  public Session(DatabaseAddress address, Settings settings, Display display) throws SQLException {
    this.address = address;
    this.settings = settings;
    this.display = display;
    this.connection = connect(address, settings.connectionProperties());
  }

  private static Connection connect(DatabaseAddress address, Map<String, String> settings)
      throws SQLException {
    Properties properties = new Properties();
    properties.putAll(settings);
    return DriverManager.getConnection(address.url(), properties);
  }

  /** The address of the database. */
  public DatabaseAddress address() {
    return address;
  }

  /** The display that everything is written to. */
  public Display display() {
    return display;
  }

  /** The settings of this moment. */
  public Settings settings() {
    return settings;
  }

  /** The connection of this moment; it belongs to the session. */
  public Connection connection() {
    return connection;
  }

  /** What the statements of this session consumed. */
  public CapacityTotals totals() {
    return totals;
  }

  /**
   * Opens another connection to the database with the properties of some settings, which the caller
   * closes.
   *
   * @throws SQLException if the driver cannot
   */
  public Connection openConnection(Settings settings) throws SQLException {
    return connect(address, settings.connectionProperties());
  }

  /**
   * Changes the settings; a change of the connection's properties connects anew.
   *
   * @throws SQLException if the driver refuses the properties; the session is as it was then
   * @throws ShellException if that cannot be done in a transaction
   */
  public void change(Settings changed) throws SQLException, ShellException {
    if (!changed.connectionProperties().equals(settings.connectionProperties())) {
      if (isInTransaction()) {
        throw new ShellException("Not in a transaction: \\commit or \\rollback it first.");
      }
      Connection former = connection;
      connection = openConnection(changed);
      former.close();
    }
    settings = changed;
  }

  /** Whether statements wait for {@link #commit} or {@link #rollback}. */
  public boolean isInTransaction() throws SQLException {
    return !connection.isClosed() && !connection.getAutoCommit();
  }

  /**
   * Opens a transaction.
   *
   * @throws ShellException if one is open
   */
  public void begin() throws SQLException, ShellException {
    if (isInTransaction()) {
      throw new ShellException("A transaction is open; \\commit or \\rollback ends it.");
    }
    connection.setAutoCommit(false);
  }

  /**
   * Ends the transaction and keeps what it did.
   *
   * @throws SQLException if another transaction was faster; this one is over then, too
   * @throws ShellException if none is open
   */
  public void commit() throws SQLException, ShellException {
    requireTransaction();
    try {
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /**
   * Ends the transaction and takes back what it did.
   *
   * @throws ShellException if none is open
   */
  public void rollback() throws SQLException, ShellException {
    requireTransaction();
    connection.rollback();
    connection.setAutoCommit(true);
  }

  private void requireTransaction() throws SQLException, ShellException {
    if (!isInTransaction()) {
      throw new ShellException("No transaction is open; \\begin opens one.");
    }
  }

  /** Notes the statement that now runs. */
  void ran(String statement) {
    lastStatement = statement;
  }

  /** The text of the statement that ran last, which a command may have written. */
  public String lastStatement() {
    return lastStatement;
  }

  /**
   * Notes how to stop what now begins.
   *
   * @param canceller stops it from any thread; null when it is over
   */
  public void running(@Nullable Runnable canceller) {
    this.canceller = canceller;
  }

  /**
   * Stops what is running, if anything is; it fails then. May be called from any thread.
   *
   * @return whether there was anything
   */
  public boolean cancel() {
    Runnable current = canceller;
    if (current == null) {
      return false;
    }
    current.run();
    return true;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
