package io.partikey.planner.equivalence;

import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FromSource;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.PathStepSyntax;
import io.partikey.parser.ast.ProjectionSyntax;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SelectItem;
import io.partikey.parser.ast.Variable;
import java.math.BigDecimal;
import java.util.List;

/** What columns and sources are called, for names as plain as random statements have. */
final class ReferenceLabels {
  private ReferenceLabels() {}

  static String of(SelectItem.Column column) {
    return column.alias() == null ? of(column.expression()) : column.alias().name().value();
  }

  static String of(FromSource source) {
    return source.alias() == null ? of(source.source()) : source.alias().name().value();
  }

  private static String of(ExpressionSyntax expression) {
    if (expression instanceof Variable variable) {
      return variable.name().value();
    }
    List<PathStepSyntax> steps = ((PathExpression) expression).steps();
    return ((PathStepSyntax.Attribute) steps.get(steps.size() - 1)).name().value();
  }

  /** The expression that a key of ORDER BY stands for: that of a column, or its own. */
  static ExpressionSyntax meant(ExpressionSyntax key, Select select) {
    if (!(select.projection() instanceof ProjectionSyntax.Items items)) {
      return key;
    }
    if (key instanceof NumberLiteral ordinal) {
      return ((SelectItem.Column)
              items.items().get(new BigDecimal(ordinal.text()).intValueExact() - 1))
          .expression();
    }
    if (key instanceof Variable name) {
      for (SelectItem item : items.items()) {
        if (item instanceof SelectItem.Column column
            && column.alias() != null
            && column.alias().name().value().equals(name.name().value())) {
          return column.expression();
        }
      }
    }
    return key;
  }
}
