package io.partikey.jdbc.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.StringValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TypeConversionsTest {
  static List<Arguments> conversions() {
    ZoneId zone = ZoneId.systemDefault();
    LocalDateTime noon = LocalDateTime.of(2026, 1, 31, 12, 0);
    UUID uuid = new UUID(1, 2);
    return List.of(
        Arguments.of("{'S':'a'}", String.class, "a"),
        Arguments.of("{'N':'1E+3'}", String.class, "1000"),
        Arguments.of("{'N':'-0.05'}", String.class, "-0.05"),
        Arguments.of("{'BOOL':true}", String.class, "true"),
        Arguments.of("{'B':'AQI='}", String.class, "AQI="),
        Arguments.of("{'M':{'a':{'N':'1'}}}", String.class, "{\"a\":1}"),
        Arguments.of("{'SS':['b','a']}", String.class, "<<\"a\",\"b\">>"),
        Arguments.of("{'N':'1'}", Boolean.class, true),
        Arguments.of("{'S':'f'}", Boolean.class, false),
        Arguments.of("{'BOOL':true}", Integer.class, 1),
        Arguments.of("{'N':'127'}", Byte.class, (byte) 127),
        Arguments.of("{'N':'-32768'}", Short.class, (short) -32768),
        Arguments.of("{'N':'2147483647.9'}", Integer.class, Integer.MAX_VALUE),
        Arguments.of("{'N':'-9223372036854775808'}", Long.class, Long.MIN_VALUE),
        Arguments.of("{'S':' 12 '}", Long.class, 12L),
        Arguments.of("{'N':'2.5'}", Float.class, 2.5f),
        Arguments.of("{'N':'1E+125'}", Double.class, 1E125),
        Arguments.of(
            "{'N':'12345678901234567890123456789012345678'}",
            BigDecimal.class,
            new BigDecimal("12345678901234567890123456789012345678")),
        Arguments.of("{'N':'7'}", BigInteger.class, BigInteger.valueOf(7)),
        Arguments.of("{'B':'AQI='}", byte[].class, new byte[] {1, 2}),
        Arguments.of("{'S':'" + uuid + "'}", UUID.class, uuid),
        Arguments.of("{'S':'2026-01-31'}", LocalDate.class, noon.toLocalDate()),
        Arguments.of("{'S':'2026-01-31T12:00:00'}", LocalDate.class, noon.toLocalDate()),
        Arguments.of("{'S':'12:00'}", LocalTime.class, noon.toLocalTime()),
        Arguments.of("{'S':'2026-01-31 12:00:00'}", LocalTime.class, noon.toLocalTime()),
        Arguments.of("{'S':'2026-01-31T12:00'}", LocalDateTime.class, noon),
        Arguments.of("{'S':'2026-01-31T12:00:00Z'}", LocalDateTime.class, noon),
        Arguments.of("{'S':'2026-01-31'}", LocalDateTime.class, noon.withHour(0)),
        Arguments.of(
            "{'S':'2026-01-31T12:00:00+02:00'}",
            OffsetDateTime.class,
            noon.atOffset(ZoneOffset.ofHours(2))),
        Arguments.of(
            "{'S':'12:00:00Z'}", OffsetTime.class, LocalTime.NOON.atOffset(ZoneOffset.UTC)),
        Arguments.of("{'S':'2026-01-31T12:00:00'}", ZonedDateTime.class, noon.atZone(zone)),
        Arguments.of("{'S':'2026-01-31T12:00:00Z'}", Instant.class, noon.toInstant(ZoneOffset.UTC)),
        Arguments.of("{'S':'2026-01-31T12:00:00'}", Instant.class, noon.atZone(zone).toInstant()),
        Arguments.of("{'S':'2026-01-31'}", Date.class, Date.valueOf("2026-01-31")),
        Arguments.of("{'S':'12:00:00'}", Time.class, Time.valueOf("12:00:00")),
        Arguments.of(
            "{'S':'2026-01-31T12:00:00.123456789'}",
            Timestamp.class,
            Timestamp.valueOf("2026-01-31 12:00:00.123456789")),
        Arguments.of(
            "{'M':{'a':{'N':'1'},'b':{'L':[{'BOOL':true}]}}}",
            Map.class,
            Map.of("a", BigDecimal.ONE, "b", List.of(true))),
        Arguments.of("{'L':[{'S':'a'}]}", List.class, List.of("a")),
        Arguments.of("{'NS':['1','2']}", Set.class, Set.of(BigDecimal.ONE, BigDecimal.valueOf(2))),
        Arguments.of("{'S':'a'}", AttributeValue.class, new StringValue("a")));
  }

  @ParameterizedTest
  @MethodSource("conversions")
  void converts(String json, Class<?> target, Object expected) {
    assertThat(TypeConversions.convert(value(json), target)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "{'N':'128'}, java.lang.Byte, NUMBER_OUT_OF_RANGE",
    "{'N':'32768'}, java.lang.Short, NUMBER_OUT_OF_RANGE",
    "{'N':'2147483648'}, java.lang.Integer, NUMBER_OUT_OF_RANGE",
    "{'N':'9223372036854775808'}, java.lang.Long, NUMBER_OUT_OF_RANGE",
    "{'N':'1E+125'}, java.lang.Long, NUMBER_OUT_OF_RANGE",
    "{'N':'1E+39'}, java.lang.Float, NUMBER_OUT_OF_RANGE",
    "{'S':'many'}, java.lang.Integer, INVALID_TEXT",
    "{'L':[]}, java.math.BigDecimal, INVALID_TEXT",
    "{'N':'2'}, java.lang.Boolean, INVALID_TEXT",
    "{'M':{}}, java.lang.Boolean, INVALID_TEXT",
    "{'S':'AQI='}, '[B', INVALID_TEXT",
    "{'S':'x'}, java.util.UUID, INVALID_TEXT",
    "{'S':'yesterday'}, java.time.LocalDate, INVALID_DATETIME",
    "{'S':'12:00:00'}, java.time.LocalDate, INVALID_DATETIME",
    "{'S':'2026-01-31'}, java.time.LocalTime, INVALID_DATETIME",
    "{'S':'2026-02-30'}, java.sql.Date, INVALID_DATETIME",
    "{'N':'0'}, java.sql.Timestamp, INVALID_DATETIME",
    "{'S':'{}'}, java.util.Map, INVALID_TEXT",
    "{'S':'a'}, java.util.List, INVALID_TEXT",
    "{'S':'a'}, java.lang.Thread, INVALID_ARGUMENT"
  })
  void refuses(String json, String target, ErrorCode code) throws ClassNotFoundException {
    Class<?> type = Class.forName(target);
    assertThatThrownBy(() -> TypeConversions.convert(value(json), type))
        .isInstanceOfSatisfying(
            EngineException.class, error -> assertThat(error.code()).isEqualTo(code));
  }

  @Test
  void quotesTheValueInMessages() {
    assertThatThrownBy(() -> Numbers.toInt(value("{'S':'many'}")))
        .hasMessage("The text 'many' cannot be converted to a number");
    assertThatThrownBy(() -> Numbers.toInt(value("{'N':'3E+9'}")))
        .hasMessage("The value 3000000000 of type N is out of the range of an int");
  }

  @ParameterizedTest
  @CsvSource({
    "S, VARCHAR",
    "N, NUMERIC",
    "BOOL, BOOLEAN",
    "B, VARBINARY",
    "M, JSON",
    "L, JSON",
    "SS, JSON"
  })
  void typesColumnsByTheirValues(AttributeType type, SqlType expected) {
    assertThat(SqlType.of(Set.of(type))).isEqualTo(expected);
    assertThat(SqlType.of(Set.of(type, AttributeType.NULL))).isEqualTo(expected);
  }

  @Test
  void typesMixturesAndUnknownColumnsAsJson() {
    assertThat(SqlType.of(Set.of(AttributeType.S, AttributeType.N))).isEqualTo(SqlType.JSON);
    assertThat(SqlType.of(Set.of())).isEqualTo(SqlType.JSON);
  }

  private static AttributeValue value(String json) {
    return AttributeValue.fromJson(json.replace('\'', '"'));
  }
}
