package io.partikey.all;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is typed into a cell of DBeaver's grid is what is stored, in the attribute it is typed into.
 */
@Timeout(60)
class GridInputIT {
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = Tool.airline("?scan=bounded");
    try (Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO Empty VALUE {'id': 'a', 'n': 1.5, 'N': 2.5}");
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  /**
   * The number that DBeaver makes of a text, by the code and the scale that a column is described
   * with.
   */
  private static Number numberOf(String text, int code, int scale) {
    return switch (code) {
      case Types.NUMERIC -> new BigDecimal(text);
      case Types.DECIMAL, Types.DOUBLE, Types.REAL, Types.FLOAT ->
          scale > 0 ? (Number) Double.valueOf(text) : new BigDecimal(text);
      default -> scale > 0 ? (Number) Double.valueOf(text) : Long.valueOf(text);
    };
  }

  private static void bind(PreparedStatement statement, int index, Number number)
      throws SQLException {
    if (number instanceof BigDecimal decimal) {
      statement.setBigDecimal(index, decimal);
    } else if (number instanceof Double inexact) {
      statement.setDouble(index, inexact);
    } else {
      statement.setLong(index, number.longValue());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9007199254740993",
        "-9007199254740993",
        "12345678901234567890123456789012345678",
        "1234567890123456789.0123456789012345678",
        "0.00000000000000000000000000000000012345",
        "0.1",
        "42"
      })
  void numbersKeepAllTheirDigits(String text) throws SQLException {
    try (Statement read = connection.createStatement();
        ResultSet rows = read.executeQuery("SELECT * FROM Empty WHERE id='a'")) {
      ResultSetMetaData columns = rows.getMetaData();
      int column = rows.findColumn("n");
      Number number = numberOf(text, columns.getColumnType(column), columns.getScale(column));
      try (PreparedStatement update =
          connection.prepareStatement("UPDATE Empty\n\tSET n=?\n\tWHERE id=?")) {
        bind(update, 1, number);
        update.setString(2, "a");
        assertThat(update.executeUpdate()).isEqualTo(1);
      }
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO Empty (id,n)\n\tVALUES (?,?)")) {
        insert.setString(1, "b");
        bind(insert, 2, number);
        assertThat(insert.executeUpdate()).isEqualTo(1);
      }
    }
    for (String id : new String[] {"a", "b"}) {
      try (Statement read = connection.createStatement();
          ResultSet rows = read.executeQuery("SELECT * FROM Empty WHERE id='" + id + "'")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getObject("n")).isEqualTo(new BigDecimal(text));
      }
    }
    // The row that was saved is read again with its values in the text.
    assertThat(Tool.rows(connection, "SELECT id FROM Empty WHERE id='b' AND n=" + text))
        .containsExactly("b");
  }

  @Test
  void namesThatDifferOnlyInCaseAreDifferentAttributes() throws SQLException {
    assertThat(
            Tool.rows(
                connection.getMetaData().getColumns(null, "main", "Empty", "%"), "COLUMN_NAME"))
        .containsExactly("id", "note", "n", "N");
    // With *Unquoted string case* lower DBeaver quotes what has capitals.
    assertThat(
            Tool.update(connection, "UPDATE \"Empty\"\n\tSET \"N\"=?\n\tWHERE id=?", "typed", "a"))
        .isEqualTo(1);
    assertThat(Tool.rows(connection, "SELECT n, \"N\", N FROM \"Empty\" WHERE id = 'a'"))
        .containsExactly("1.5 typed typed");
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM Empty WHERE id = 'a'")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString("n")).isEqualTo("1.5");
      assertThat(row.getString("N")).isEqualTo("typed");
    }
  }
}
