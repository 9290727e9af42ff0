package io.partikey.planner.search.cost;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.RowLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a projection into the access below it, where it only picks columns. */
final class AccessLayout {
  private AccessLayout() {}

  /** The access with the columns of a projection, if they are attributes and then the item. */
  static Optional<Access> of(Access access, List<Expression> expressions) {
    List<String> available = access.layout().attributes();
    List<String> picked = new ArrayList<>();
    boolean wholeItem = false;
    for (Expression expression : expressions) {
      if (wholeItem || !(expression instanceof ColumnReference column)) {
        return Optional.empty();
      }
      wholeItem = column.index() == available.size();
      if (!wholeItem) {
        picked.add(available.get(column.index()));
      }
    }
    return Optional.of(
        access.withLayout(new RowLayout(picked, wholeItem, access.layout().alias())));
  }
}
