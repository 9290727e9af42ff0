package io.partikey.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** Behaviours 31 to 35: what reading results in pages, with a stop button, needs. */
@TestMethodOrder(OrderAnnotation.class)
@Timeout(60)
class ReadingBehavioursIT {
  private static final int ITEMS = 2_000;

  /** Runs far longer than any test waits. */
  private static final String ENDLESS =
      "SELECT COUNT(*) FROM Numbers a, Numbers b, Numbers c, Numbers d WHERE a.n + b.n = c.n + d.n";

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = Tool.connect("mem:?scan=allow");
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE Numbers (id NUMBER, PRIMARY KEY (id))");
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO Numbers (id, n, Pad) VALUES (?, ?, ?)")) {
      connection.setAutoCommit(false);
      for (int i = 0; i < ITEMS; i++) {
        insert.setInt(1, i);
        insert.setInt(2, i);
        insert.setString(3, "x".repeat(100));
        insert.addBatch();
      }
      insert.executeBatch();
      connection.setAutoCommit(true);
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  @Order(31)
  void maxRowsStopsTheScanAndFetchSizeIsAHint() throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(20);
      statement.setFetchSize(7);
      assertThat(Tool.rows(statement.executeQuery("SELECT * FROM Numbers"))).hasSize(20);
      assertThat((long) Tool.ask(statement, "PartiKeyStatement", "itemsRead")).isBetween(20L, 40L);
      statement.setMaxRows(0);
      assertThat(Tool.rows(statement.executeQuery("SELECT * FROM Numbers"))).hasSize(ITEMS);
      statement.setLargeMaxRows(3);
      statement.setFetchSize(1);
      assertThat(Tool.rows(statement.executeQuery("SELECT * FROM Numbers"))).hasSize(3);
      assertThat(Tool.stateOf(() -> statement.setMaxRows(-1))).isEqualTo("22023");
    }
  }

  @Test
  @Order(32)
  void anUnorderedSelectRepeatsItsOrderWhileDataDoNotChange() throws SQLException {
    List<String> once = Tool.rows(connection, "SELECT id FROM Numbers");
    List<String> pages = new ArrayList<>();
    for (int offset = 0; offset < 600; offset += 200) {
      try (Statement statement = connection.createStatement()) {
        statement.setMaxRows(offset + 200);
        List<String> page = Tool.rows(statement.executeQuery("SELECT id FROM Numbers"));
        pages.addAll(page.subList(offset, page.size()));
      }
    }
    assertThat(pages).isEqualTo(once.subList(0, 600));
  }

  @Test
  @Order(33)
  void cancelAndTimeoutStopAStatementThatCanBeUsedAgain() throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.cancel();
      CountDownLatch reading = new CountDownLatch(1);
      CompletableFuture<Void> reader =
          inBackground(
              () -> {
                try (ResultSet rows =
                    statement.executeQuery("SELECT a.id FROM Numbers a, Numbers b, Numbers c")) {
                  while (rows.next()) {
                    reading.countDown();
                  }
                }
              });
      reading.await();
      statement.cancel();
      assertStopped(reader, "57014");

      CompletableFuture<Void> counter = inBackground(() -> statement.executeQuery(ENDLESS).next());
      while (!counter.isDone()) {
        // Nothing tells from outside that it has begun; a cancel before that does nothing.
        statement.cancel();
        Thread.onSpinWait();
      }
      assertStopped(counter, "57014");

      statement.setQueryTimeout(1);
      assertThatThrownBy(() -> statement.executeQuery(ENDLESS).next())
          .isInstanceOf(SQLTimeoutException.class)
          .extracting(error -> ((SQLException) error).getSQLState())
          .isEqualTo("57014");
      assertThat(Tool.rows(statement.executeQuery("SELECT id FROM Numbers WHERE id = 1")))
          .containsExactly("1");
      assertThat(connection.isValid(0)).isTrue();
    }
  }

  private static CompletableFuture<Void> inBackground(Tool.Call call) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            call.run();
          } catch (SQLException error) {
            throw new CompletionException(error);
          }
        });
  }

  private static void assertStopped(CompletableFuture<Void> work, String state) {
    ThrowingCallable waiting = work::join;
    assertThatThrownBy(waiting)
        .cause()
        .isInstanceOfSatisfying(
            SQLException.class, error -> assertThat(error.getSQLState()).isEqualTo(state));
  }

  @Test
  @Order(34)
  void labelsAreFoundExactlyFirstAndGettersConvertWithRangeErrors() throws SQLException {
    Tool.update(
        connection,
        "UPSERT INTO Numbers VALUE {'id': 1, 'Id': 300, 'text': '12', 'yes': 'true', 'day':"
            + " '2026-04-05', 'half': 2.5, 'none': null}");
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM Numbers WHERE id = 1")) {
      row.next();
      assertThat(row.getInt("id")).isEqualTo(1);
      assertThat(row.getInt("Id")).isEqualTo(300);
      assertThat(row.getInt("ID")).isEqualTo(1);
      assertThat(row.getInt("TEXT")).isEqualTo(12);
      assertThat(row.getBoolean("yes")).isTrue();
      assertThat(row.getInt("half")).isEqualTo(2);
      assertThat(row.getDate("day")).hasToString("2026-04-05");
      assertThat(Tool.stateOf(() -> row.getByte("Id"))).isEqualTo("22003");
      assertThat(Tool.stateOf(() -> row.getTimestamp("yes"))).isEqualTo("22007");
      assertThat(row.getInt("none")).isZero();
      assertThat(row.wasNull()).isTrue();
      assertThat(row.getString("id")).isEqualTo("1");
      assertThat(row.wasNull()).isFalse();
    }
  }

  @Test
  @Order(35)
  void closingCascadesAndIsIdempotentAndAFailureClosesNothing() throws SQLException {
    Statement statement = connection.createStatement();
    ResultSet rows = statement.executeQuery("SELECT id FROM Numbers WHERE id = 1");
    assertThat(rows.next()).isTrue();
    assertThat(rows.next()).isFalse();
    assertThat(rows.isClosed()).isFalse();
    assertThat(Tool.stateOf(() -> statement.execute("SELEC"))).isEqualTo("42601");
    assertThat(statement.isClosed()).isFalse();
    ResultSet next = statement.executeQuery("SELECT id FROM Numbers WHERE id = 2");
    assertThat(rows.isClosed()).isTrue();
    statement.close();
    statement.close();
    assertThat(next.isClosed()).isTrue();
    assertThat(statement.isClosed()).isTrue();

    Statement completing = connection.createStatement();
    completing.closeOnCompletion();
    completing.executeQuery("SELECT id FROM Numbers WHERE id = 2").close();
    assertThat(completing.isClosed()).isTrue();

    Statement open = connection.createStatement();
    ResultSet last = open.executeQuery("SELECT id FROM Numbers");
    connection.close();
    connection.close();
    assertThat(open.isClosed()).isTrue();
    assertThat(last.isClosed()).isTrue();
    assertThat(Tool.stateOf(() -> connection.createStatement())).isEqualTo("08003");
  }
}
