package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Functions of dates and times, which are strings in ISO 8601: {@code 2024-01-31}, {@code
 * 2024-01-31T10:20:30Z}, {@code 10:20:30}. The first argument names a part: year, month, day, hour,
 * minute or second.
 *
 * <p>MISSING gives MISSING, NULL gives NULL; what is no date or time, or does not have the part,
 * gives MISSING.
 */
public enum DateFunction implements Function {
  /**
   * {@code extract('YEAR', text)}, written {@code EXTRACT(YEAR FROM text)}: the value of a part.
   */
  EXTRACT(2, a -> date(a, 1, value -> part(a).of(value).map(NumberValue::new).orElse(null))),
  /** {@code date_add('DAY', n, text)}: so many later, or earlier; of the same form as the text. */
  DATE_ADD(3, a -> date(a, 2, value -> add(a, value))),
  /**
   * {@code date_diff('DAY', from, to)}: how many full ones lie between two dates or times; negative
   * where the first is later. A time without a zone is one of UTC.
   */
  DATE_DIFF(3, a -> date(a, 1, from -> date(a, 2, to -> difference(a, from, to))));

  private final int argumentCount;

  // The lambdas hold nothing.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Absence.Operation operation;

  DateFunction(int argumentCount, Absence.Operation operation) {
    this.argumentCount = argumentCount;
    this.operation = operation;
  }

  /** Whether a name is that of a part of a date or time, ignoring case. */
  public static boolean isPart(String name) {
    return DateField.find(name).isPresent();
  }

  @Override
  public String functionName() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public int leastArguments() {
    return argumentCount;
  }

  @Override
  public int mostArguments() {
    return argumentCount;
  }

  @Override
  public @Nullable AttributeValue apply(List<@Nullable AttributeValue> arguments) {
    return Absence.propagate(
        arguments,
        present -> present.get(0) instanceof StringValue ? operation.apply(present) : null);
  }

  @FunctionalInterface
  private interface OfDate {
    @Nullable AttributeValue apply(Temporal value);
  }

  private static @Nullable AttributeValue date(
      List<AttributeValue> arguments, int index, OfDate function) {
    if (!(arguments.get(index) instanceof StringValue string)) {
      return null;
    }
    Optional<Temporal> date = IsoDateTime.parse(string.text());
    return date.isPresent() ? function.apply(date.get()) : null;
  }

  private static DateField part(List<AttributeValue> arguments) {
    return DateField.named(((StringValue) arguments.get(0)).text());
  }

  private static @Nullable AttributeValue add(List<AttributeValue> arguments, Temporal value) {
    DateField part = part(arguments);
    if (!(arguments.get(1) instanceof NumberValue amount)
        || !DecimalMath.isWhole(amount.value())
        || !value.isSupported(part.unit())) {
      return null;
    }
    try {
      return new StringValue(
          IsoDateTime.text(value.plus(amount.value().longValueExact(), part.unit())));
    } catch (ArithmeticException | DateTimeException tooFar) {
      throw new EngineException(
          ErrorCode.INVALID_DATETIME,
          "No date is " + amount.toPlainString() + " " + part.unit() + " from " + value + ".",
          tooFar);
    }
  }

  private static @Nullable AttributeValue difference(
      List<AttributeValue> arguments, Temporal from, Temporal to) {
    DateField part = part(arguments);
    Optional<OffsetDateTime> start = IsoDateTime.moment(from);
    Optional<OffsetDateTime> end = IsoDateTime.moment(to);
    return start.isEmpty() || end.isEmpty()
        ? null
        : NumberValue.of(part.unit().between(start.get(), end.get()));
  }
}
