package io.partikey.jdbc;

import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.jdbc.type.ParameterConversions;
import io.partikey.planner.api.CompiledStatement;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * A statement that was planned when it was prepared. Each execution asks for the plan again by its
 * text, which the planner keeps, so that a changed definition is noticed.
 */
final class PartiKeyPreparedStatement extends ParameterSetters {
  private final String text;
  private final CompiledStatement prepared;
  private final BoundParameters parameters;

  /**
   * Plans a statement.
   *
   * @throws SQLException if it cannot be planned
   */
  PartiKeyPreparedStatement(Session session, Connection connection, @Nullable String text)
      throws SQLException {
    super(session, connection);
    this.text = translated(text);
    this.prepared = session.compile(this.text, session.control(0));
    this.parameters = new BoundParameters(prepared.parameters().size(), session.config().dialect());
  }

  private Parameters boundParameters() throws SQLException {
    return parameters.toParameters(session().config().nullRemoves());
  }

  private CompiledStatement compiled(ExecutionControl control) throws SQLException {
    return session().compile(text, control);
  }

  @Override
  public boolean execute() throws SQLException {
    ExecutionControl control = begin();
    CompiledStatement statement = compiled(control);
    run(statement, boundParameters(), control);
    return statement.returnsRows();
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    ExecutionControl control = begin();
    CompiledStatement statement = compiled(control);
    requireRows(statement);
    run(statement, boundParameters(), control);
    return currentResultSet();
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    ensureOpen();
    return executeLargeUpdate(boundParameters());
  }

  private long executeLargeUpdate(Parameters values) throws SQLException {
    ExecutionControl control = begin();
    CompiledStatement statement = compiled(control);
    requireCount(statement);
    run(statement, values, control);
    return currentCount();
  }

  @Override
  public int executeUpdate() throws SQLException {
    return (int) Math.min(executeLargeUpdate(), Integer.MAX_VALUE);
  }

  @Override
  public void addBatch() throws SQLException {
    ensureOpen();
    Parameters values = boundParameters();
    addToBatch(() -> executeLargeUpdate(values), parameters.memoryBytes());
  }

  @Override
  public void clearParameters() throws SQLException {
    ensureOpen();
    parameters.clear();
  }

  @Override
  public @Nullable ResultSetMetaData getMetaData() throws SQLException {
    ensureOpen();
    CompiledStatement statement = compiled(session().control(settings().timeoutSeconds()));
    if (!statement.returnsRows()) {
      return null;
    }
    return new PartiKeyResultSetMetaData(session().columnsOf(statement));
  }

  @Override
  public ParameterMetaData getParameterMetaData() throws SQLException {
    ensureOpen();
    return new PartiKeyParameterMetaData(prepared.parameters());
  }

  /** The way from what a setter was given to a value. */
  @FunctionalInterface
  private interface Binding {
    AttributeValue value() throws SQLException;
  }

  private void bind(int index, Binding binding) throws SQLException {
    ensureOpen();
    parameters.checkIndex(index);
    try {
      parameters.set(index, binding.value());
    } catch (RuntimeException error) {
      throw session().translate(error);
    }
  }

  @Override
  void bindObject(int index, @Nullable Object value) throws SQLException {
    if (value == null) {
      bindNull(index);
      return;
    }
    bind(index, () -> ParameterConversions.toValue(value));
  }

  @Override
  void bindObject(int index, @Nullable Object value, int type) throws SQLException {
    if (value == null) {
      bindNull(index);
      return;
    }
    bind(index, () -> ParameterConversions.toValue(value, type));
  }

  @Override
  void bindDateTime(int index, @Nullable Date value, @Nullable Calendar calendar)
      throws SQLException {
    if (value == null) {
      bindNull(index);
      return;
    }
    ZoneId zone = calendar == null ? ZoneId.systemDefault() : calendar.getTimeZone().toZoneId();
    bind(index, () -> ParameterConversions.dateTime(value, zone));
  }

  private void bindNull(int index) throws SQLException {
    ensureOpen();
    parameters.set(index, null);
  }
}
