package io.partikey.planner.bind;

import static java.util.stream.Collectors.toSet;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Expression;
import io.partikey.parser.ast.AggregateCallSyntax;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.ProjectionSyntax;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SelectItem;
import io.partikey.parser.ast.Variable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What other clauses mean by a position or an alias of the select list.
 *
 * <p>Since a table has every attribute that is asked for, a name alone cannot tell. In ORDER BY it
 * is the alias of a select item. In GROUP BY and HAVING it is that too, unless the item itself uses
 * an attribute of this name: in {@code SELECT upper(city) AS city … GROUP BY city} it is the
 * attribute.
 */
final class SelectAliases {
  private SelectAliases() {}

  /** What is computed under each alias. */
  static Map<String, Expression> of(Select select, Output output) {
    return bound(columns(select), output);
  }

  /** What is computed under each alias that HAVING may use. */
  static Map<String, Expression> inHaving(Select select, Output output) {
    List<SelectItem.Column> usable =
        columns(select).stream()
            .filter(
                column ->
                    alias(column).filter(a -> !uses(column.expression(), a, false)).isPresent())
            .toList();
    return bound(usable, output);
  }

  private static Map<String, Expression> bound(List<SelectItem.Column> columns, Output output) {
    Map<String, Expression> aliases = output.named();
    aliases.keySet().retainAll(columns.stream().flatMap(c -> alias(c).stream()).collect(toSet()));
    return aliases;
  }

  private static Optional<String> alias(SelectItem.Column column) {
    return Optional.ofNullable(column.alias()).map(alias -> alias.name().value());
  }

  /** The expression that a key of GROUP BY stands for. */
  static ExpressionSyntax groupKey(ExpressionSyntax key, Select select) {
    if (key instanceof NumberLiteral ordinal) {
      return at(ordinal, select);
    }
    return key instanceof Variable variable ? aliased(variable, select).orElse(key) : key;
  }

  private static Optional<ExpressionSyntax> aliased(Variable variable, Select select) {
    return columns(select).stream()
        .filter(column -> alias(column).filter(variable.name().value()::equals).isPresent())
        .map(SelectItem.Column::expression)
        .filter(expression -> !uses(expression, variable.name().value(), true))
        .findFirst();
  }

  // Inside an aggregate a name is an attribute of single rows, which HAVING cannot mean.
  private static boolean uses(Node node, String name, boolean inAggregates) {
    if (node instanceof AggregateCallSyntax && !inAggregates) {
      return false;
    }
    return (node instanceof Variable used && used.name().value().equals(name))
        || (node instanceof AggregateCallSyntax && inAggregates)
        || node.children().stream().anyMatch(child -> uses(child, name, inAggregates));
  }

  private static ExpressionSyntax at(NumberLiteral ordinal, Select select) {
    List<SelectItem.Column> columns = columns(select);
    BigDecimal position = NumberLiterals.exact(ordinal);
    if (position.stripTrailingZeros().scale() > 0
        || position.compareTo(BigDecimal.ONE) < 0
        || position.compareTo(BigDecimal.valueOf(columns.size())) > 0) {
      throw BindingErrors.at(
          ordinal.span(),
          ErrorCode.VALIDATION,
          "GROUP BY "
              + ordinal.text()
              + " names no column: the select list has "
              + columns.size()
              + ". Count from 1.");
    }
    return columns.get(position.intValue() - 1).expression();
  }

  private static List<SelectItem.Column> columns(Select select) {
    if (!(select.projection() instanceof ProjectionSyntax.Items items)) {
      return List.of();
    }
    return items.items().stream()
        .filter(SelectItem.Column.class::isInstance)
        .map(SelectItem.Column.class::cast)
        .toList();
  }
}
