package io.partikey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.TransactionCanceledException;
import io.partikey.engine.backend.TransactionCanceledException.Reason;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transactions of several statements in the dialect of the service. */
class ServiceTransactionTest {
  private static final String URL = "jdbc:partikey:mem:service-transactions?dialect=dynamodb";

  private Connection connection;
  private Connection other;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection(URL);
    other = DriverManager.getConnection(URL);
    execute(
        connection,
        "CREATE TABLE Acc (id STRING, kind STRING, PRIMARY KEY (id), GLOBAL INDEX ByKind (kind))");
    execute(connection, "INSERT INTO Acc VALUE {'id': 'a', 'bal': 10}");
    execute(connection, "INSERT INTO Acc VALUE {'id': 'b', 'bal': 10}");
    connection.setAutoCommit(false);
  }

  @AfterEach
  void shutDown() throws SQLException {
    connection.close();
    execute(other, "SHUTDOWN");
    other.close();
  }

  private static void execute(Connection on, String text) throws SQLException {
    try (Statement statement = on.createStatement()) {
      statement.execute(text);
    }
  }

  private void execute(String text) throws SQLException {
    execute(connection, text);
  }

  private static String balance(Connection on, String id) throws SQLException {
    try (Statement statement = on.createStatement();
        ResultSet rows = statement.executeQuery("SELECT bal FROM Acc WHERE id = '" + id + "'")) {
      return rows.next() ? rows.getString(1) : "no account";
    }
  }

  private static void assertRefused(String message, ThrowingCallable call) {
    assertThatThrownBy(call).hasMessage("ValidationException: " + message);
  }

  @Test
  void writesTogetherAtCommit() throws SQLException {
    execute("UPDATE Acc SET bal = bal - 3 WHERE id = 'a' AND bal >= 3");
    execute("UPDATE Acc SET bal = bal + 3 WHERE id = 'b'");
    execute("DELETE FROM Acc WHERE id = 'nobody'");
    assertThat(balance(other, "a")).isEqualTo("10");
    connection.commit();
    assertThat(balance(other, "a")).isEqualTo("7");
    assertThat(balance(other, "b")).isEqualTo("13");
  }

  @Test
  void saysAtCommitWhyEachStatementWasNotDone() throws SQLException {
    execute("UPDATE Acc SET bal = bal + 1 WHERE id = 'a'");
    execute("UPDATE Acc SET bal = 0 WHERE id = 'b' AND bal = 99");
    execute("INSERT INTO Acc VALUE {'id': 'c'}");
    assertThatThrownBy(connection::commit)
        .isInstanceOf(SQLTransactionRollbackException.class)
        .hasMessage(
            "TransactionCanceledException: Transaction cancelled, please refer cancellation reasons"
                + " for specific reasons [None, ConditionalCheckFailed, None]")
        .cause()
        .isInstanceOfSatisfying(
            TransactionCanceledException.class,
            canceled ->
                assertThat(canceled.reasons())
                    .extracting(Reason::code)
                    .containsExactly("None", "ConditionalCheckFailed", "None"));
    assertThat(balance(other, "a")).isEqualTo("10");
    assertThat(balance(other, "c")).isEqualTo("no account");
    connection.commit();
  }

  @Test
  void checksWithExists() throws SQLException {
    execute("EXISTS(SELECT * FROM Acc WHERE id = 'a' AND bal > 99)");
    execute("UPDATE Acc SET bal = 0 WHERE id = 'b'");
    assertThatThrownBy(connection::commit).hasMessageContaining("[ConditionalCheckFailed, None]");
    execute("EXISTS(SELECT * FROM Acc WHERE id = 'a' AND bal = 10)");
    execute("UPDATE Acc SET bal = 0 WHERE id = 'b'");
    connection.commit();
    assertThat(balance(other, "b")).isEqualTo("0");
  }

  @Test
  void readsOfOneMoment() throws SQLException {
    assertThat(balance(connection, "a")).isEqualTo("10");
    execute(other, "UPDATE Acc SET bal = 1 WHERE id = 'b'");
    assertThat(balance(connection, "b")).isEqualTo("10");
    connection.commit();
    assertThat(balance(connection, "b")).isEqualTo("1");
  }

  @Test
  void keepsReadsAndWritesApart() throws SQLException {
    String apart =
        "ExecuteTransaction API does not support both read and write operations in the same"
            + " request.";
    balance(connection, "a");
    assertRefused(apart, () -> execute("DELETE FROM Acc WHERE id = 'b'"));
    connection.rollback();
    execute("DELETE FROM Acc WHERE id = 'b'");
    assertRefused(apart, () -> balance(connection, "a"));
    connection.rollback();
    assertThat(balance(other, "b")).isEqualTo("10");
  }

  @Test
  void takesOneStatementForAnItem() throws SQLException {
    String repeated = "Transaction request cannot include multiple operations on one item";
    execute("UPDATE Acc SET bal = 1 WHERE id = 'a'");
    assertRefused(repeated, () -> execute("DELETE FROM Acc WHERE id = 'a'"));
    assertRefused(repeated, () -> execute("EXISTS(SELECT * FROM Acc WHERE id = 'a' AND bal = 10)"));
    connection.rollback();
    balance(connection, "a");
    assertRefused(repeated, () -> balance(connection, "a"));
  }

  @Test
  void refusesWhatTheServiceDoesNotDoInTransactions() throws SQLException {
    String keyOnly =
        "Select statements within ExecuteTransaction must specify the primary key in the where"
            + " clause.";
    assertRefused(keyOnly, () -> execute("SELECT * FROM Acc WHERE id = 'a' AND bal = 10"));
    assertRefused(keyOnly, () -> execute("SELECT * FROM Acc WHERE id IN ['a', 'b']"));
    assertRefused(
        "Reads on indices are not supported within transactions.",
        () -> execute("SELECT * FROM Acc.ByKind WHERE kind = 'x'"));
    assertRefused(
        "RETURNING clause is not supported in ExecuteTransaction.",
        () -> execute("DELETE FROM Acc WHERE id = 'a' RETURNING ALL OLD *"));
    connection.commit();
    assertThat(balance(other, "a")).isEqualTo("10");
  }

  @Test
  void takesOneHundredStatements() throws SQLException {
    for (int i = 0; i < 100; i++) {
      execute("INSERT INTO Acc VALUE {'id': 'n" + i + "'}");
    }
    assertThatThrownBy(() -> execute("INSERT INTO Acc VALUE {'id': 'n100'}"))
        .hasMessageStartingWith("ValidationException: 1 validation error detected: Value ")
        .hasMessageEndingWith("Member must have length less than or equal to 100");
    connection.commit();
    assertThat(balance(other, "n99")).isNull();
  }

  @Test
  void takesFourMegabytes() throws SQLException {
    for (int i = 0; i < 11; i++) {
      execute("INSERT INTO Acc VALUE {'id': 'n" + i + "'}");
    }
    connection.commit();
    String text = "x".repeat(400_000);
    for (int i = 0; i < 11; i++) {
      try (var insert = connection.prepareStatement("INSERT INTO Acc VALUE {'id': ?, 'text': ?}")) {
        insert.setString(1, "large" + i);
        insert.setString(2, text);
        insert.executeUpdate();
      }
    }
    assertThatThrownBy(connection::commit).hasMessageContaining("4 MB");
    assertThat(balance(other, "large0")).isEqualTo("no account");
  }

  @Test
  void forgetsWhatCameAfterASavepoint() throws SQLException {
    execute("UPDATE Acc SET bal = 1 WHERE id = 'a'");
    Savepoint savepoint = connection.setSavepoint();
    execute("UPDATE Acc SET bal = 2 WHERE id = 'b'");
    connection.rollback(savepoint);
    execute("UPDATE Acc SET bal = 3 WHERE id = 'b'");
    connection.commit();
    assertThat(balance(other, "a")).isEqualTo("1");
    assertThat(balance(other, "b")).isEqualTo("3");
  }
}
