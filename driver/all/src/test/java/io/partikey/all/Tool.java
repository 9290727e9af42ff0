package io.partikey.all;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.StringJoiner;

/**
 * What SQL tools have in common: the driver's jar in a class loader of its own, which sees nothing
 * else of this program, and everything done through the interfaces of {@code java.sql}.
 */
final class Tool {
  static final Driver DRIVER = load();

  private Tool() {}

  // Open until the JVM ends, like the class loader of a tool.
  @SuppressWarnings("resource")
  private static Driver load() {
    try {
      URL[] jar = {ShadedJar.PATH.toUri().toURL()};
      ClassLoader loader = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader());
      return ServiceLoader.load(Driver.class, loader).findFirst().orElseThrow();
    } catch (IOException error) {
      throw new IllegalStateException(error);
    }
  }

  /** A connection to a database, for example {@code mem:x?scan=bounded}. */
  static Connection connect(String database) throws SQLException {
    return DRIVER.connect("jdbc:partikey:" + database, new Properties());
  }

  /** A connection to a private database with seats in it, and properties as in a URL. */
  static Connection airline(String properties) throws SQLException {
    Connection connection = connect("mem:" + properties);
    fill(connection);
    return connection;
  }

  /**
   * Makes the tables: Seats_2026 of flight LH1 with an index and a document, SeatsX2026, whose name
   * the pattern Seats_2026 matches, and Empty without items.
   */
  static void fill(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE Seats_2026 (
            Flight STRING, RowNo NUMBER, Class STRING, Passenger STRING,
            PRIMARY KEY (Flight, RowNo),
            GLOBAL INDEX ByPassenger (Passenger, Flight))
          """);
      statement.execute("CREATE TABLE SeatsX2026 (id STRING, PRIMARY KEY (id))");
      statement.execute("CREATE TABLE Empty (id STRING, note STRING, PRIMARY KEY (id))");
      for (String seat :
          List.of(
              "'RowNo': 1, 'Passenger': 'ada', 'Price': 99.5, 'Meal': {'kind': 'vegan'}",
              "'RowNo': 2, 'Passenger': 'bob', 'Price': 120, 'Meal': {'kind': 'any'}",
              "'RowNo': 3")) {
        statement.execute("INSERT INTO Seats_2026 VALUE {'Flight': 'LH1', " + seat + "}");
      }
      statement.execute("INSERT INTO SeatsX2026 VALUE {'id': 'x', 'other': 1}");
    }
  }

  /** What a query returns, a line a row, the values of its columns with a blank between them. */
  static List<String> rows(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return rows(statement.executeQuery(query));
    }
  }

  /** The rows of a result set, of all columns or of those with some labels. */
  static List<String> rows(ResultSet resultSet, String... labels) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (resultSet) {
      List<String> shown = labels.length == 0 ? labels(resultSet.getMetaData()) : List.of(labels);
      while (resultSet.next()) {
        StringJoiner row = new StringJoiner(" ");
        for (String label : shown) {
          row.add(resultSet.getString(label));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  static List<String> labels(ResultSetMetaData columns) throws SQLException {
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      labels.add(columns.getColumnLabel(i));
    }
    return labels;
  }

  /** Executes a statement with parameters and returns its count. */
  static int update(Connection connection, String text, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    }
  }

  /** Asks an object of the driver what JDBC has no word for, by the name of a method. */
  static Object ask(Object object, String type, String method, Object... arguments)
      throws ReflectiveOperationException {
    Class<?> declaring =
        Class.forName("io.partikey.jdbc." + type, false, object.getClass().getClassLoader());
    Class<?>[] types = new Class<?>[arguments.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = arguments[i].getClass();
    }
    return declaring.getMethod(method, types).invoke(object, arguments);
  }

  /** The SQLState of what a call throws. */
  static String stateOf(Call call) {
    try {
      call.run();
    } catch (SQLException error) {
      return error.getSQLState();
    }
    return "nothing thrown";
  }

  /** A call of JDBC. */
  @FunctionalInterface
  interface Call {
    void run() throws SQLException;
  }
}
