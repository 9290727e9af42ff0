package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.math.BigDecimal;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of a date or time that functions name. */
enum DateField {
  YEAR(ChronoField.YEAR, ChronoUnit.YEARS),
  MONTH(ChronoField.MONTH_OF_YEAR, ChronoUnit.MONTHS),
  DAY(ChronoField.DAY_OF_MONTH, ChronoUnit.DAYS),
  HOUR(ChronoField.HOUR_OF_DAY, ChronoUnit.HOURS),
  MINUTE(ChronoField.MINUTE_OF_HOUR, ChronoUnit.MINUTES),
  SECOND(ChronoField.SECOND_OF_MINUTE, ChronoUnit.SECONDS);

  private final ChronoField field;
  private final ChronoUnit unit;

  DateField(ChronoField field, ChronoUnit unit) {
    this.field = field;
    this.unit = unit;
  }

  /**
   * The field of this name, ignoring case.
   *
   * @throws EngineException with {@code INVALID_ARGUMENT} if there is none
   */
  static DateField named(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new EngineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "\""
                        + name
                        + "\" is no part of a date or time. Use year, month, day, hour, minute or"
                        + " second."));
  }

  /** The field of this name, ignoring case. */
  static Optional<DateField> find(String name) {
    return Arrays.stream(values())
        .filter(field -> field.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  ChronoUnit unit() {
    return unit;
  }

  /** The value of this part, seconds with their fraction; empty if the date or time has none. */
  Optional<BigDecimal> of(Temporal value) {
    if (!value.isSupported(field)) {
      return Optional.empty();
    }
    BigDecimal whole = BigDecimal.valueOf(value.get(field));
    return Optional.of(
        this == SECOND
            ? whole.add(BigDecimal.valueOf(value.get(ChronoField.NANO_OF_SECOND), 9))
            : whole);
  }
}
