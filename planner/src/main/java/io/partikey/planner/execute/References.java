package io.partikey.planner.execute;

import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import java.util.Set;
import java.util.TreeSet;

/** What an expression refers to. */
final class References {
  private References() {}

  /** Whether an expression uses columns of a row. */
  static boolean usesColumns(Expression expression) {
    return expression instanceof ColumnReference
        || expression.children().stream().anyMatch(References::usesColumns);
  }

  /** The top-level attributes that an expression uses. */
  static Set<String> attributes(Expression expression) {
    Set<String> names = new TreeSet<>();
    collectAttributes(expression, names);
    return names;
  }

  private static void collectAttributes(Expression expression, Set<String> names) {
    if (expression instanceof AttributeReference reference) {
      names.add(reference.name());
    }
    expression.children().forEach(child -> collectAttributes(child, names));
  }
}
