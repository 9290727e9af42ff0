package io.partikey.engine.expression;

import io.partikey.engine.item.StringValue;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A word for the time at which a statement runs, in ISO 8601 and UTC. Not an expression: it must
 * have one value throughout a statement and another in the next run of the same plan, so whoever
 * runs the statement asks a clock once and passes the value on as a parameter.
 */
public enum CurrentTime {
  /** {@code CURRENT_DATE}: for example {@code 2024-01-31}. */
  CURRENT_DATE("uuuu-MM-dd"),
  /** {@code CURRENT_TIME}: for example {@code 10:20:30}. */
  CURRENT_TIME("HH:mm:ss"),
  /** {@code CURRENT_TIMESTAMP}: for example {@code 2024-01-31T10:20:30.500Z}; sorts by time. */
  CURRENT_TIMESTAMP("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

  private final DateTimeFormatter format;

  CurrentTime(String pattern) {
    this.format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /** The word with this name, ignoring case. */
  public static Optional<CurrentTime> find(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "current_date" -> Optional.of(CURRENT_DATE);
      case "current_time" -> Optional.of(CURRENT_TIME);
      case "current_timestamp", "now", "utcnow" -> Optional.of(CURRENT_TIMESTAMP);
      default -> Optional.empty();
    };
  }

  /** The value of the word at this moment. */
  public StringValue at(Instant moment) {
    return new StringValue(format.format(moment));
  }

  /** The value of the word now. */
  public StringValue now(Clock clock) {
    return at(clock.instant());
  }
}
