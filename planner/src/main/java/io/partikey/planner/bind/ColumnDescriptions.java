package io.partikey.planner.bind;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.api.KnownAttributes;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.bound.Join.Kind;
import java.util.Optional;

/** What is known of the columns of a result before it is there. */
final class ColumnDescriptions {
  private final Symbols symbols;
  private final Draft rows;

  ColumnDescriptions(Symbols symbols, Draft rows) {
    this.symbols = symbols;
    this.rows = rows;
  }

  /** The description of a column that shows the value of an expression. */
  ResultColumn of(String label, Expression expression) {
    Optional<Symbols.Origin> origin = symbols.origin(expression);
    if (origin.isEmpty() || origin.get().attribute().isEmpty()) {
      return ResultColumn.computed(label, ExpressionTypes.of(expression, symbols));
    }
    TableDescription table = origin.get().table().source().table();
    String attribute = origin.get().attribute().get();
    return new ResultColumn(
        label,
        Optional.of(attribute),
        Optional.of(table.name()),
        KnownAttributes.types(table, attribute),
        table.key().contains(attribute) && !mayMiss(rows, origin.get().table()));
  }

  /** The table whose whole items an expression shows, if it does. */
  Optional<Draft.Table> wholeItemOf(Expression expression) {
    return symbols
        .origin(expression)
        .filter(origin -> origin.attribute().isEmpty())
        .map(Symbols.Origin::table);
  }

  /** Whether a table is on the right side of a LEFT JOIN. */
  private static boolean mayMiss(Draft draft, Draft.Table table) {
    if (draft instanceof Draft.Joined join) {
      return (join.kind() == Kind.LEFT && join.right().tables().anyMatch(table::equals))
          || mayMiss(join.left(), table)
          || mayMiss(join.right(), table);
    }
    return draft.inputs().stream().anyMatch(input -> mayMiss(input, table));
  }
}
