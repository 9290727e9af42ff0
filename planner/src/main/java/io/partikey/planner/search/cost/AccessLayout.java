package io.partikey.planner.search.cost;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.KeyGet;
import io.partikey.planner.plan.KeyedUnion;
import io.partikey.planner.plan.MultiGet;
import io.partikey.planner.plan.Query;
import io.partikey.planner.plan.RowLayout;
import io.partikey.planner.plan.Scan;
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
        withLayout(access, new RowLayout(picked, wholeItem, access.layout().alias())));
  }

  private static Access withLayout(Access access, RowLayout layout) {
    if (access instanceof KeyGet get) {
      return new KeyGet(
          get.table(), get.partition(), get.sort(), layout, get.residual(), get.cost());
    }
    if (access instanceof MultiGet get) {
      return new MultiGet(
          get.table(), get.partitions(), get.sorts(), layout, get.residual(), get.cost());
    }
    if (access instanceof Query query) {
      return new Query(
          query.table(),
          query.index(),
          query.chosen(),
          query.partitions(),
          query.range(),
          query.ascending(),
          query.merged(),
          query.fetch(),
          query.limit(),
          layout,
          query.residual(),
          query.cost());
    }
    if (access instanceof KeyedUnion union) {
      List<Access> branches =
          union.branches().stream().map(branch -> withLayout(branch, layout)).toList();
      return new KeyedUnion(union.table(), branches, layout, union.cost());
    }
    Scan scan = (Scan) access;
    return new Scan(
        scan.table(),
        scan.index(),
        scan.fetch(),
        scan.limit(),
        layout,
        scan.residual(),
        scan.cost());
  }
}
