package io.partikey.jdbc;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.planner.api.Row;
import io.partikey.planner.api.RowCursor;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a result set: a planner's cursor, read in the session's turn, cut at the most rows of
 * the statement, and released as soon as nothing more can come of it.
 */
final class ResultCursor {
  private final Session session;
  private final RowCursor rows;
  private final ExecutionControl control;
  private final long maxRows;
  private final boolean inTransaction;
  private @Nullable Row ahead;
  private boolean peeked;
  private boolean exhausted;
  private long position;
  private volatile boolean closed;
  private volatile ConsumedCapacity consumed = ConsumedCapacity.NONE;
  private volatile long itemsRead;

  /**
   * Takes a cursor over.
   *
   * @param rows the rows, owned by this from now on
   * @param maxRows most rows, 0 for all
   * @param inTransaction whether the rows are read in a transaction, whose end closes this
   */
  ResultCursor(
      Session session,
      RowCursor rows,
      ExecutionControl control,
      long maxRows,
      boolean inTransaction) {
    this.session = session;
    this.rows = rows;
    this.control = control;
    this.maxRows = maxRows;
    this.inTransaction = inTransaction;
  }

  /** Moves to the next row, null behind the last one. */
  @Nullable Row advance() throws SQLException {
    @Nullable Row next = peeked ? ahead : fetch();
    peeked = false;
    ahead = null;
    if (next != null) {
      position++;
    }
    return next;
  }

  /** Whether a row follows. */
  boolean hasMore() throws SQLException {
    if (!peeked) {
      ahead = fetch();
      peeked = true;
    }
    return ahead != null;
  }

  private @Nullable Row fetch() throws SQLException {
    if (exhausted) {
      return null;
    }
    control.start();
    Optional<Row> fetched =
        session.call(
            () -> {
              Optional<Row> next =
                  maxRows > 0 && position >= maxRows ? Optional.empty() : rows.next();
              if (next.isEmpty()) {
                exhausted = true;
                release();
              }
              return next;
            },
            control);
    return fetched.orElse(null);
  }

  /** How many rows were moved to so far. */
  long position() {
    return position;
  }

  boolean inTransaction() {
    return inTransaction;
  }

  /** Whether this was closed, which having no more rows is not. */
  boolean isClosed() {
    return closed;
  }

  /** Closes this without waiting for a statement that runs. Idempotent. */
  void close() throws SQLException {
    if (!closed) {
      closed = true;
      session.whenFree(this::release);
    }
  }

  /** Closes this within the session's turn. */
  void closeInTurn() {
    closed = true;
    release();
  }

  private void release() {
    takeFigures();
    session.released(this);
    rows.close();
  }

  private void takeFigures() {
    consumed = rows.consumed();
    itemsRead = rows.itemsRead();
  }

  /** What was consumed so far. */
  ConsumedCapacity consumed() throws SQLException {
    refresh();
    return consumed;
  }

  /** How many items were read so far. */
  long itemsRead() throws SQLException {
    refresh();
    return itemsRead;
  }

  private void refresh() throws SQLException {
    if (!exhausted && !closed) {
      session.whenFree(this::takeFigures);
    }
  }
}
