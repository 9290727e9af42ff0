package io.partikey.jdbc;

import java.sql.SQLException;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.PooledConnection;
import org.jspecify.annotations.Nullable;

/**
 * A source of pooled connections to one database, for pools that ask for them. There is none for
 * distributed transactions: the engine cannot promise a commit before it is asked for it.
 */
public final class PartiKeyConnectionPoolDataSource extends PartiKeyCommonDataSource
    implements ConnectionPoolDataSource {
  private static final long serialVersionUID = 1;

  /** A source without a URL yet. */
  public PartiKeyConnectionPoolDataSource() {}

  @Override
  public PooledConnection getPooledConnection() throws SQLException {
    return new OpenPooledConnection(open());
  }

  /** A connection; databases have no users, so that what is given changes nothing. */
  @Override
  public PooledConnection getPooledConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    return getPooledConnection();
  }
}
