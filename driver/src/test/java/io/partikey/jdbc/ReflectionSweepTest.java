package io.partikey.jdbc;

import static io.partikey.jdbc.Connections.columns;
import static io.partikey.jdbc.Connections.row;
import static io.partikey.jdbc.Connections.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.NClob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Struct;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every method of every interface, called with neutral and with wrong arguments: it returns
 * something or throws an SQLException, nothing else; metadata always return a result set. What JDBC
 * itself refuses by a default method has no state.
 */
class ReflectionSweepTest {
  /** Makes a fresh object for each call, because calls change and close it. */
  @FunctionalInterface
  private interface Source {
    Object make() throws Exception;
  }

  @TestFactory
  Stream<DynamicTest> ofEveryInterface() {
    return Stream.of(
            sweep(Driver.class, PartiKeyDriver::new),
            sweep(DataSource.class, PartiKeyDataSource::new),
            sweep(ConnectionPoolDataSource.class, PartiKeyConnectionPoolDataSource::new),
            sweep(PooledConnection.class, ReflectionSweepTest::pooledConnection),
            sweep(Connection.class, ReflectionSweepTest::connection),
            sweep(Statement.class, () -> connection().createStatement()),
            sweep(PreparedStatement.class, () -> connection().prepareStatement("INSERT ?")),
            sweep(PartiKeyStatement.class, () -> connection().createStatement()),
            sweep(ParameterMetaData.class, ReflectionSweepTest::parameterMetaData),
            sweep(ResultSet.class, ReflectionSweepTest::rows),
            sweep(PartiKeyResultSet.class, ReflectionSweepTest::rows),
            sweep(ResultSetMetaData.class, () -> rows().getMetaData()),
            sweep(DatabaseMetaData.class, () -> connection().getMetaData()),
            sweep(Blob.class, () -> connection().createBlob()),
            sweep(Clob.class, () -> connection().createClob()),
            sweep(NClob.class, () -> connection().createNClob()),
            sweep(Array.class, () -> connection().createArrayOf("L", new Object[] {1})),
            sweep(Struct.class, () -> connection().createStruct("M(a)", new Object[] {1})),
            sweep(Savepoint.class, ReflectionSweepTest::savepoint))
        .flatMap(tests -> tests);
  }

  private static Stream<DynamicTest> sweep(Class<?> type, Source source) {
    return Stream.of(type.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .flatMap(
            method ->
                Stream.of(
                    DynamicTest.dynamicTest(
                        type.getSimpleName() + ": " + method,
                        () -> check(method, source.make(), NeutralArguments.of(method))),
                    DynamicTest.dynamicTest(
                        type.getSimpleName() + " with wrong arguments: " + method,
                        () -> check(method, source.make(), NeutralArguments.wrong(method)))));
  }

  private static void check(Method method, Object object, @Nullable Object[] arguments)
      throws IllegalAccessException {
    try {
      Object result = method.invoke(object, arguments);
      if (method.getReturnType() == ResultSet.class && object instanceof DatabaseMetaData) {
        assertThat(result).isNotNull();
      }
    } catch (InvocationTargetException thrown) {
      assertThat(thrown.getCause()).isInstanceOf(SQLException.class);
      boolean defaultMethod = method.getName().contains("Sharding") || method.isDefault();
      if (!defaultMethod) {
        assertThat(((SQLException) thrown.getCause()).getSQLState()).hasSize(5);
      }
      if (object instanceof DatabaseMetaData) {
        assertThat(method.getName()).isEqualTo("unwrap");
      }
    }
  }

  private static Connection connection() throws SQLException {
    ScriptedPlanner planner =
        new ScriptedPlanner()
            .query("a", columns("a"), List.of(row(text("1"))))
            .write("INSERT ?", 1);
    return Connections.open(new FakeBackend(), planner);
  }

  private static ResultSet rows() throws SQLException {
    ResultSet rows = connection().createStatement().executeQuery("a");
    rows.next();
    return rows;
  }

  private static ParameterMetaData parameterMetaData() throws SQLException {
    return connection().prepareStatement("INSERT ?").getParameterMetaData();
  }

  private static PooledConnection pooledConnection() throws SQLException {
    PartiKeyConnectionPoolDataSource pool = new PartiKeyConnectionPoolDataSource();
    pool.setUrl("jdbc:partikey:mem:");
    return pool.getPooledConnection();
  }

  private static Savepoint savepoint() throws SQLException {
    Connection connection = connection();
    connection.setAutoCommit(false);
    return connection.setSavepoint();
  }
}
