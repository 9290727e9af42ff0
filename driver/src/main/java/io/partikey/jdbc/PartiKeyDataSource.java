package io.partikey.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A source of connections to one database. It does not pool. */
public final class PartiKeyDataSource extends PartiKeyCommonDataSource implements DataSource {
  private static final long serialVersionUID = 1;

  /** A source without a URL yet. */
  public PartiKeyDataSource() {}

  @Override
  public Connection getConnection() throws SQLException {
    return open().connect();
  }

  /** A connection; databases have no users, so that what is given changes nothing. */
  @Override
  public Connection getConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    return getConnection();
  }

  @Override
  public <T> T unwrap(@Nullable Class<T> type) throws SQLException {
    return Unwrapping.unwrap(this, type);
  }

  @Override
  public boolean isWrapperFor(@Nullable Class<?> type) {
    return Unwrapping.isWrapper(this, type);
  }
}
