package io.partikey.engine.expression;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Optional;

/**
 * Dates and times as ISO 8601 writes them, which is how DynamoDB's strings hold them: {@code
 * 2024-01-31}, {@code 2024-01-31T10:20:30.5}, the same with a zone ({@code Z}, {@code +02:00}), and
 * {@code 10:20:30}. A space may stand for the T.
 */
final class IsoDateTime {
  private static final DateTimeFormatter DATE_AND_TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final DateTimeFormatter SECONDS =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter LOCAL_TIMESTAMP =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral('T')
          .append(SECONDS)
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .append(LOCAL_TIMESTAMP)
          .appendOffsetId()
          .toFormatter(Locale.ROOT);

  private IsoDateTime() {}

  /**
   * The date ({@link LocalDate}), the time ({@link LocalTime}) or both ({@link LocalDateTime},
   * {@link OffsetDateTime} with a zone) that a text is; empty if it is none.
   */
  static Optional<Temporal> parse(String text) {
    try {
      if (text.indexOf(':') == 2) {
        return Optional.of(LocalTime.parse(text));
      }
      String spaced = text.length() > 10 && text.charAt(10) == ' ' ? withT(text) : text;
      return Optional.of(
          (Temporal)
              DATE_AND_TIME.parseBest(
                  spaced, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }

  private static String withT(String text) {
    return text.substring(0, 10) + 'T' + text.substring(11);
  }

  /** The text of a date or time, always with seconds. */
  static String text(Temporal value) {
    if (value instanceof LocalDate date) {
      return DateTimeFormatter.ISO_LOCAL_DATE.format(date);
    }
    if (value instanceof LocalTime time) {
      return SECONDS.format(time);
    }
    return value instanceof LocalDateTime local
        ? LOCAL_TIMESTAMP.format(local)
        : TIMESTAMP.format(value);
  }

  /** A date as its first moment, a time without a zone as one of UTC; empty for a mere time. */
  static Optional<OffsetDateTime> moment(Temporal value) {
    if (value instanceof LocalDate date) {
      return Optional.of(date.atStartOfDay().atOffset(ZoneOffset.UTC));
    }
    if (value instanceof LocalDateTime local) {
      return Optional.of(local.atOffset(ZoneOffset.UTC));
    }
    return value instanceof OffsetDateTime moment ? Optional.of(moment) : Optional.empty();
  }
}
