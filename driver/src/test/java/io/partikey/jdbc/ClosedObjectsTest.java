package io.partikey.jdbc;

import static io.partikey.jdbc.Connections.columns;
import static io.partikey.jdbc.Connections.row;
import static io.partikey.jdbc.Connections.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every method of what is closed says that it is, unless it asks for nothing. */
class ClosedObjectsTest {
  private static final Set<String> ALLOWED =
      Set.of(
          "close",
          "isClosed",
          "isValid",
          "abort",
          "unwrap",
          "isWrapperFor",
          "beginRequest",
          "endRequest",
          "enquoteLiteral",
          "enquoteIdentifier",
          "enquoteNCharLiteral",
          "isSimpleIdentifier",
          "setClientInfo",
          "getType",
          "getConcurrency",
          "rowUpdated",
          "rowInserted",
          "rowDeleted");

  /** States of what is refused whether closed or not: unsupported, and arguments of null. */
  private static final Set<String> REFUSED_ANYWAY = Set.of("0A000", "07005", "22023");

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    ScriptedPlanner planner =
        new ScriptedPlanner()
            .query("SELECT ?", columns("a"), List.of(row(text("1"))))
            .query("SELECT", columns("a"), List.of(row(text("1"))));
    connection = Connections.open(new FakeBackend(), planner);
  }

  @TestFactory
  Stream<DynamicTest> ofAConnection() throws SQLException {
    connection.close();
    return refusals(Connection.class, connection, "08003");
  }

  @TestFactory
  Stream<DynamicTest> ofAStatement() throws SQLException {
    Statement statement = connection.createStatement();
    statement.close();
    return refusals(Statement.class, statement, "55000");
  }

  @TestFactory
  Stream<DynamicTest> ofAPreparedStatement() throws SQLException {
    PreparedStatement statement = connection.prepareStatement("SELECT ?");
    statement.close();
    return refusals(PreparedStatement.class, statement, "55000");
  }

  @TestFactory
  Stream<DynamicTest> ofAResultSet() throws SQLException {
    ResultSet rows = connection.createStatement().executeQuery("SELECT");
    rows.next();
    rows.close();
    return refusals(ResultSet.class, rows, "24000");
  }

  @TestFactory
  Stream<DynamicTest> ofTheStatementsOfAClosedConnection() throws SQLException {
    Statement statement = connection.createStatement();
    connection.close();
    assertThat(statement.isClosed()).isTrue();
    return refusals(Statement.class, statement, "08003");
  }

  @TestFactory
  Stream<DynamicTest> ofTheMetadataOfAClosedConnection() throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    connection.close();
    return Stream.of(DatabaseMetaData.class.getMethods())
        .filter(method -> method.getReturnType() == ResultSet.class)
        .map(method -> refusal(method, metaData, "08003"));
  }

  private static Stream<DynamicTest> refusals(Class<?> type, Object closed, String state) {
    return Stream.of(type.getMethods())
        .filter(method -> !ALLOWED.contains(method.getName()))
        .filter(method -> !method.getName().contains("Sharding"))
        .map(method -> refusal(method, closed, state));
  }

  private static DynamicTest refusal(Method method, Object closed, String state) {
    return DynamicTest.dynamicTest(
        method.toString(),
        () -> {
          Throwable error = thrownBy(method, closed);
          assertThat(error).as("nothing thrown").isInstanceOf(SQLException.class);
          String actual = ((SQLException) error).getSQLState();
          assertThat(actual.equals(state) || REFUSED_ANYWAY.contains(actual)).as(actual).isTrue();
        });
  }

  private static @Nullable Throwable thrownBy(Method method, Object closed)
      throws IllegalAccessException {
    try {
      method.invoke(closed, NeutralArguments.of(method));
      return null;
    } catch (InvocationTargetException thrown) {
      return thrown.getCause();
    }
  }
}
