package io.partikey.jdbc.type;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What ISO-8601 text says of a date, a time of day and an offset, each of which may be absent. The
 * date and the time may also be separated by a blank, as SQL writes them.
 */
record DateTimeText(
    @Nullable LocalDate date, @Nullable LocalTime time, @Nullable ZoneOffset offset) {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffset("+HH:mm:ss", "Z")
          .optionalEnd()
          .optionalStart()
          .appendLiteral('[')
          .appendZoneRegionId()
          .appendLiteral(']')
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final DateTimeFormatter DATE_AND_TIME =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(TIME)
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /**
   * Reads text.
   *
   * @throws DateTimeParseException if it is neither a date, nor a time, nor both
   */
  static DateTimeText parse(String text) {
    String stripped = text.strip();
    boolean startsWithTime = stripped.length() > 2 && stripped.charAt(2) == ':';
    TemporalAccessor parsed =
        startsWithTime ? TIME.parse(stripped) : DATE_AND_TIME.parse(stripped.replace(' ', 'T'));
    return new DateTimeText(
        parsed.query(TemporalQueries.localDate()),
        parsed.query(TemporalQueries.localTime()),
        parsed.query(TemporalQueries.offset()));
  }
}
