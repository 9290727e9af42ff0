package io.partikey.planner.bind;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.PathAccess;
import io.partikey.parser.ast.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The right side of a LEFT JOIN. Its columns are missing in rows without a pair, so a column that
 * is computed must be computed below the join: above it a constant would be there in every row.
 */
final class NullableSide {
  private NullableSide() {}

  /** The same rows, with every computed column of a derived table made a column of its own. */
  static From of(From right, SourceSpan span, Symbols symbols) {
    if (right.sources().stream().allMatch(NullableSide::isPlain)) {
      return right;
    }
    if (right.sources().size() == 1 && right.sources().get(0) instanceof Source.Derived derived) {
      return of(right.draft(), derived, symbols);
    }
    throw BindingErrors.unsupported(
        span,
        "A LEFT JOIN whose right side joins a derived table with computed columns",
        "Join them one after the other.");
  }

  private static From of(Draft draft, Source.Derived derived, Symbols symbols) {
    Map<Integer, Expression> columns = new LinkedHashMap<>();
    List<Output.Item> items = new ArrayList<>();
    for (Output.Item item : derived.output().items()) {
      ColumnReference column = symbols.create(item.expression());
      columns.put(column.index(), item.expression());
      items.add(new Output.Item(column, item.column()));
    }
    return new From(
        new Draft.Projected(draft, columns),
        List.of(new Source.Derived(derived.qualifiers(), new Output(items, symbols))));
  }

  private static boolean isPlain(Source source) {
    return !(source instanceof Source.Derived derived)
        || derived.output().items().stream().allMatch(item -> isPlain(item.expression()));
  }

  private static boolean isPlain(Expression expression) {
    return expression instanceof ColumnReference
        || (expression instanceof PathAccess path && isPlain(path.base()));
  }
}
