package io.partikey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.jdbc.type.SqlType;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * No answer describes a number so that a client would make a double or an integer of it: DBeaver
 * makes a double of every DECIMAL, DOUBLE, REAL and FLOAT that has a scale and of types that it
 * does not know, jOOQ makes an integer of a NUMERIC that has a precision and no scale.
 */
class NumberDescriptionTest {
  private static final Set<Integer> INEXACT =
      Set.of(Types.DECIMAL, Types.DOUBLE, Types.REAL, Types.FLOAT, Types.OTHER, Types.JAVA_OBJECT);

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = Airline.open("?scan=allow");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void ofEveryCallOfMetadata() throws ReflectiveOperationException, SQLException {
    int described = 0;
    for (Method method : DatabaseMetaData.class.getMethods()) {
      if (method.getReturnType() == ResultSet.class) {
        Object[] arguments = NeutralArguments.wrong(method);
        for (int i = 0; i < arguments.length; i++) {
          if (method.getName().equals("getBestRowIdentifier") && i == 3) {
            arguments[i] = DatabaseMetaData.bestRowSession;
          }
        }
        try (ResultSet rows = (ResultSet) method.invoke(connection.getMetaData(), arguments)) {
          checkColumns(rows.getMetaData(), method.getName());
          described += checkRows(rows, method.getName());
        }
      }
    }
    // Columns, types, and keys as row identifiers.
    assertThat(described).isGreaterThan(10);
  }

  private static int checkRows(ResultSet rows, String call) throws SQLException {
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      labels.add(rows.getMetaData().getColumnLabel(i));
    }
    int count = 0;
    while (rows.next() && labels.contains("DATA_TYPE")) {
      int code = rows.getInt("DATA_TYPE");
      assertThat(INEXACT).as(call).doesNotContain(code);
      if (code == Types.NUMERIC && labels.contains("DECIMAL_DIGITS")) {
        assertThat(rows.getString("TYPE_NAME")).as(call).isEqualTo("NUMERIC");
        assertThat(rows.getInt("COLUMN_SIZE")).as(call).isEqualTo(38);
        assertThat(rows.getInt("DECIMAL_DIGITS")).as(call).isPositive();
      }
      count++;
    }
    return count;
  }

  private static void checkColumns(ResultSetMetaData columns, String what) throws SQLException {
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      assertThat(INEXACT).as(what).doesNotContain(columns.getColumnType(i));
      assertThat(columns.getColumnTypeName(i)).as(what).isNotEqualTo("DECIMAL");
      if (columns.getColumnType(i) == Types.NUMERIC) {
        assertThat(columns.getColumnClassName(i)).as(what).isEqualTo(BigDecimal.class.getName());
        assertThat(columns.getScale(i)).as(what).isPositive();
      }
    }
  }

  @Test
  void ofEveryFunctionAndAggregate() throws SQLException {
    List<String> numbers =
        List.of(
            "RowNo",
            "Price",
            "-Price",
            "Price + 1",
            "Price * 2 / 3",
            "mod(RowNo, 2)",
            "abs(Price)",
            "sign(Price)",
            "round(Price, 1)",
            "power(Price, 2)",
            "sqrt(Price)",
            "char_length(Passenger)",
            "position('a', Passenger)",
            "EXTRACT(YEAR FROM '2024-02-29')",
            "CAST(Price AS DECIMAL(10, 2))",
            "CAST(Price AS INTEGER)",
            "CAST(Price AS DOUBLE PRECISION)",
            "1",
            "1.5e0",
            "CASE WHEN RowNo = 1 THEN Price ELSE 0 END",
            "COALESCE(Price, 0)");
    for (String expression : numbers) {
      check("SELECT " + expression + " AS x FROM Seats_2026 WHERE Flight = 'LH1'", expression);
    }
    for (String aggregate :
        List.of(
            "COUNT(*)", "COUNT(Price)", "SUM(Price)", "AVG(Price)", "MIN(Price)", "MAX(RowNo)")) {
      check("SELECT " + aggregate + " AS x FROM Seats_2026", aggregate);
    }
    check("SHOW TABLES", "SHOW TABLES");
    check("SHOW INDEXES FROM Seats_2026", "SHOW INDEXES");
  }

  private void check(String query, String what) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      checkColumns(rows.getMetaData(), what);
      assertThat(rows.next()).as(what).isTrue();
      assertThat(rows.getObject(1)).as(what).isNotInstanceOfAny(Double.class, Float.class);
    }
  }

  @Test
  void ofParametersAndArrays() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE Seats_2026 SET Price = ? WHERE Flight = ? AND RowNo = ?")) {
      ParameterMetaData parameters = statement.getParameterMetaData();
      assertThat(parameters.getParameterType(3)).isEqualTo(Types.NUMERIC);
      assertThat(parameters.getParameterTypeName(3)).isEqualTo("NUMERIC");
      assertThat(parameters.getScale(3)).isPositive();
      for (int i = 1; i <= parameters.getParameterCount(); i++) {
        assertThat(INEXACT).doesNotContain(parameters.getParameterType(i));
      }
    }
    assertThat(connection.createArrayOf("NS", new Object[] {1}).getBaseType())
        .isEqualTo(Types.NUMERIC);
  }

  @Test
  void andEveryTypeThatIsNamedCanBeDeclared() throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet types = connection.getMetaData().getTypeInfo()) {
      while (types.next()) {
        names.add(types.getString("TYPE_NAME"));
      }
    }
    assertThat(names).hasSameSizeAs(SqlType.OF_ATTRIBUTES);
    try (Statement statement = connection.createStatement()) {
      for (String name : names) {
        // As it is named, and with the size that tools write behind a name.
        statement.execute(
            "CREATE TABLE Typed_"
                + name
                + " (id NUMERIC(38, 10), v "
                + name
                + ", PRIMARY KEY (id))");
        try (ResultSet column =
            connection.getMetaData().getColumns(null, null, "Typed_" + name, "v")) {
          assertThat(column.next()).isTrue();
          assertThat(column.getString("TYPE_NAME")).isEqualTo(name);
        }
      }
    }
  }
}
