package io.partikey.jdbc;

import static io.partikey.jdbc.Connections.columns;
import static io.partikey.jdbc.Connections.row;
import static io.partikey.jdbc.Connections.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NullValue;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedStatementTest {
  private final ScriptedPlanner planner =
      new ScriptedPlanner()
          .query("SELECT ?", columns("a", "b"), List.of(row(text("1"), text("2"))))
          .write("INSERT ?", 1)
          .write("UPDATE ? ?", 0);
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = Connections.open(new FakeBackend(), planner);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void refusesWhatIsTooMuchForABatchAndKeepsTheRest() throws SQLException {
    String text = "x".repeat(400_000);
    System.setProperty("partikey.memory.batch", "1");
    try (PreparedStatement statement = connection.prepareStatement("INSERT ?")) {
      statement.setString(1, text);
      statement.addBatch();
      statement.addBatch();
      assertThatThrownBy(statement::addBatch)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("54000"))
          .hasMessageContaining(
              "The 2 statements of the batch and this one take more than the 1 MB")
          .hasMessageContaining("-Dpartikey.memory.batch=MEGABYTES");
      assertThat(statement.executeBatch()).containsExactly(1, 1);
      statement.addBatch();
      assertThat(statement.executeBatch()).containsExactly(1);
    } finally {
      System.clearProperty("partikey.memory.batch");
    }
  }

  @Test
  void keepsParametersBetweenExecutions() throws SQLException {
    PreparedStatement statement = connection.prepareStatement("UPDATE ? ?");
    statement.setString(1, "a");
    statement.setInt(2, 5);
    statement.executeUpdate();
    statement.setInt(2, 6);
    assertThat(statement.executeUpdate()).isZero();
    assertThat(planner.lastRequest().parameters().values())
        .extracting(AttributeValue::toJson)
        .containsExactly("{\"S\":\"a\"}", "{\"N\":\"6\"}");
    statement.clearParameters();
    assertThatThrownBy(statement::execute)
        .hasMessage("The parameter 1 was not set")
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo("07001");
  }

  @Test
  void refusesParametersThatThereAreNot() throws SQLException {
    PreparedStatement statement = connection.prepareStatement("INSERT ?");
    assertThatThrownBy(() -> statement.setInt(2, 1))
        .hasMessage("There is no parameter 2; the statement has 1 parameter")
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo("22023");
    assertThatThrownBy(() -> statement.setString(0, "x")).isInstanceOf(SQLException.class);
  }

  @Test
  void countsParametersInTheWordsOfTheService() throws SQLException {
    String message =
        "ValidationException: Number of parameters in request and statement don't match.";
    try (Connection service = Connections.open(new FakeBackend(), planner, "dialect", "dynamodb")) {
      PreparedStatement statement = service.prepareStatement("INSERT ?");
      assertThatThrownBy(statement::executeUpdate).hasMessage(message);
      assertThatThrownBy(() -> statement.setInt(2, 1))
          .hasMessage(message)
          .extracting(error -> ((SQLException) error).getSQLState())
          .isEqualTo("07001");
      assertThatThrownBy(() -> statement.setNull(3, Types.OTHER)).hasMessage(message);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Types.NULL, Types.OTHER, Types.TIMESTAMP_WITH_TIMEZONE, Types.VARCHAR, 4711})
  void takesNullOfAnyType(int type) throws SQLException {
    PreparedStatement statement = connection.prepareStatement("INSERT ?");
    statement.setNull(1, type);
    statement.executeUpdate();
    assertThat(boundValue()).isNull();
  }

  @Test
  void bindsNullAsStoredNullWhenAskedTo() throws SQLException {
    try (Connection storing = Connections.open(new FakeBackend(), planner, "nullBinding", "null")) {
      PreparedStatement statement = storing.prepareStatement("INSERT ?");
      statement.setObject(1, null);
      statement.executeUpdate();
      assertThat(boundValue()).isEqualTo(NullValue.NULL);
    }
  }

  @Test
  void ignoresTheScale() throws SQLException {
    PreparedStatement statement = connection.prepareStatement("INSERT ?");
    statement.setObject(1, new BigDecimal("2.55"), Types.DECIMAL, 0);
    statement.executeUpdate();
    assertThat(json()).isEqualTo("{\"N\":\"2.55\"}");
  }

  @Test
  void bindsStreamsTimesAndArrays() throws SQLException {
    PreparedStatement statement = connection.prepareStatement("INSERT ?");
    statement.setBinaryStream(1, new ByteArrayInputStream(new byte[] {1, 2, 3}), 2);
    statement.execute();
    assertThat(json()).isEqualTo("{\"B\":\"AQI=\"}");
    statement.setCharacterStream(1, new StringReader("x".repeat(10_000)));
    statement.execute();
    assertThat(json()).hasSize(10_008);
    statement.setObject(1, LocalDate.of(2026, 1, 31), Types.DATE);
    statement.execute();
    assertThat(json()).isEqualTo("{\"S\":\"2026-01-31\"}");
    Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    statement.setTimestamp(1, new Timestamp(0), calendar);
    statement.execute();
    assertThat(json()).isEqualTo("{\"S\":\"1970-01-01T00:00:00\"}");
    statement.setArray(1, connection.createArrayOf("SS", new Object[] {"a"}));
    statement.execute();
    assertThat(json()).isEqualTo("{\"SS\":[\"a\"]}");
    statement.setObject(1, connection.createStruct("MAP(a)", new Object[] {1}));
    statement.execute();
    assertThat(json()).isEqualTo("{\"M\":{\"a\":{\"N\":\"1\"}}}");
    assertThatThrownBy(() -> statement.setBinaryStream(1, new ByteArrayInputStream(new byte[1]), 2))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void fillsLargeObjects() throws Exception {
    Blob blob = connection.createBlob();
    blob.setBytes(1, new byte[] {1, 2});
    try (OutputStream stream = blob.setBinaryStream(3)) {
      stream.write(3);
    }
    Clob clob = connection.createClob();
    clob.setString(1, "text");
    PreparedStatement statement = connection.prepareStatement("UPDATE ? ?");
    statement.setBlob(1, blob);
    statement.setClob(2, clob);
    statement.execute();
    assertThat(planner.lastRequest().parameters().values())
        .extracting(AttributeValue::toJson)
        .containsExactly("{\"B\":\"AQID\"}", "{\"S\":\"text\"}");
  }

  @Test
  void describesItsRowsBeforeItRuns() throws SQLException {
    assertThat(connection.prepareStatement("SELECT ?").getMetaData().getColumnCount()).isEqualTo(2);
    assertThat(connection.prepareStatement("INSERT ?").getMetaData()).isNull();
    assertThat(planner.requests()).isEmpty();
  }

  @Test
  void describesItsParameters() throws SQLException {
    ParameterMetaData parameters = connection.prepareStatement("UPDATE ? ?").getParameterMetaData();
    assertThat(parameters.getParameterCount()).isEqualTo(2);
    assertThat(parameters.getParameterType(2)).isEqualTo(Types.VARCHAR);
    assertThat(parameters.getParameterTypeName(1)).isEqualTo("VARCHAR");
    assertThat(parameters.getParameterClassName(1)).isEqualTo("java.lang.Object");
    assertThatThrownBy(() -> parameters.getParameterType(3)).isInstanceOf(SQLException.class);
  }

  @Test
  void executesBatchesOfParameters() throws SQLException {
    PreparedStatement statement = connection.prepareStatement("INSERT ?");
    for (int i = 0; i < 3; i++) {
      statement.setInt(1, i);
      statement.addBatch();
    }
    assertThat(statement.executeBatch()).containsExactly(1, 1, 1);
    assertThat(planner.requests())
        .extracting(request -> String.valueOf(request.parameters().get(0)))
        .containsExactly("{\"N\":\"0\"}", "{\"N\":\"1\"}", "{\"N\":\"2\"}");
  }

  @Test
  void hasNoGeneratedKeys() throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement("INSERT ?", Statement.RETURN_GENERATED_KEYS);
    statement.setInt(1, 1);
    statement.execute();
    try (ResultSet keys = statement.getGeneratedKeys()) {
      assertThat(keys.next()).isFalse();
    }
  }

  @Test
  void takesNoText() throws SQLException {
    PreparedStatement statement = connection.prepareStatement("INSERT ?");
    assertThatThrownBy(() -> statement.execute("INSERT ?")).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> statement.addBatch("INSERT ?")).isInstanceOf(SQLException.class);
  }

  private @Nullable AttributeValue boundValue() {
    return planner.lastRequest().parameters().get(0);
  }

  private String json() {
    return String.valueOf(boundValue());
  }
}
