package io.partikey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendAddress;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.store.EmbeddedBackendProvider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Commits that are told to stop while they wait for another writer, or compare what they read:
 * refused, and nothing of them is there.
 */
@Timeout(30)
class StoppedCommitTest {
  private static final String WRITE_HELD = "UPSERT INTO Tab (a, b) VALUES ('held', 1)";
  private static final String WRITE_OURS = "UPSERT INTO Tab (a, b) VALUES ('ours', 1)";

  // So many that a commit which read them compares them before it takes a lock.
  private static final int ITEMS = 400;

  private final String name = "stopped-" + System.identityHashCode(this);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicBoolean comparing = new AtomicBoolean();
  private final Backend other = backend();
  private Connection observer;
  private Connection connection;
  private Statement statement;

  /** What tells a commit to stop, from another thread. */
  private enum Door {
    CANCEL("57014"),
    CLOSE_STATEMENT("57014"),
    CLOSE("08003"),
    ABORT("08003");

    private final String state;

    Door(String state) {
      this.state = state;
    }
  }

  private Backend backend() {
    return new EmbeddedBackendProvider()
        .open(new BackendAddress(BackendAddress.Kind.MEMORY, name), BackendOptions.DEFAULT);
  }

  @BeforeEach
  void open() throws SQLException {
    observer = Connections.open(backend(), SharedPlanner.get());
    try (Statement creating = observer.createStatement()) {
      creating.execute("CREATE TABLE Tab (a STRING, b NUMBER, PRIMARY KEY (a, b))");
      creating.execute(
          IntStream.range(0, ITEMS)
              .mapToObj(i -> "('many', " + i + ")")
              .collect(Collectors.joining(", ", "INSERT INTO Tab (a, b) VALUES ", "")));
    }
    open(this::tellingThatItWaits);
  }

  private void open(UnaryOperator<Cancellation> watching, String... properties)
      throws SQLException {
    if (connection != null) {
      connection.close();
    }
    connection =
        Connections.open(
            watched(Backend.class, backend(), watching), SharedPlanner.get(), properties);
    statement = connection.createStatement();
  }

  @AfterEach
  void close() throws SQLException {
    goOn.countDown();
    threads.shutdownNow();
    connection.close();
    observer.close();
    other.shutdown();
    other.close();
  }

