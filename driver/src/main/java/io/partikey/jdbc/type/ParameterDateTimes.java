package io.partikey.jdbc.type;

import io.partikey.engine.item.StringValue;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as ISO-8601 text, always with seconds, so that texts of one class sort by time.
 * The classes of java.sql and {@link Date} become local time of a zone, without offset; an {@link
 * Instant} is written in UTC.
 */
final class ParameterDateTimes {
  private ParameterDateTimes() {}

  static StringValue toValue(Date date, ZoneId zone) {
    if (date instanceof java.sql.Date) {
      return text(DateTimeFormatter.ISO_LOCAL_DATE, local(date, zone));
    }
    if (date instanceof Time) {
      return text(DateTimeFormatter.ISO_LOCAL_TIME, local(date, zone));
    }
    return text(DateTimeFormatter.ISO_LOCAL_DATE_TIME, local(date, zone));
  }

  static StringValue toValue(Calendar calendar) {
    ZonedDateTime time = calendar.toInstant().atZone(calendar.getTimeZone().toZoneId());
    return text(DateTimeFormatter.ISO_OFFSET_DATE_TIME, time);
  }

  static StringValue toValue(TemporalAccessor time) {
    if (time instanceof LocalDate) {
      return text(DateTimeFormatter.ISO_LOCAL_DATE, time);
    }
    if (time instanceof LocalTime) {
      return text(DateTimeFormatter.ISO_LOCAL_TIME, time);
    }
    if (time instanceof LocalDateTime) {
      return text(DateTimeFormatter.ISO_LOCAL_DATE_TIME, time);
    }
    if (time instanceof OffsetTime) {
      return text(DateTimeFormatter.ISO_OFFSET_TIME, time);
    }
    if (time instanceof OffsetDateTime || time instanceof ZonedDateTime) {
      return text(DateTimeFormatter.ISO_OFFSET_DATE_TIME, time);
    }
    return new StringValue(time.toString());
  }

  /** The value of a date or time as one of SQL's types, null where the type or object is none. */
  static @Nullable StringValue toValue(Object object, int code) {
    @Nullable LocalDateTime local = localOf(object);
    if (local == null) {
      return null;
    }
    return switch (code) {
      case Types.DATE -> text(DateTimeFormatter.ISO_LOCAL_DATE, local);
      case Types.TIME -> text(DateTimeFormatter.ISO_LOCAL_TIME, local);
      case Types.TIMESTAMP -> text(DateTimeFormatter.ISO_LOCAL_DATE_TIME, local);
      default -> null;
    };
  }

  private static @Nullable LocalDateTime localOf(Object object) {
    if (object instanceof Date date) {
      return local(date, ZoneId.systemDefault());
    }
    if (object instanceof GregorianCalendar calendar) {
      return calendar.toZonedDateTime().toLocalDateTime();
    }
    return object instanceof LocalDateTime time ? time : null;
  }

  // Date.toInstant of the classes of java.sql is not supported, but their milliseconds are.
  @SuppressWarnings("JavaUtilDate")
  private static LocalDateTime local(Date date, ZoneId zone) {
    Instant instant =
        date instanceof Timestamp timestamp
            ? timestamp.toInstant()
            : Instant.ofEpochMilli(date.getTime());
    return LocalDateTime.ofInstant(instant, zone);
  }

  private static StringValue text(DateTimeFormatter format, TemporalAccessor time) {
    return new StringValue(format.format(time));
  }
}
