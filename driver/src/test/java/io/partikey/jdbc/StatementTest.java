package io.partikey.jdbc;

import static io.partikey.jdbc.Connections.columns;
import static io.partikey.jdbc.Connections.row;
import static io.partikey.jdbc.Connections.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.planner.api.StatementKind;
import io.partikey.planner.api.StatementResult;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementTest {
  private final ScriptedPlanner planner =
      new ScriptedPlanner()
          .query("SELECT", columns("a"), List.of(row(text("1")), row(text("2")), row(text("3"))))
          .write("INSERT", 1)
          .definition("CREATE")
          .failing("DUPLICATE", new EngineException(ErrorCode.DUPLICATE_ITEM, "It exists"));
  private Connection connection;
  private Statement statement;

  @BeforeEach
  void open() throws SQLException {
    connection = Connections.open(new FakeBackend(), planner, "fetchSize", "50");
    statement = connection.createStatement();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void returnsNoMoreThanTheMostRows() throws SQLException {
    statement.setMaxRows(2);
    ResultSet rows = statement.executeQuery("SELECT");
    assertThat(rows.next()).isTrue();
    assertThat(rows.isLast()).isFalse();
    assertThat(rows.next()).isTrue();
    assertThat(rows.isLast()).isTrue();
    assertThat(rows.next()).isFalse();
    assertThat(planner.lastRequest().maxRows()).isEqualTo(2);
    assertThatThrownBy(() -> statement.setMaxRows(-1)).isInstanceOf(SQLException.class);
  }

  @Test
  void passesTheFetchSizeOn() throws SQLException {
    statement.executeQuery("SELECT");
    assertThat(planner.lastRequest().fetchSize()).isEqualTo(50);
    statement.setFetchSize(7);
    statement.executeQuery("SELECT");
    assertThat(planner.lastRequest().fetchSize()).isEqualTo(7);
  }

  @Test
  void knowsWhereItIs() throws SQLException {
    ResultSet rows = statement.executeQuery("SELECT");
    assertThat(rows.isBeforeFirst()).isTrue();
    assertThat(rows.getRow()).isZero();
    rows.next();
    assertThat(rows.isFirst()).isTrue();
    assertThat(rows.getRow()).isEqualTo(1);
    rows.next();
    rows.next();
    assertThat(rows.getRow()).isEqualTo(3);
    rows.next();
    assertThat(rows.isAfterLast()).isTrue();
    assertThat(rows.isClosed()).isFalse();
    assertThat(rows.next()).isFalse();
  }

  @Test
  void refusesTheWrongKindBeforeItRuns() {
    assertThatThrownBy(() -> statement.executeQuery("INSERT"))
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo("07005");
    assertThatThrownBy(() -> statement.executeUpdate("SELECT"))
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo("07005");
    assertThat(planner.requests()).isEmpty();
  }

  @Test
  void closesTheResultBeforeWithTheNextExecution() throws SQLException {
    ResultSet first = statement.executeQuery("SELECT");
    ResultSet second = statement.executeQuery("SELECT");
    assertThat(first.isClosed()).isTrue();
    assertThat(second.next()).isTrue();
  }

  @Test
  void keepsResultsOfOtherStatementsOpen() throws SQLException {
    ResultSet first = statement.executeQuery("SELECT");
    ResultSet second = connection.createStatement().executeQuery("SELECT");
    assertThat(first.next()).isTrue();
    assertThat(second.next()).isTrue();
    assertThat(first.next()).isTrue();
  }

  @Test
  void closesOnCompletion() throws SQLException {
    statement.closeOnCompletion();
    assertThat(statement.isCloseOnCompletion()).isTrue();
    ResultSet rows = statement.executeQuery("SELECT");
    rows.close();
    assertThat(statement.isClosed()).isTrue();
  }

  @Test
  void staysOpenAfterAnError() throws SQLException {
    assertThatThrownBy(() -> statement.executeUpdate("DUPLICATE"))
        .hasMessage("It exists")
        .isInstanceOf(SQLIntegrityConstraintViolationException.class);
    assertThat(statement.isClosed()).isFalse();
    assertThat(statement.executeUpdate("INSERT")).isEqualTo(1);
  }

  @Test
  void cancelsWhatIsStillBeingPlanned() throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement("SELECT")) {
      cancelWhilePlanning(statement);
      assertCanceled(() -> statement.execute("SELECT"));
      assertCanceled(() -> statement.executeQuery("SELECT"));
      cancelWhilePlanning(prepared);
      assertCanceled(prepared::execute);
      assertCanceled(prepared::executeQuery);
      assertThat(planner.requests()).isEmpty();
      planner.whilePlanning(() -> {});
      assertThat(statement.execute("SELECT")).isTrue();
      assertThat(prepared.execute()).isTrue();
    }
  }

  private void cancelWhilePlanning(Statement canceled) {
    planner.whilePlanning(
        () -> {
          try {
            canceled.cancel();
          } catch (SQLException error) {
            throw new AssertionError(error);
          }
        });
  }

  private static void assertCanceled(ThrowingCallable execution) {
    assertThatThrownBy(execution)
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo("57014");
  }

  @Test
  void cancelsWhatItReadsAndGoesOn() throws SQLException {
    statement.cancel();
    ResultSet rows = statement.executeQuery("SELECT");
    rows.next();
    statement.cancel();
    assertThatThrownBy(rows::next)
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo("57014");
    assertThat(statement.executeQuery("SELECT").next()).isTrue();
  }

  @Test
  void reportsWhatItConsumed() throws SQLException {
    PartiKeyStatement ours = statement.unwrap(PartiKeyStatement.class);
    assertThat(ours.consumedCapacity().readUnits()).isZero();
    ResultSet rows = statement.executeQuery("SELECT");
    rows.next();
    assertThat(ours.consumedCapacity().readUnits()).isEqualTo(0.5);
    assertThat(ours.itemsRead()).isEqualTo(1);
    rows.next();
    rows.close();
    assertThat(ours.consumedCapacity().readUnits()).isEqualTo(1);
    statement.executeUpdate("INSERT");
    assertThat(ours.consumedCapacity().writeUnits()).isEqualTo(2);
    assertThat(ours.itemsRead()).isZero();
  }

  @Test
  void executesBatches() throws SQLException {
    statement.addBatch("INSERT");
    statement.addBatch("CREATE");
    assertThat(statement.executeBatch()).containsExactly(1, 0);
    assertThat(statement.executeLargeBatch()).isEmpty();
  }

  @Test
  void cancelsABatchBetweenItsStatementsToo() throws SQLException {
    planner.put(
        "CANCEL",
        StatementKind.WRITE,
        List.of(),
        request -> {
          try {
            statement.cancel();
          } catch (SQLException error) {
            throw new AssertionError(error);
          }
          return new StatementResult.Count(1, ConsumedCapacity.NONE);
        });
    statement.addBatch("CANCEL");
    statement.addBatch("INSERT");
    assertThatThrownBy(statement::executeBatch)
        .isInstanceOfSatisfying(
            BatchUpdateException.class,
            failure -> {
              assertThat(failure.getSQLState()).isEqualTo("57014");
              // What was to be committed with the others was not.
              assertThat(failure.getUpdateCounts()).isEmpty();
            });
    assertThat(statement.executeUpdate("INSERT")).isEqualTo(1);
  }

  @Test
  void stopsABatchAtTheFirstError() throws SQLException {
    statement.addBatch("INSERT");
    statement.addBatch("DUPLICATE");
    statement.addBatch("INSERT");
    assertThatThrownBy(statement::executeBatch)
        .isInstanceOfSatisfying(
            BatchUpdateException.class,
            error -> {
              assertThat(error.getUpdateCounts()).containsExactly(1);
              assertThat(error.getLargeUpdateCounts()).containsExactly(1L);
              assertThat(error.getSQLState()).isEqualTo("23505");
              assertThat(error.getNextException().getMessage()).isEqualTo("It exists");
              assertThat(error.getMessage())
                  .isEqualTo("Statement 2 of the batch failed: It exists");
            });
    assertThat(planner.requests()).hasSize(2);
    assertThat(statement.executeBatch()).isEmpty();
  }

  @Test
  void sharesACommitAmongTheStatementsOfABatch() throws SQLException {
    FakeBackend backend = new FakeBackend();
    Connection batching = Connections.open(backend, planner);
    Statement batch = batching.createStatement();
    batch.addBatch("INSERT");
    batch.addBatch("INSERT");
    batch.addBatch("DUPLICATE");
    assertThatThrownBy(batch::executeBatch).isInstanceOf(BatchUpdateException.class);
    assertThat(backend.events()).containsExactly("begin", "commit");
    assertThat(batch.unwrap(PartiKeyStatement.class).consumedCapacity().writeUnits()).isEqualTo(4);
    assertThat(batching.getAutoCommit()).isTrue();
    batch.executeUpdate("INSERT");
    assertThat(planner.lastRequest().items()).isSameAs(backend);
  }

  @Test
  void executesABatchThatLostOneByOne() throws SQLException {
    FakeBackend backend = new FakeBackend().withConflicts();
    Statement batch = Connections.open(backend, planner).createStatement();
    batch.addBatch("INSERT");
    batch.addBatch("INSERT");
    assertThat(batch.executeBatch()).containsExactly(1, 1);
    assertThat(backend.events()).containsExactly("begin", "commit");
    assertThat(planner.requests()).hasSize(4);
    assertThat(planner.lastRequest().items()).isSameAs(backend);
  }

  @Test
  void aDefinitionInABatchSharesNoCommit() throws SQLException {
    FakeBackend backend = new FakeBackend().withConflicts();
    Statement batch = Connections.open(backend, planner).createStatement();
    batch.addBatch("INSERT");
    batch.addBatch("CREATE");
    batch.addBatch("INSERT");
    assertThat(batch.executeBatch()).containsExactly(1, 0, 1);
    assertThat(backend.events()).containsExactly("begin", "commit");
    // The first insert lost, and ran once more.
    assertThat(planner.requests()).hasSize(4);
    batch.addBatch("CREATE");
    batch.addBatch("INSERT");
    assertThat(batch.executeBatch()).containsExactly(0, 1);
    // So did this one, but not the definition before it.
    assertThat(planner.requests()).hasSize(4 + 3);
  }

  @Test
  void refusesQueriesInBatches() throws SQLException {
    statement.addBatch("SELECT");
    assertThatThrownBy(statement::executeBatch).isInstanceOf(BatchUpdateException.class);
  }

  @Test
  void quotesNames() throws SQLException {
    assertThat(statement.enquoteIdentifier("plain_1", false)).isEqualTo("plain_1");
    assertThat(statement.enquoteIdentifier("plain_1", true)).isEqualTo("\"plain_1\"");
    assertThat(statement.enquoteIdentifier("a\"b", false)).isEqualTo("\"a\"\"b\"");
    assertThat(statement.enquoteIdentifier("select", false)).isEqualTo("\"select\"");
    assertThat(statement.isSimpleIdentifier("x".repeat(300))).isTrue();
    assertThat(statement.enquoteLiteral("it's")).isEqualTo("'it''s'");
  }

  @Test
  void downgradesWithAWarning() throws SQLException {
    Statement scrolling =
        connection.createStatement(ResultSet.TYPE_SCROLL_SENSITIVE, ResultSet.CONCUR_UPDATABLE);
    assertThat(scrolling.getWarnings().getSQLState()).isEqualTo("01S02");
    assertThat(scrolling.getResultSetType()).isEqualTo(ResultSet.TYPE_FORWARD_ONLY);
    assertThat(scrolling.executeQuery("SELECT").getConcurrency())
        .isEqualTo(ResultSet.CONCUR_READ_ONLY);
    assertThatThrownBy(() -> connection.createStatement(1, 1)).isInstanceOf(SQLException.class);
  }

  @Test
  void returnsRowsAsDynamoJson() throws SQLException {
    try (Connection json =
        Connections.open(new FakeBackend(), planner, "rowFormat", "dynamodb-json")) {
      ResultSet rows = json.createStatement().executeQuery("SELECT");
      assertThat(rows.getMetaData().getColumnCount()).isEqualTo(1);
      assertThat(rows.getMetaData().getColumnName(1)).isEqualTo("item");
      rows.next();
      assertThat(rows.getString("item")).isEqualTo("{\"a\":{\"S\":\"1\"}}");
    }
  }
}
