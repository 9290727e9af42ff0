package io.partikey.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A connection as far as its settings go: what clients set to use it as they are used to, most of
 * which changes nothing here, and the warnings that say so.
 */
abstract class ConfiguredConnection implements Connection {
  private final Session session;
  private final ClientInfo clientInfo = new ClientInfo();
  private volatile int networkTimeout;
  private volatile int holdability = ResultSet.CLOSE_CURSORS_AT_COMMIT;

  ConfiguredConnection(Session session) {
    this.session = session;
  }

  @Override
  public final void setReadOnly(boolean readOnly) throws SQLException {
    session.setReadOnly(readOnly);
  }

  @Override
  public final boolean isReadOnly() throws SQLException {
    session.ensureOpen();
    return session.isReadOnly();
  }

  @Override
  public final void setTransactionIsolation(int level) throws SQLException {
    session.ensureOpen();
    switch (level) {
      case TRANSACTION_SERIALIZABLE -> {}
      case TRANSACTION_NONE,
          TRANSACTION_READ_UNCOMMITTED,
          TRANSACTION_READ_COMMITTED,
          TRANSACTION_REPEATABLE_READ ->
          session
              .warnings()
              .add(SqlExceptions.downgraded("Transactions are always TRANSACTION_SERIALIZABLE"));
      default ->
          throw SqlExceptions.invalidArgument(level + " is no isolation level of Connection");
    }
  }

  @Override
  public final int getTransactionIsolation() throws SQLException {
    session.ensureOpen();
    return TRANSACTION_SERIALIZABLE;
  }

  @Override
  public final void setNetworkTimeout(@Nullable Executor executor, int milliseconds)
      throws SQLException {
    session.ensureOpen();
    if (milliseconds < 0) {
      throw SqlExceptions.invalidArgument("A timeout is at least 0, not " + milliseconds);
    }
    networkTimeout = milliseconds;
  }

  @Override
  public final int getNetworkTimeout() throws SQLException {
    session.ensureOpen();
    return networkTimeout;
  }

  @Override
  public final void setHoldability(int newHoldability) throws SQLException {
    session.ensureOpen();
    ResultSetRequest.checkHoldability(newHoldability);
    holdability = newHoldability;
  }

  @Override
  public final int getHoldability() throws SQLException {
    session.ensureOpen();
    return holdability;
  }

  /** Does nothing, as JDBC has it where there are no catalogs. */
  @Override
  public final void setCatalog(@Nullable String catalog) throws SQLException {
    session.ensureOpen();
  }

  @Override
  public final @Nullable String getCatalog() throws SQLException {
    session.ensureOpen();
    return null;
  }

  /** Does nothing: there is one schema. */
  @Override
  public final void setSchema(@Nullable String schema) throws SQLException {
    session.ensureOpen();
  }

  @Override
  public final String getSchema() throws SQLException {
    session.ensureOpen();
    return DriverInfo.SCHEMA;
  }

  @Override
  public final void setClientInfo(@Nullable String name, @Nullable String value)
      throws SQLClientInfoException {
    if (!clientInfo.set(name, value)) {
      session
          .warnings()
          .add(SqlExceptions.warning("There is no client information '" + name + "'"));
    }
  }

  @Override
  public final void setClientInfo(@Nullable Properties properties) throws SQLClientInfoException {
    clientInfo.clear();
    if (properties == null) {
      return;
    }
    for (String name : properties.stringPropertyNames()) {
      setClientInfo(name, properties.getProperty(name));
    }
  }

  @Override
  public final @Nullable String getClientInfo(@Nullable String name) throws SQLException {
    session.ensureOpen();
    return clientInfo.get(name);
  }

  @Override
  public final Properties getClientInfo() throws SQLException {
    session.ensureOpen();
    return clientInfo.toProperties();
  }

  @Override
  public final Map<String, Class<?>> getTypeMap() throws SQLException {
    session.ensureOpen();
    return Map.of();
  }

  @Override
  public final void setTypeMap(@Nullable Map<String, Class<?>> types) throws SQLException {
    session.ensureOpen();
    if (types != null && !types.isEmpty()) {
      throw SqlExceptions.notSupported("Mapping types to classes");
    }
  }

  @Override
  public final @Nullable SQLWarning getWarnings() throws SQLException {
    session.ensureOpen();
    return session.warnings().first();
  }

  @Override
  public final void clearWarnings() throws SQLException {
    session.ensureOpen();
    session.warnings().clear();
  }
}
