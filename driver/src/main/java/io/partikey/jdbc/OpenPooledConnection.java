package io.partikey.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;
import javax.sql.StatementEventListener;
import org.jspecify.annotations.Nullable;

/**
 * A database that is held open between the connections that a pool lends, one after the other. Each
 * of them is new, so that none knows what the one before had set.
 */
final class OpenPooledConnection implements PooledConnection {
  private final OpenedDatabase database;
  private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
  private @Nullable PartiKeyConnection lent;
  private boolean closed;

  /** Takes a database over. */
  OpenPooledConnection(OpenedDatabase database) {
    this.database = database;
  }

  /** A connection; the one lent before is closed, of which nobody is told. */
  @Override
  public synchronized Connection getConnection() throws SQLException {
    if (closed) {
      throw SqlExceptions.connectionClosed();
    }
    takeBack();
    Loan loan = new Loan();
    PartiKeyConnection connection = database.connect(loan::ended);
    if (!connection.isValid(0)) {
      connection.close();
      SQLException ended = SqlExceptions.connectionClosed();
      ConnectionEvent event = new ConnectionEvent(this, ended);
      listeners.forEach(listener -> listener.connectionErrorOccurred(event));
      throw ended;
    }
    loan.connection = connection;
    lent = connection;
    return connection;
  }

  private void takeBack() throws SQLException {
    @Nullable PartiKeyConnection before = lent;
    lent = null;
    if (before != null) {
      before.close();
    }
  }

  /** One lending, whose end the listeners are told of unless the pool itself ended it. */
  private final class Loan {
    private @Nullable PartiKeyConnection connection;

    private void ended() {
      synchronized (OpenPooledConnection.this) {
        if (connection == null || lent != connection) {
          return;
        }
        lent = null;
      }
      ConnectionEvent event = new ConnectionEvent(OpenPooledConnection.this);
      listeners.forEach(listener -> listener.connectionClosed(event));
    }
  }

  @Override
  public synchronized void close() throws SQLException {
    if (!closed) {
      closed = true;
      takeBack();
      database.backend().close();
    }
  }

  @Override
  public void addConnectionEventListener(ConnectionEventListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeConnectionEventListener(ConnectionEventListener listener) {
    listeners.remove(listener);
  }

  /** Does nothing: statements are not pooled, so that nothing happens to them. */
  @Override
  public void addStatementEventListener(StatementEventListener listener) {}

  @Override
  public void removeStatementEventListener(StatementEventListener listener) {}
}
