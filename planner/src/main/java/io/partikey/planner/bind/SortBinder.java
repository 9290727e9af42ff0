package io.partikey.planner.bind;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.OrderBy;
import io.partikey.parser.ast.SortItem;
import io.partikey.parser.ast.Variable;
import io.partikey.planner.bound.OutputColumn;
import io.partikey.planner.bound.SortKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Binds ORDER BY. A whole number is the position of a column, a name that a column is labelled with
 * is that column, everything else is an expression over the rows.
 *
 * <p>Without NULLS FIRST or LAST, NULL and MISSING come last in ascending and first in descending
 * order.
 */
final class SortBinder {
  private final BindingContext context;
  private final Output output;

  SortBinder(BindingContext context, Output output) {
    this.context = context;
    this.output = output;
  }

  /** The keys of an order over the rows of a block. */
  List<SortKey> overRows(OrderBy orderBy, Function<ExpressionSyntax, Expression> rows) {
    List<SortKey> keys = new ArrayList<>();
    for (SortItem item : orderBy.items()) {
      Expression key =
          outputColumn(item.expression()).orElseGet(() -> rows.apply(item.expression()));
      if (!(key instanceof Literal)) {
        keys.add(key(item, key));
      }
    }
    return keys;
  }

  /** The keys of an order over nothing but the columns of the output. */
  List<SortKey> overOutput(OrderBy orderBy) {
    return overRows(
        orderBy,
        written -> {
          throw notInOutput(written);
        });
  }

  /** The error of an order by what the select list does not show. */
  EngineException notInOutput(ExpressionSyntax written) {
    return BindingErrors.at(
        written.span(),
        ErrorCode.VALIDATION,
        "ORDER BY after DISTINCT or UNION ALL takes columns of the result, which "
            + context.textAt(written.span())
            + " is not. Add it to the select list.");
  }

  private Optional<Expression> outputColumn(ExpressionSyntax written) {
    if (written instanceof NumberLiteral ordinal) {
      return Optional.of(at(ordinal));
    }
    return written instanceof Variable variable
        ? output.named(variable.name().value())
        : Optional.empty();
  }

  private Expression at(NumberLiteral ordinal) {
    List<Output.Item> items = output.items();
    BigDecimal position = NumberLiterals.exact(ordinal);
    boolean whole = position.stripTrailingZeros().scale() <= 0;
    if (!whole
        || position.signum() <= 0
        || position.compareTo(BigDecimal.valueOf(items.size())) > 0) {
      throw BindingErrors.at(
          ordinal.span(),
          ErrorCode.VALIDATION,
          "ORDER BY "
              + ordinal.text()
              + " names no column: the select list has "
              + items.size()
              + ". Count from 1.");
    }
    int index = position.intValueExact() - 1;
    for (Output.Item item : items.subList(0, index + 1)) {
      if (item.column() instanceof OutputColumn.Star) {
        throw BindingErrors.unsupported(
            ordinal.span(), "Counting columns in a star", "Name the attribute to order by.");
      }
    }
    return items.get(index).expression();
  }

  private static SortKey key(SortItem item, Expression expression) {
    boolean descending = item.direction() == SortItem.Direction.DESCENDING;
    boolean missingFirst =
        item.nullOrder() == null ? descending : item.nullOrder() == SortItem.NullOrder.FIRST;
    return new SortKey(expression, descending, missingFirst);
  }
}
