package io.partikey.jdbc.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.StringValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterConversionsTest {
  static List<Arguments> objects() {
    LocalDateTime noon = LocalDateTime.of(2026, 1, 31, 12, 0);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", 1);
    map.put("b", null);
    return List.of(
        Arguments.of("text", "{'S':'text'}"),
        Arguments.of(CharBuffer.wrap("text"), "{'S':'text'}"),
        Arguments.of('c', "{'S':'c'}"),
        Arguments.of(true, "{'BOOL':true}"),
        Arguments.of((byte) 1, "{'N':'1'}"),
        Arguments.of(Long.MIN_VALUE, "{'N':'-9223372036854775808'}"),
        Arguments.of(0.1, "{'N':'0.1'}"),
        Arguments.of(0.1f, "{'N':'0.1'}"),
        Arguments.of(new BigDecimal("1.50"), "{'N':'1.5'}"),
        Arguments.of(BigInteger.TEN, "{'N':'10'}"),
        Arguments.of(new AtomicLong(5), "{'N':'5'}"),
        Arguments.of(new byte[] {1, 2}, "{'B':'AQI='}"),
        Arguments.of(ByteBuffer.wrap(new byte[] {1, 2}), "{'B':'AQI='}"),
        Arguments.of(new UUID(0, 1), "{'S':'00000000-0000-0000-0000-000000000001'}"),
        Arguments.of(DayOfWeek.MONDAY, "{'S':'MONDAY'}"),
        Arguments.of(URI.create("http://a"), "{'S':'http://a'}"),
        Arguments.of(Date.valueOf("2026-01-31"), "{'S':'2026-01-31'}"),
        Arguments.of(Time.valueOf("12:00:00"), "{'S':'12:00:00'}"),
        Arguments.of(Timestamp.valueOf(noon), "{'S':'2026-01-31T12:00:00'}"),
        Arguments.of(
            java.util.Date.from(Timestamp.valueOf(noon).toInstant()),
            "{'S':'2026-01-31T12:00:00'}"),
        Arguments.of(LocalDate.of(2026, 1, 31), "{'S':'2026-01-31'}"),
        Arguments.of(LocalTime.NOON, "{'S':'12:00:00'}"),
        Arguments.of(noon, "{'S':'2026-01-31T12:00:00'}"),
        Arguments.of(noon.atOffset(ZoneOffset.UTC), "{'S':'2026-01-31T12:00:00Z'}"),
        Arguments.of(noon.atZone(ZoneId.of("Asia/Colombo")), "{'S':'2026-01-31T12:00:00+05:30'}"),
        Arguments.of(Instant.parse("2026-01-31T12:00:00Z"), "{'S':'2026-01-31T12:00:00Z'}"),
        Arguments.of(map, "{'M':{'a':{'N':'1'},'b':{'NULL':true}}}"),
        Arguments.of(Arrays.asList("a", null), "{'L':[{'S':'a'},{'NULL':true}]}"),
        Arguments.of(Set.of("a"), "{'SS':['a']}"),
        Arguments.of(Set.of(1), "{'NS':['1']}"),
        Arguments.of(new int[] {1, 2}, "{'L':[{'N':'1'},{'N':'2'}]}"),
        Arguments.of(new Object[] {"a"}, "{'L':[{'S':'a'}]}"),
        Arguments.of(new StringValue("as it is"), "{'S':'as it is'}"),
        Arguments.of(Item.EMPTY, "{'M':{}}"));
  }

  @ParameterizedTest
  @MethodSource("objects")
  void convertsByClass(Object object, String json) throws SQLException {
    assertThat(ParameterConversions.toValue(object).toJson()).isEqualTo(json.replace('\'', '"'));
  }

  static List<Arguments> typed() {
    return List.of(
        Arguments.of("1.50", Types.DECIMAL, "{'N':'1.5'}"),
        Arguments.of(true, Types.INTEGER, "{'N':'1'}"),
        Arguments.of(5, Types.VARCHAR, "{'S':'5'}"),
        Arguments.of("true", Types.BOOLEAN, "{'BOOL':true}"),
        Arguments.of(0, Types.BIT, "{'BOOL':false}"),
        Arguments.of(new byte[] {1}, Types.BLOB, "{'B':'AQ=='}"),
        Arguments.of(Map.of("a", 1), Types.VARCHAR, "{'M':{'a':{'N':'1'}}}"),
        Arguments.of(Timestamp.valueOf("2026-01-31 12:00:00"), Types.DATE, "{'S':'2026-01-31'}"),
        Arguments.of(Date.valueOf("2026-01-31"), Types.TIMESTAMP, "{'S':'2026-01-31T00:00:00'}"),
        Arguments.of("x", Types.OTHER, "{'S':'x'}"));
  }

  @ParameterizedTest
  @MethodSource("typed")
  void convertsToTheTypeAskedFor(Object object, int type, String json) throws SQLException {
    assertThat(ParameterConversions.toValue(object, type).toJson())
        .isEqualTo(json.replace('\'', '"'));
  }

  static List<Arguments> refused() {
    return List.of(
        Arguments.of(Double.NaN, ErrorCode.NUMBER_OUT_OF_RANGE),
        Arguments.of(Double.POSITIVE_INFINITY, ErrorCode.NUMBER_OUT_OF_RANGE),
        Arguments.of(new BigDecimal("1E126"), ErrorCode.NUMBER_OUT_OF_RANGE),
        Arguments.of(Set.of(), ErrorCode.INVALID_ARGUMENT),
        Arguments.of(Set.of(1, "a"), ErrorCode.INVALID_ARGUMENT),
        Arguments.of(new Object(), ErrorCode.INVALID_ARGUMENT));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refuses(Object object, ErrorCode code) {
    assertThatThrownBy(() -> ParameterConversions.toValue(object))
        .isInstanceOfSatisfying(
            EngineException.class, error -> assertThat(error.code()).isEqualTo(code));
  }

  @Test
  void makesSetsByTypeName() throws SQLException {
    assertThat(ParameterConversions.toArray("ss", new Object[] {"b", "a"}).toJson())
        .isEqualTo("{\"SS\":[\"a\",\"b\"]}");
    assertThat(ParameterConversions.toArray("VARCHAR", new Object[] {"b", "a"}).toJson())
        .isEqualTo("{\"L\":[{\"S\":\"b\"},{\"S\":\"a\"}]}");
  }

  @Test
  void makesMapsWhereTheTypeNamesMembers() throws SQLException {
    assertThat(ParameterConversions.toStruct("MAP(city, zip)", new Object[] {"Bahia", 4}).toJson())
        .isEqualTo("{\"M\":{\"city\":{\"S\":\"Bahia\"},\"zip\":{\"N\":\"4\"}}}");
    assertThat(ParameterConversions.toStruct("POINT", new Object[] {1}).toJson())
        .isEqualTo("{\"L\":[{\"N\":\"1\"}]}");
    assertThatThrownBy(() -> ParameterConversions.toStruct("MAP(a)", new Object[] {1, 2}))
        .hasMessage("The type 'MAP(a)' has 1 members, but 2 attributes are given");
  }

  static List<Object> nestedTooDeep() {
    List<Object> lists = new ArrayList<>();
    Map<String, Object> maps = new LinkedHashMap<>();
    Object[] arrays = {};
    for (int i = 0; i < 3000; i++) {
      lists = new ArrayList<>(List.of(lists));
      maps = new LinkedHashMap<>(Map.of("a", maps));
      arrays = new Object[] {arrays};
    }
    List<Object> inItself = new ArrayList<>();
    inItself.add(inItself);
    inItself.add(inItself);
    Map<String, Object> mapInItself = new LinkedHashMap<>();
    mapInItself.put("a", mapInItself);
    Object[] arrayInItself = new Object[2];
    arrayInItself[0] = arrayInItself;
    return List.of(lists, maps, arrays, inItself, mapInItself, arrayInItself);
  }

  @ParameterizedTest
  @MethodSource("nestedTooDeep")
  void refusesWhatIsNestedTooDeepOrInItself(Object object) {
    String message =
        "The value is nested too deep. An item holds lists and maps in one another up to 32 levels"
            + " deep.";
    assertThatThrownBy(() -> ParameterConversions.toValue(object)).hasMessage(message);
    assertThatThrownBy(() -> ParameterConversions.toArray("LIST", new Object[] {object}))
        .hasMessage(message);
    assertThatThrownBy(() -> ParameterConversions.toStruct("MAP(a)", new Object[] {object}))
        .hasMessage(message);
  }

  @Test
  void refusesFewObjectsThatAreVeryManyValues() {
    List<Object> shared = List.of("a");
    for (int i = 0; i < 200; i++) {
      shared = List.of(shared, shared);
    }
    List<Object> object = shared;
    assertThatThrownBy(() -> ParameterConversions.toValue(object))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED))
        .hasMessageContaining("-Dpartikey.memory.batch=MEGABYTES");
  }

  @Test
  void namesMembersByText() {
    List<Object> inItself = new ArrayList<>();
    inItself.add(List.of());
    assertThatThrownBy(() -> ParameterConversions.toValue(Map.of(inItself, 1)))
        .hasMessage(
            "The members of a map are named by text, not by an object of java.util.ArrayList");
  }
}
