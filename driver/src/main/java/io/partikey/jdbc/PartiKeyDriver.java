package io.partikey.jdbc;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC driver of PartiKey, for URLs that begin with {@code jdbc:partikey:}.
 *
 * <p>Loading the class registers it and does nothing else; planner and store are loaded by the
 * first connection. Thread-safe.
 */
public final class PartiKeyDriver implements Driver {
  static {
    register();
  }

  private static void register() {
    try {
      DriverManager.registerDriver(new PartiKeyDriver());
    } catch (SQLException error) {
      throw new ExceptionInInitializerError(error);
    }
  }

  /** A driver like any other of this class; it has no state. */
  public PartiKeyDriver() {}

  @Override
  public boolean acceptsURL(@Nullable String url) throws SQLException {
    if (url == null) {
      throw SqlExceptions.invalidArgument("The URL is null");
    }
    return ConnectionUrl.accepts(url);
  }

  /**
   * Opens a connection.
   *
   * @return the connection, null for URLs of other drivers
   * @throws SQLException with state 08001 for a URL that is not well formed and a database that
   *     cannot be opened, with 22023 for a bad property
   */
  @Override
  public @Nullable Connection connect(@Nullable String url, @Nullable Properties properties)
      throws SQLException {
    return url == null || !acceptsURL(url) ? null : Databases.open(url, properties).connect();
  }

  /** Every property, with the value that URL and properties give it. Opens nothing. */
  @Override
  public DriverPropertyInfo[] getPropertyInfo(@Nullable String url, @Nullable Properties properties)
      throws SQLException {
    Map<String, String> ofUrl =
        url == null || !acceptsURL(url) ? Map.of() : ConnectionUrl.propertiesOf(url);
    return Arrays.stream(ConnectionProperty.values())
        .map(property -> property.toPropertyInfo(value(property, ofUrl, properties)))
        .toArray(DriverPropertyInfo[]::new);
  }

  private static String value(
      ConnectionProperty property, Map<String, String> ofUrl, @Nullable Properties properties) {
    String name = property.propertyName();
    String ofProperties =
        properties == null
            ? property.defaultValue()
            : properties.getProperty(name, property.defaultValue());
    return ofUrl.getOrDefault(name, ofProperties);
  }

  @Override
  public int getMajorVersion() {
    return DriverInfo.MAJOR_VERSION;
  }

  @Override
  public int getMinorVersion() {
    return DriverInfo.MINOR_VERSION;
  }

  /** False: not all of SQL-92's entry level is there. */
  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw SqlExceptions.notSupported("Logging by java.util.logging");
  }
}
