package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.StringValue;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalQueries;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The conversion of text to a date, a time or both. */
final class DateConversion {
  private DateConversion() {}

  static StringValue convert(String text, TypeKind kind) {
    return IsoDateTime.parse(text.strip())
        .flatMap(value -> as(kind, value))
        .map(value -> new StringValue(IsoDateTime.text(value)))
        .orElseThrow(
            () ->
                new EngineException(
                    ErrorCode.INVALID_DATETIME,
                    "Cannot cast \""
                        + text
                        + "\" to "
                        + kind
                        + ". Write it as ISO 8601 does, for example 2024-01-31 or"
                        + " 2024-01-31T10:20:30Z."));
  }

  private static Optional<Temporal> as(TypeKind kind, Temporal value) {
    return switch (kind) {
      case DATE -> Optional.ofNullable(value.query(TemporalQueries.localDate()));
      case TIME -> Optional.ofNullable(value.query(TemporalQueries.localTime()));
      default -> timestamp(value);
    };
  }

  private static Optional<Temporal> timestamp(Temporal value) {
    @Nullable LocalDate date = value.query(TemporalQueries.localDate());
    if (date == null) {
      return Optional.empty();
    }
    @Nullable LocalTime time = value.query(TemporalQueries.localTime());
    return Optional.of(time == null ? date.atStartOfDay() : value);
  }
}
