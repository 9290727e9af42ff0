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
   */
  public void change(Settings changed) throws SQLException {
    if (!changed.connectionProperties().equals(settings.connectionProperties())) {
      Connection former = connection;
      connection = openConnection(changed);
      former.close();
    }
    settings = changed;
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
