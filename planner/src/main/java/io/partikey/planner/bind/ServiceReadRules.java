package io.partikey.planner.bind;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeySchema;
import io.partikey.parser.ast.OrderBy;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.Projection;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SelectItem;
import io.partikey.parser.ast.SortItem;
import io.partikey.parser.ast.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the service refuses in a SELECT once it knows the key of the table or index. */
final class ServiceReadRules {
  private final KeySchema key;

  private ServiceReadRules(KeySchema key) {
    this.key = key;
  }

  /**
   * Checks a SELECT that names a table or index.
   *
   * @param condition the condition of WHERE as it is written, null without one
   * @throws io.partikey.engine.error.EngineException with the service's message
   */
  static ServiceReads check(
      Select select, @Nullable OrderBy orderBy, TableName name, @Nullable Expression condition) {
    @Nullable IndexDescription index = name.index();
    KeySchema key = index == null ? name.table().key() : index.key();
    if (key.isMultiAttribute()) {
      throw ServiceRefusal.of(
          select.span(),
          "PartiQL statements cannot be executed on tables with multi-attribute HASH keys or"
              + " multi-attribute RANGE keys.");
    }
    ServiceReadRules rules = new ServiceReadRules(key);
    rules.checkProjection(select.projection());
    ServiceReads reads = ServiceReads.of(condition, key);
    if (orderBy != null) {
      rules.checkOrder(select, orderBy, reads);
    }
    return reads;
  }

  private void checkProjection(Projection projection) {
    if (!(projection instanceof Projection.Items items)) {
      return;
    }
    for (SelectItem item : items.items()) {
      if (item instanceof SelectItem.Column column
          && column.expression() instanceof PathExpression path
          && path.root() instanceof Variable root
          && key.contains(root.name().value())) {
        throw ServiceRefusal.of(
            path.span(),
            "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
                + " allowed: Key: "
                + root.name().value());
      }
    }
  }

  private void checkOrder(Select select, OrderBy orderBy, ServiceReads reads) {
    if (select.where() == null) {
      throw ServiceRefusal.of(
          orderBy.span(), "Must have WHERE clause in the statement when using ORDER BY clause.");
    }
    for (SortItem item : orderBy.items()) {
      if (!key.contains(name(item))) {
        throw ServiceRefusal.of(
            item.span(),
            "Variable reference "
                + name(item)
                + " in ORDER BY clause must be part of the primary key");
      }
    }
    if (reads.partitions() == 0) {
      throw ServiceRefusal.of(
          orderBy.span(),
          "Must have at least one non-optional hash key condition in WHERE clause when using ORDER"
              + " BY clause.");
    }
    boolean namesPartition =
        orderBy.items().stream().anyMatch(item -> isPartitionKey(key, name(item)));
    if (reads.partitions() > 1 && !namesPartition) {
      throw ServiceRefusal.of(
          orderBy.span(),
          "Must have hash key in ORDER BY clause when more than one hash key condition specified"
              + " in WHERE clause.");
    }
  }

  /** The terms of an order with that of the partition key first, as the service sorts. */
  static OrderBy sorted(OrderBy orderBy, KeySchema key) {
    Optional<SortItem> partition =
        orderBy.items().stream().filter(item -> isPartitionKey(key, name(item))).findFirst();
    if (partition.isEmpty()) {
      return orderBy;
    }
    List<SortItem> others =
        orderBy.items().stream().filter(item -> !isPartitionKey(key, name(item))).toList();
    List<SortItem> items = new ArrayList<>();
    items.add(partition.get());
    items.addAll(others);
    return new OrderBy(items, orderBy.span());
  }

  private static boolean isPartitionKey(KeySchema key, String name) {
    return key.partition().get(0).name().equals(name);
  }

  private static String name(SortItem item) {
    return ((Variable) item.expression()).name().value();
  }
}
