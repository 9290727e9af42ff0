package io.partikey.planner.define;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.NumberText;
import io.partikey.grammar.NearestName;
import io.partikey.parser.ast.NullLiteral;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.parser.ast.TableOption;
import io.partikey.planner.bind.BindingErrors;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The options of a table.
 *
 * @param timeToLive the attribute with the time of expiry, empty inside for none; empty outside
 *     where the option is not given
 * @param partitions how many partitions the table begins with
 */
record TableOptions(Optional<Optional<String>> timeToLive, Optional<Integer> partitions) {
  private static final int MOST_PARTITIONS = 1024;

  /** The options that are written; names ignore case. */
  static TableOptions of(List<TableOption> written) {
    Names.requireDistinct(written.stream().map(TableOption::name).toList());
    Optional<Optional<String>> timeToLive = Optional.empty();
    Optional<Integer> partitions = Optional.empty();
    for (TableOption option : written) {
      switch (option.name().value().toLowerCase(Locale.ROOT)) {
        case "ttl" -> timeToLive = Optional.of(attribute(option));
        case "partitions" -> partitions = Optional.of(count(option));
        default -> throw unknown(option);
      }
    }
    return new TableOptions(timeToLive, partitions);
  }

  private static Optional<String> attribute(TableOption option) {
    if (option.value() instanceof NullLiteral) {
      return Optional.empty();
    }
    if (option.value() instanceof StringLiteral name && !name.value().isEmpty()) {
      return Optional.of(name.value());
    }
    throw invalid(option, "ttl is the name of an attribute in quotes, or NULL for none.");
  }

  private static int count(TableOption option) {
    if (option.value() instanceof NumberLiteral number) {
      BigDecimal value = NumberText.parse(number.text());
      boolean whole = value.stripTrailingZeros().scale() <= 0;
      if (whole
          && value.signum() > 0
          && value.compareTo(BigDecimal.valueOf(MOST_PARTITIONS)) <= 0) {
        return value.intValueExact();
      }
    }
    throw invalid(option, "partitions is a whole number from 1 to " + MOST_PARTITIONS + ".");
  }

  private static EngineException unknown(TableOption option) {
    return BindingErrors.at(
        option.name().span(),
        ErrorCode.VALIDATION,
        "A table has no option \""
            + option.name().value()
            + "\"."
            + NearestName.hint(option.name().value(), List.of("ttl", "partitions"))
            + " Options are ttl and partitions.");
  }

  private static EngineException invalid(TableOption option, String message) {
    return BindingErrors.at(option.value().span(), ErrorCode.VALIDATION, message);
  }
}
