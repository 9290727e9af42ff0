package io.partikey.jdbc;

import static io.partikey.jdbc.Connections.columns;
import static io.partikey.jdbc.Connections.row;
import static io.partikey.jdbc.Connections.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.StatementKind;
import io.partikey.planner.api.StatementResult;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What may be called while another thread executes a statement on the same connection. */
@Timeout(30)
class ConcurrencyTest {
  private final FakeBackend backend = new FakeBackend();
  private final CountDownLatch running = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ScriptedPlanner planner = new ScriptedPlanner();
  private Connection connection;
  private Statement statement;
  private Future<Integer> execution = CompletableFuture.completedFuture(0);

  @BeforeEach
  void run() throws Exception {
    planner
        .query("SELECT", columns("a"), List.of(row(text("1"))))
        .put("FOR EVER", StatementKind.WRITE, List.of(), this::untilStopped);
    connection = Connections.open(backend, planner);
    statement = connection.createStatement();
  }

  @AfterEach
  void end() throws SQLException {
    connection.close();
    threads.shutdownNow();
  }

  private StatementResult untilStopped(ExecutionRequest request) {
    running.countDown();
    while (!Thread.interrupted()) {
      request.cancellation().check();
      Thread.onSpinWait();
    }
    return new StatementResult.Count(0, ConsumedCapacity.NONE);
  }

  private void start() throws InterruptedException {
    execution = threads.submit(() -> statement.executeUpdate("FOR EVER"));
    running.await();
  }

  private void assertStopped(String state) {
    assertThatThrownBy(() -> execution.get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(SQLException.class)
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo(state);
  }

  @Test
  void cancelStopsTheStatementOnly() throws Exception {
    start();
    statement.cancel();
    assertStopped("57014");
    assertThat(statement.executeQuery("SELECT").next()).isTrue();
  }

  @Test
  void cancelStopsWhatWaitsForItsTurn() throws Exception {
    start();
    try (Statement second = connection.createStatement()) {
      Future<Boolean> waiting = threads.submit(() -> second.execute("SELECT"));
      while (!waiting.isDone()) {
        // Nothing tells from outside that it waits; a cancel before that does nothing.
        second.cancel();
        Thread.onSpinWait();
      }
      assertThatThrownBy(waiting::get)
          .cause()
          .extracting(error -> ((SQLException) error).getSQLState())
          .isEqualTo("57014");
      assertThat(execution.isDone()).isFalse();
      second.setQueryTimeout(1);
      assertThatThrownBy(() -> second.execute("SELECT")).isInstanceOf(SQLTimeoutException.class);
      assertThat(execution.isDone()).isFalse();
      statement.cancel();
      assertStopped("57014");
      assertThat(second.execute("SELECT")).isTrue();
    }
  }

  @Test
  void timeoutStopsPlanning() throws SQLException {
    planner.planForEver();
    statement.setQueryTimeout(1);
    assertThatThrownBy(() -> statement.executeQuery("SELECT"))
        .isInstanceOf(SQLTimeoutException.class)
        .hasMessageContaining("timeout of 1 s");
  }

  @Test
  void closingTheConnectionStopsThePreparationOfAStatement() throws Exception {
    planner.planForEver();
    CountDownLatch preparing = new CountDownLatch(1);
    Future<?> prepared =
        threads.submit(
            () -> {
              preparing.countDown();
              return connection.prepareStatement("SELECT");
            });
    preparing.await();
    connection.close();
    assertThatThrownBy(() -> prepared.get(20, TimeUnit.SECONDS))
        .cause()
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo("08003");
  }

  @Test
  void timeoutStopsTheStatement() throws SQLException {
    statement.setQueryTimeout(1);
    assertThatThrownBy(() -> statement.executeUpdate("FOR EVER"))
        .isInstanceOf(SQLTimeoutException.class)
        .hasMessageContaining("timeout of 1 s");
  }

  @Test
  void isValidDoesNotWait() throws Exception {
    start();
    assertThat(connection.isValid(0)).isTrue();
    assertThat(connection.isClosed()).isFalse();
    statement.cancel();
    assertStopped("57014");
  }

  @Test
  void closeStopsTheStatementAndLeavesTheReleasingToIt() throws Exception {
    start();
    connection.close();
    assertThat(connection.isClosed()).isTrue();
    assertThat(connection.isValid(1)).isFalse();
    assertStopped("08003");
    assertThat(backend.events()).containsExactly("close");
  }

  @Test
  void abortMarksClosedAtOnce() throws Exception {
    start();
    connection.abort(threads);
    assertThat(connection.isClosed()).isTrue();
    assertStopped("08003");
    connection.abort(Runnable::run);
    assertThatThrownBy(() -> connection.abort(null)).isInstanceOf(SQLException.class);
  }

  @Test
  void closingAStatementStopsIt() throws Exception {
    start();
    statement.close();
    assertStopped("57014");
    assertThat(connection.isClosed()).isFalse();
  }

  @Test
  void resultsOfOtherStatementsCanBeClosedMeanwhile() throws Exception {
    ResultSet rows = connection.createStatement().executeQuery("SELECT");
    start();
    rows.close();
    assertThat(rows.isClosed()).isTrue();
    statement.cancel();
    assertStopped("57014");
  }
}
