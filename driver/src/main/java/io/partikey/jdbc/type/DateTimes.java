package io.partikey.jdbc.type;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.StringValue;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * Values as dates and times, which are stored as ISO-8601 text. Text without an offset is local
 * time of the zone given; text with one is that instant, or its own date and time where the class
 * asked for has no zone.
 */
public final class DateTimes {
  private DateTimes() {}

  /** A value as the day, at midnight of the zone. */
  public static Date toSqlDate(AttributeValue value, ZoneId zone) {
    LocalDate date = toLocalDate(value);
    return new Date(date.atStartOfDay(zone).toInstant().toEpochMilli());
  }

  /** A value as the time of day, on the first day of 1970 in the zone. */
  public static Time toSqlTime(AttributeValue value, ZoneId zone) {
    LocalTime time = toLocalTime(value);
    return new Time(LocalDate.EPOCH.atTime(time).atZone(zone).toInstant().toEpochMilli());
  }

  /** A value as the instant. */
  public static Timestamp toTimestamp(AttributeValue value, ZoneId zone) {
    return Timestamp.from(toInstant(value, zone));
  }

  static Instant toInstant(AttributeValue value, ZoneId zone) {
    return toZoned(value, zone).toInstant();
  }

  static LocalDate toLocalDate(AttributeValue value) {
    LocalDate date = parse(value, "a date").date();
    if (date == null) {
      throw ConversionErrors.notDateTime(value, "a date", null);
    }
    return date;
  }

  static LocalTime toLocalTime(AttributeValue value) {
    LocalTime time = parse(value, "a time").time();
    if (time == null) {
      throw ConversionErrors.notDateTime(value, "a time", null);
    }
    return time;
  }

  static LocalDateTime toLocalDateTime(AttributeValue value) {
    LocalTime time = parse(value, "a timestamp").time();
    return toLocalDate(value).atTime(time == null ? LocalTime.MIDNIGHT : time);
  }

  static OffsetDateTime toOffsetDateTime(AttributeValue value, ZoneId zone) {
    return toZoned(value, zone).toOffsetDateTime();
  }

  static OffsetTime toOffsetTime(AttributeValue value, ZoneId zone) {
    DateTimeText text = parse(value, "a time");
    if (text.date() != null) {
      return toZoned(value, zone).toOffsetDateTime().toOffsetTime();
    }
    ZoneOffset offset = text.offset();
    LocalTime time = toLocalTime(value);
    return time.atOffset(
        offset == null ? zone.getRules().getOffset(LocalDate.EPOCH.atTime(time)) : offset);
  }

  static ZonedDateTime toZoned(AttributeValue value, ZoneId zone) {
    ZoneOffset offset = parse(value, "a timestamp").offset();
    return toLocalDateTime(value).atZone(offset == null ? zone : offset);
  }

  private static DateTimeText parse(AttributeValue value, String target) {
    if (value instanceof StringValue string) {
      try {
        return DateTimeText.parse(string.text());
      } catch (DateTimeException notDateTime) {
        throw ConversionErrors.notDateTime(value, target, notDateTime);
      }
    }
    throw ConversionErrors.notDateTime(value, target, null);
  }
}
