package io.partikey.jdbc.conformance;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every recorded step of the service's dialect, each file on a database of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {
  private final List<Connection> connections = new ArrayList<>();

  @TestFactory
  Stream<DynamicContainer> answersAsRecorded() throws IOException {
    return RecordedCases.all().stream()
        .map(cases -> DynamicContainer.dynamicContainer(cases.name(), new OneFile(cases).tests()));
  }

  @AfterAll
  void closeDatabases() throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
  }

  /** The database of a file. */
  private record Database(Connection connection, RecordedTables tables) {}

  /** The steps of a file, on tables that the first step makes. */
  private final class OneFile {
    private final RecordedCases cases;
    private @Nullable Database opened;

    OneFile(RecordedCases cases) {
      this.cases = cases;
    }

    Stream<DynamicTest> tests() {
      return cases.steps().stream()
          .map(step -> DynamicTest.dynamicTest(step.id(), () -> run(step)));
    }

    private void run(RecordedStep step) throws SQLException {
      Database database = database();
      if (step.resets()) {
        database.tables().reset();
      }
      Answer answer =
          step.isPlain()
              ? JdbcRun.run(database.connection(), step.request())
              : RequestRun.run(database.connection(), step.request());
      try {
        Expectation.check(answer, step.expected());
      } finally {
        if (step.tableAfter() != null) {
          database.tables().check(step.tableAfter());
        }
      }
    }

    private Database database() throws SQLException {
      if (opened == null) {
        RecordedTables tables = RecordedTables.create(open("sql"), cases);
        tables.reset();
        opened = new Database(open("dynamodb"), tables);
      }
      return opened;
    }

    private Connection open(String dialect) throws SQLException {
      Connection connection =
          DriverManager.getConnection(
              "jdbc:partikey:mem:conformance-"
                  + cases.name()
                  + "?scan=allow&rowFormat=dynamodb-json&dialect="
                  + dialect);
      connections.add(connection);
      return connection;
    }
  }
}
