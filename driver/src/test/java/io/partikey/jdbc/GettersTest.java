package io.partikey.jdbc;

import static io.partikey.jdbc.Connections.column;
import static io.partikey.jdbc.Connections.number;
import static io.partikey.jdbc.Connections.row;
import static io.partikey.jdbc.Connections.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.NullValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GettersTest {
  private static final AttributeValue LIST =
      AttributeValue.fromJson("{\"L\":[{\"N\":\"1\"},{\"N\":\"2\"},{\"NULL\":true}]}");
  private static final AttributeValue MAP =
      AttributeValue.fromJson("{\"M\":{\"b\":{\"N\":\"1\"},\"a\":{\"S\":\"x\"}}}");

  private Connection connection;
  private ResultSet rows;

  @BeforeEach
  void open() throws SQLException {
    ScriptedPlanner planner =
        new ScriptedPlanner()
            .query(
                "SELECT",
                List.of(
                    column("s", AttributeType.S),
                    column("n", AttributeType.N),
                    column("b", AttributeType.B),
                    column("bool", AttributeType.BOOL),
                    column("l", AttributeType.L),
                    column("m", AttributeType.M),
                    column("mixed", AttributeType.S, AttributeType.N),
                    column("none", AttributeType.S),
                    column("null", AttributeType.N),
                    column("when", AttributeType.S),
                    column("S", AttributeType.S)),
                List.of(
                    row(
                        text("text"),
                        number("2.50"),
                        AttributeValue.fromJson("{\"B\":\"AQID\"}"),
                        BooleanValue.TRUE,
                        LIST,
                        MAP,
                        number("7"),
                        null,
                        NullValue.NULL,
                        text("2026-01-31T12:00:00"),
                        text("upper"))));
    connection = Connections.open(new FakeBackend(), planner);
    rows = connection.createStatement().executeQuery("SELECT");
    rows.next();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void readsObjectsOfTheColumnsType() throws SQLException {
    assertThat(rows.getObject(1)).isEqualTo("text");
    assertThat(rows.getObject(2)).isEqualTo(new BigDecimal("2.5"));
    assertThat(rows.getObject(3)).isEqualTo(new byte[] {1, 2, 3});
    assertThat(rows.getObject(4)).isEqualTo(true);
    assertThat(rows.getObject(5)).isEqualTo("[1,2,null]");
    assertThat(rows.getObject(6)).isEqualTo("{\"b\":1,\"a\":\"x\"}");
    assertThat(rows.getObject(7)).isEqualTo("7");
    assertThat((Object) rows.getObject(6, Map.class)).hasToString("{b=1, a=x}");
    assertThat(rows.getObject("when", LocalDate.class)).isEqualTo(LocalDate.of(2026, 1, 31));
  }

  @Test
  void readsNoValueAsNullAndZero() throws SQLException {
    for (String label : List.of("none", "null")) {
      assertThat(rows.getString(label)).isNull();
      assertThat(rows.wasNull()).isTrue();
      assertThat(rows.getInt(label)).isZero();
      assertThat(rows.getBoolean(label)).isFalse();
      assertThat(rows.getDouble(label)).isZero();
      assertThat(rows.getObject(label)).isNull();
      assertThat(rows.getObject(label, LocalDate.class)).isNull();
      assertThat(rows.getTimestamp(label)).isNull();
      assertThat(rows.getBlob(label)).isNull();
      assertThat(rows.wasNull()).isTrue();
    }
    rows.getString("s");
    assertThat(rows.wasNull()).isFalse();
  }

  @Test
  void tellsMissingFromNull() throws SQLException {
    PartiKeyResultSet ours = rows.unwrap(PartiKeyResultSet.class);
    assertThat(ours.isMissing("none")).isTrue();
    assertThat(ours.isMissing("null")).isFalse();
    assertThat(ours.isMissing(1)).isFalse();
  }

  @Test
  void findsLabelsExactlyThenInAnyCase() throws SQLException {
    assertThat(rows.findColumn("s")).isEqualTo(1);
    assertThat(rows.findColumn("S")).isEqualTo(11);
    assertThat(rows.findColumn("MIXED")).isEqualTo(7);
    assertThatThrownBy(() -> rows.findColumn("nome"))
        .hasMessage("There is no column 'nome' in the result; the nearest one is 'none'")
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo("42703");
  }

  @Test
  void readsNumbersInEveryWay() throws SQLException {
    assertThat(rows.getByte(2)).isEqualTo((byte) 2);
    assertThat(rows.getShort("n")).isEqualTo((short) 2);
    assertThat(rows.getInt(2)).isEqualTo(2);
    assertThat(rows.getLong("n")).isEqualTo(2);
    assertThat(rows.getFloat(2)).isEqualTo(2.5f);
    assertThat(rows.getDouble("n")).isEqualTo(2.5);
    assertThat(rows.getBigDecimal(2)).isEqualTo("2.5");
    assertThat(rows.getString("n")).isEqualTo("2.5");
    assertThatThrownBy(() -> rows.getBoolean(2)).isInstanceOf(SQLDataException.class);
  }

  @Test
  void readsStreamsAndLargeObjects() throws Exception {
    assertThat(rows.getBinaryStream("b").readAllBytes()).containsExactly(1, 2, 3);
    assertThat(rows.getAsciiStream(1).readAllBytes())
        .isEqualTo("text".getBytes(StandardCharsets.US_ASCII));
    assertThat(rows.getCharacterStream("s").read()).isEqualTo('t');
    Blob blob = rows.getBlob(3);
    assertThat(blob.getBytes(2, 5)).containsExactly(2, 3);
    assertThat(blob.position(new byte[] {3}, 1)).isEqualTo(3);
    Clob clob = rows.getClob("s");
    assertThat(clob.getSubString(2, 2)).isEqualTo("ex");
    blob.free();
    blob.free();
    assertThatThrownBy(blob::length).isInstanceOf(SQLException.class);
  }

  @Test
  void readsArraysAndStructs() throws SQLException {
    Array array = rows.getArray("l");
    assertThat((Object[]) array.getArray())
        .containsExactly(BigDecimal.ONE, BigDecimal.valueOf(2), null);
    assertThat(array.getBaseTypeName()).isEqualTo("NUMERIC");
    assertThat((Object[]) array.getArray(2, 1)).containsExactly(BigDecimal.valueOf(2));
    ResultSet elements = array.getResultSet();
    elements.next();
    assertThat(elements.getInt("INDEX")).isEqualTo(1);
    assertThat(elements.getInt("VALUE")).isEqualTo(1);
    Struct struct = rows.getObject("m", Struct.class);
    assertThat(struct.getSQLTypeName()).isEqualTo("MAP(b,a)");
    assertThat(struct.getAttributes()).containsExactly(BigDecimal.ONE, "x");
    assertThatThrownBy(() -> rows.getArray("s")).isInstanceOf(SQLDataException.class);
  }

  @Test
  void readsTimesInTheZoneOfACalendar() throws SQLException {
    Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone("Asia/Colombo"), Locale.ROOT);
    assertThat(rows.getTimestamp("when", calendar).toInstant()).isEqualTo("2026-01-31T06:30:00Z");
    assertThat(rows.getTimestamp("when")).isEqualTo(Timestamp.valueOf("2026-01-31 12:00:00"));
  }

  @Test
  void refusesColumnsAndPlacesThatThereAreNot() throws SQLException {
    assertState("22023", () -> rows.getString(0));
    assertState("22023", () -> rows.getString(12));
    assertState("24000", () -> rows.previous());
    assertState("0A000", () -> rows.updateString(1, "x"));
    assertThat(rows.next()).isFalse();
    assertState("24000", () -> rows.getString(1));
    ResultSet fresh = connection.createStatement().executeQuery("SELECT");
    assertState("24000", () -> fresh.getString(1));
  }

  private static void assertState(String state, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(SQLException.class)
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo(state);
  }
}