  /** A backend, or a transaction of one, whose cancellations are watched. */
  private static <T> T watched(Class<T> type, T real, UnaryOperator<Cancellation> watching) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Object[] given =
                  arguments == null
                      ? null
                      : Arrays.stream(arguments)
                          .map(each -> each instanceof Cancellation c ? watching.apply(c) : each)
                          .toArray();
              try {
                Object answer = method.invoke(real, given);
                return answer instanceof Transaction transaction
                    ? watched(Transaction.class, transaction, watching)
                    : answer;
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            }));
  }

  private Cancellation tellingThatItWaits(Cancellation cancellation) {
    return new Cancellation() {
      @Override
      public void check() {
        cancellation.check();
      }

      @Override
      public long nanosLeft() {
        return cancellation.nanosLeft();
      }

      @Override
      public Listening onStop(Runnable action) {
        reached.countDown();
        return cancellation.onStop(action);
      }
    };
  }

  /** Another writer that has an item's latch, until it is told to go on. */
  private void holdAnItem() throws Exception {
    WriteRequest write =
        new WriteRequest.Put(
            "Tab",
            new Item(Map.of("a", new StringValue("held"), "b", NumberValue.parse("1"))),
            WriteRequest.Put.IfExists.REPLACE,
            null,
            ReturnValues.NONE);
    threads.execute(
        () ->
            other.write(
                write,
                () -> {
                  held.countDown();
                  try {
                    goOn.await();
                  } catch (InterruptedException interrupted) {
                    throw new AssertionError(interrupted);
                  }
                }));
    held.await();
  }

  @ParameterizedTest
  @EnumSource
  void aBatchThatWaitsInItsCommitIsStopped(Door door) throws Exception {
    holdAnItem();
    statement.addBatch(WRITE_OURS);
    statement.addBatch(WRITE_HELD);
    assertStopped(door, statement::executeBatch);
  }

  @Test
  void aBatchSaysWhatIsDoneOfIt() throws Exception {
    holdAnItem();
    for (int i = 0; i < 1001; i++) {
      statement.addBatch(WRITE_OURS);
    }
    statement.addBatch(WRITE_HELD);
    Future<?> batch = threads.submit(statement::executeBatch);
    reached.await();
    statement.cancel();
    assertThatThrownBy(batch::get)
        .cause()
        .isInstanceOfSatisfying(
            BatchUpdateException.class,
            error -> {
              assertThat(error.getUpdateCounts()).hasSize(1000).containsOnly(1);
              assertThat(error.getMessage())
                  .isEqualTo(
                      "The common commit of statements 1001 to 1002 of the batch failed: The"
                          + " statement was cancelled");
            });
    assertThat(ours()).isEqualTo(1);
  }

  @Test
  void aTimeoutStopsABatchThatWaitsInItsCommit() throws Exception {
    holdAnItem();
    statement.setQueryTimeout(1);
    statement.addBatch(WRITE_OURS);
    statement.addBatch(WRITE_HELD);
    Future<?> batch = threads.submit(statement::executeBatch);
    assertThatThrownBy(batch::get)
        .cause()
        .isInstanceOf(BatchUpdateException.class)
        .hasCauseInstanceOf(SQLTimeoutException.class);
    assertThat(ours()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aStatementThatIsACommitOfItsOwnIsStopped(Door door) throws Exception {
    holdAnItem();
    assertStopped(
        door,
        () ->
            statement.executeUpdate(
                "UPSERT INTO Tab (a, b) VALUES ('ours', 1), ('ours', 2), ('held', 1)"));
  }

  @ParameterizedTest
  @EnumSource(names = {"CLOSE", "ABORT"})
  void aCommitThatWaitsIsStopped(Door door) throws Exception {
    connection.setAutoCommit(false);
    statement.executeUpdate(WRITE_OURS);
    statement.executeUpdate(WRITE_HELD);
    holdAnItem();
    assertStopped(door, this::commit);
  }

  @ParameterizedTest
  @EnumSource(names = {"CLOSE", "ABORT"})
  void aCommitOfTheServiceThatWaitsIsStopped(Door door) throws Exception {
    open(this::tellingThatItWaits, "dialect", "dynamodb");
    connection.setAutoCommit(false);
    statement.executeUpdate("INSERT INTO Tab VALUE {'a': 'ours', 'b': 1}");
    statement.executeUpdate("INSERT INTO Tab VALUE {'a': 'held', 'b': 1}");
    holdAnItem();
    assertStopped(door, this::commit);
  }

  @ParameterizedTest
  @EnumSource(names = {"CLOSE", "ABORT"})
  void aCommitThatComparesATableIsStopped(Door door) throws Exception {
    open(this::stayingWhereItCompares);
    beginWithAScan();
    assertStopped(door, this::commit);
  }

  @ParameterizedTest
  @EnumSource
  void theCommitThatADefinitionBeginsWithIsStopped(Door door) throws Exception {
    open(this::stayingWhereItCompares);
    beginWithAScan();
    assertStopped(door, () -> statement.execute("CREATE TABLE Other (a STRING, PRIMARY KEY (a))"));
  }

  /** A transaction that read a table in which another one wrote since, though nothing else. */
  private void beginWithAScan() throws SQLException {
    connection.setAutoCommit(false);
    try (ResultSet rows = statement.executeQuery("SELECT b FROM Tab WHERE a = 'many'")) {
      while (rows.next()) {
        // Read.
      }
    }
    try (Statement writing = observer.createStatement()) {
      writing.execute("UPSERT INTO Tab (a, b) VALUES ('many', 1)");
    }
    statement.executeUpdate(WRITE_OURS);
    comparing.set(true);
  }

  private Cancellation stayingWhereItCompares(Cancellation cancellation) {
    AtomicInteger asked = new AtomicInteger();
    return () -> {
      cancellation.check();
      if (comparing.get() && asked.incrementAndGet() > ITEMS / 2) {
        reached.countDown();
        while (!Thread.interrupted()) {
          cancellation.check();
          Thread.onSpinWait();
        }
      }
    };
  }

  private Object commit() throws SQLException {
    connection.commit();
    return connection;
  }

  private void assertStopped(Door door, Callable<?> committing) throws Exception {
    Future<?> commit = threads.submit(committing);
    reached.await();
    switch (door) {
      case CANCEL -> statement.cancel();
      case CLOSE_STATEMENT -> statement.close();
      case CLOSE -> connection.close();
      case ABORT -> connection.abort(threads);
    }
    assertState(door.state, commit);
    goOn.countDown();
    assertThat(ours()).isZero();
    if (!connection.isClosed()) {
      try (Statement again = connection.createStatement()) {
        again.execute(WRITE_OURS);
        connection.setAutoCommit(true);
      }
      assertThat(ours()).isEqualTo(1);
    }
  }

  private static void assertState(String state, Future<?> commit) {
    assertThatThrownBy(commit::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            SQLException.class, error -> assertThat(error.getSQLState()).isEqualTo(state));
  }

  private int ours() throws SQLException {
    try (Statement counting = observer.createStatement();
        ResultSet rows = counting.executeQuery("SELECT COUNT(*) FROM Tab WHERE a = 'ours'")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
