package io.partikey.planner.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendAddress;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.BackendProvider;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Parameters;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.QueryPlanner;
import io.partikey.planner.api.Row;
import io.partikey.planner.api.RowCursor;
import io.partikey.planner.api.StatementResult;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An index stands for its table while it holds every item, and no longer. */
final class CompleteIndexesTest {
  private static final String BY_FLIGHT = "SELECT id FROM Bookings WHERE flight = 'OS87'";

  private final QueryPlanner planner = new KeyedQueryPlanner();
  private final Backend backend =
      ServiceLoader.load(BackendProvider.class)
          .findFirst()
          .orElseThrow()
          .open(new BackendAddress(BackendAddress.Kind.MEMORY, ""), BackendOptions.DEFAULT);

  @BeforeEach
  void makeTable() {
    run(
        "CREATE TABLE Bookings (id STRING, flight STRING, seat STRING, PRIMARY KEY (id),"
            + " GLOBAL INDEX ByFlight (flight, seat))");
    run("INSERT INTO Bookings VALUE {'id': 'b1', 'flight': 'OS87', 'seat': '1A'}");
  }

  @AfterEach
  void close() {
    backend.close();
  }

  @Test
  void readsTheIndexWithoutItsNameWhileItHoldsEveryItem() {
    assertThat(count(BY_FLIGHT)).isEqualTo(1);
  }

  @Test
  void refusesTheSameTextOnceAnItemIsNotInTheIndex() {
    assertThat(count(BY_FLIGHT)).isEqualTo(1);
    run("INSERT INTO Bookings VALUE {'id': 'b2', 'flight': 'OS87'}");
    assertThatThrownBy(() -> count(BY_FLIGHT))
        .isInstanceOfSatisfying(
            EngineException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_KEYED));
    run("DELETE FROM Bookings WHERE id = 'b2'");
    assertThat(count(BY_FLIGHT)).isEqualTo(1);
  }

  @Test
  void readsTheIndexByItsNameEitherWay() {
    run("INSERT INTO Bookings VALUE {'id': 'b2', 'flight': 'OS87'}");
    assertThat(count("SELECT id FROM Bookings.ByFlight WHERE flight = 'OS87'")).isEqualTo(1);
  }

  @Test
  void updatesThroughTheIndexWhileItHoldsEveryItem() {
    String update = "UPDATE Bookings SET checked = true WHERE flight = 'OS87'";
    run(update);
    assertThat(count("SELECT id FROM Bookings WHERE id = 'b1' AND checked = true")).isEqualTo(1);
    run("INSERT INTO Bookings VALUE {'id': 'b2', 'flight': 'OS87'}");
    assertThatThrownBy(() -> run(update)).isInstanceOf(EngineException.class);
  }

  @Test
  void refusesInATransactionThatAddedAnItemThatIsNotInTheIndex() {
    assertThat(count(BY_FLIGHT)).isEqualTo(1);
    try (Transaction transaction = backend.begin()) {
      assertThat(count(BY_FLIGHT, transaction)).isEqualTo(1);
      execute("INSERT INTO Bookings VALUE {'id': 'b2', 'flight': 'OS87'}", transaction);
      assertThatThrownBy(() -> count(BY_FLIGHT, transaction))
          .isInstanceOfSatisfying(
              EngineException.class,
              refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_KEYED));
      assertThat(count(BY_FLIGHT)).isEqualTo(1);
      execute("UPDATE Bookings SET seat = '2B' WHERE id = 'b2'", transaction);
      assertThat(count(BY_FLIGHT, transaction)).isEqualTo(2);
      execute("INSERT INTO Bookings VALUE {'id': 'b3', 'flight': 'OS87'}", transaction);
      assertThatThrownBy(() -> execute("DELETE FROM Bookings WHERE flight = 'OS87'", transaction))
          .isInstanceOf(EngineException.class);
    }
  }

  @Test
  void readsTheIndexInATransactionWhoseSnapshotIsComplete() {
    assertThat(count(BY_FLIGHT)).isEqualTo(1);
    try (Transaction transaction = backend.begin()) {
      CompiledStatement byFlight = planner.compile(BY_FLIGHT, PlannerSettings.DEFAULT, backend);
      run("INSERT INTO Bookings VALUE {'id': 'b2', 'flight': 'OS87'}");
      assertThat(count(byFlight.execute(on(transaction)))).isEqualTo(1);
    }
  }

  @Test
  void letsATransactionLoseWhoseIndexIsCompleteNoMore() {
    try (Transaction transaction = backend.begin()) {
      assertThat(count(BY_FLIGHT, transaction)).isEqualTo(1);
      execute("UPDATE Bookings SET seen = 1 WHERE id = 'b1'", transaction);
      run("INSERT INTO Bookings VALUE {'id': 'b2', 'flight': 'OS87'}");
      assertThatThrownBy(transaction::commit)
          .isInstanceOfSatisfying(
              EngineException.class,
              conflict -> assertThat(conflict.code()).isEqualTo(ErrorCode.TRANSACTION_CONFLICT));
    }
  }

  private int count(String query, Transaction transaction) {
    return count(execute(query, transaction));
  }

  private StatementResult execute(String text, Transaction transaction) {
    return planner.compile(text, PlannerSettings.DEFAULT, backend).execute(on(transaction));
  }

  private ExecutionRequest on(Transaction transaction) {
    return new ExecutionRequest(backend, transaction, Parameters.NONE, 0, 0, Cancellation.NEVER);
  }

  private int count(String query) {
    return count(execute(query));
  }

  private static int count(StatementResult answer) {
    StatementResult.Rows result = (StatementResult.Rows) answer;
    int count = 0;
    try (RowCursor rows = result.rows()) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        count++;
      }
    }
    return count;
  }

  private void run(String statement) {
    assertThat(execute(statement)).isInstanceOf(StatementResult.Count.class);
  }

  private StatementResult execute(String text) {
    return planner
        .compile(text, PlannerSettings.DEFAULT, backend)
        .execute(ExecutionRequest.of(backend, Parameters.NONE));
  }
}
