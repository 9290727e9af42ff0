package io.partikey.jdbc;

import static io.partikey.jdbc.Connections.columns;
import static io.partikey.jdbc.Connections.row;
import static io.partikey.jdbc.Connections.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.Transaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLWarning;
import java.sql.Savepoint;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionTest {
  private final FakeBackend backend = new FakeBackend();
  private final ScriptedPlanner planner =
      new ScriptedPlanner()
          .query("SELECT", columns("a"), List.of(row(text("1")), row(text("2"))))
          .write("INSERT", 1)
          .definition("CREATE");
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = Connections.open(backend, planner);
  }

  private void execute(String text) throws SQLException {
    connection.createStatement().execute(text);
  }

  @Test
  void commitsEachStatementInAutoCommitMode() throws SQLException {
    execute("INSERT");
    assertThat(planner.lastRequest().items()).isSameAs(backend);
    assertThat(backend.events()).isEmpty();
    assertState("25P01", connection::commit);
    assertState("25P01", connection::rollback);
    assertState("25P01", connection::setSavepoint);
  }

  @Test
  void beginsWithTheFirstStatement() throws SQLException {
    connection.setAutoCommit(false);
    assertThat(backend.events()).isEmpty();
    execute("INSERT");
    execute("INSERT");
    assertThat(planner.lastRequest().items()).isInstanceOf(Transaction.class);
    connection.commit();
    connection.commit();
    execute("SELECT");
    connection.rollback();
    assertThat(backend.events()).containsExactly("begin", "commit", "begin", "rollback");
  }

  @Test
  void commitsWhenAutoCommitComesBack() throws SQLException {
    connection.setAutoCommit(false);
    execute("INSERT");
    connection.setAutoCommit(false);
    connection.setAutoCommit(true);
    assertThat(backend.events()).containsExactly("begin", "commit");
  }

  @Test
  void rollsBackWhenItIsClosed() throws SQLException {
    connection.setAutoCommit(false);
    execute("INSERT");
    connection.close();
    connection.close();
    assertThat(backend.events()).containsExactly("begin", "rollback", "close");
  }

  @Test
  void commitsBeforeADefinition() throws SQLException {
    connection.setAutoCommit(false);
    execute("INSERT");
    execute("CREATE");
    assertThat(backend.events()).containsExactly("begin", "commit");
    assertThat(planner.lastRequest().items()).isSameAs(backend);
    assertThat(connection.getMetaData().dataDefinitionCausesTransactionCommit()).isTrue();
  }

  @Test
  void closesResultsOfTheTransactionAtItsEnd() throws SQLException {
    connection.setAutoCommit(false);
    ResultSet rows = connection.createStatement().executeQuery("SELECT");
    rows.next();
    connection.commit();
    assertThat(rows.isClosed()).isTrue();
    assertState("24000", rows::next);
  }

  @Test
  void isOverAfterAConflict() throws SQLException {
    backend.withConflicts();
    connection.setAutoCommit(false);
    execute("INSERT");
    assertThatThrownBy(connection::commit).isInstanceOf(SQLTransactionRollbackException.class);
    execute("INSERT");
    connection.rollback();
    assertThat(backend.events()).containsExactly("begin", "commit", "begin", "rollback");
  }

  @Test
  void goesBackToSavepoints() throws SQLException {
    connection.setAutoCommit(false);
    Savepoint numbered = connection.setSavepoint();
    Savepoint named = connection.setSavepoint("second");
    assertThat(named.getSavepointName()).isEqualTo("second");
    assertThat(numbered.getSavepointId()).isEqualTo(1);
    assertState("3B001", numbered::getSavepointName);
    connection.rollback(numbered);
    assertState("3B001", () -> connection.rollback(named));
    connection.releaseSavepoint(numbered);
    assertState("3B001", () -> connection.releaseSavepoint(numbered));
    assertThat(backend.events()).containsExactly("begin", "savepoint", "savepoint", "rollbackTo");
  }

  @Test
  void forgetsSavepointsAtItsEnd() throws SQLException {
    connection.setAutoCommit(false);
    Savepoint savepoint = connection.setSavepoint();
    connection.rollback();
    assertState("3B001", () -> connection.rollback(savepoint));
  }

  @Test
  void mapsIsolationUpWithAWarning() throws SQLException {
    for (int level : new int[] {0, 1, 2, 4}) {
      connection.clearWarnings();
      connection.setTransactionIsolation(level);
      SQLWarning warning = connection.getWarnings();
      assertThat(warning.getMessage()).contains("TRANSACTION_SERIALIZABLE");
    }
    connection.clearWarnings();
    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    assertThat((Throwable) connection.getWarnings()).isNull();
    assertThat(connection.getTransactionIsolation()).isEqualTo(8);
    assertState("22023", () -> connection.setTransactionIsolation(3));
  }

  @Test
  void refusesWritesWhenReadOnly() throws SQLException {
    connection.setReadOnly(true);
    assertThat(connection.isReadOnly()).isTrue();
    assertState("25006", () -> execute("INSERT"));
    assertState("25006", () -> execute("CREATE"));
    execute("SELECT");
    connection.setReadOnly(false);
    execute("INSERT");
  }

  @Test
  void keepsReadOnlyWithinATransaction() throws SQLException {
    connection.setAutoCommit(false);
    execute("INSERT");
    assertState("25001", () -> connection.setReadOnly(true));
    connection.setReadOnly(false);
  }

  @Test
  void staysReadOnlyWhenItWasOpenedSo() throws SQLException {
    Connection readOnly = Connections.open(backend, planner, "readOnly", "true");
    readOnly.setReadOnly(false);
    assertThat(readOnly.isReadOnly()).isTrue();
    assertThat(readOnly.getWarnings().getMessage()).contains("readOnly=true");
  }

  private static void assertState(String state, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(SQLException.class)
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo(state);
  }
}
