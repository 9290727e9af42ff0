package io.partikey.planner.search.calcite;

import io.partikey.planner.search.cost.Cardinality;
import io.partikey.planner.search.cost.Selectivity;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.volcano.RelSubset;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.metadata.BuiltInMetadata;
import org.apache.calcite.rel.metadata.MetadataHandler;
import org.apache.calcite.rel.metadata.MetadataHandlerProvider;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.util.Util;

/**
 * What Calcite may ask of a relational expression: its rows and its cost. Every other question is
 * answered with "unknown". Calcite's own answers would be compiled by Janino when the first
 * statement is planned.
 */
final class ItemMetadata implements MetadataHandlerProvider {
  /** The one instance; Calcite asks for all handlers each time that it makes a query object. */
  static final ItemMetadata INSTANCE = new ItemMetadata();

  private final Map<Class<?>, MetadataHandler<?>> handlers = new ConcurrentHashMap<>();

  private ItemMetadata() {
    BuiltInMetadata.RowCount.Handler rows = ItemMetadata::rows;
    BuiltInMetadata.NonCumulativeCost.Handler own =
        (rel, query) -> rel.computeSelfCost(rel.getCluster().getPlanner(), query);
    BuiltInMetadata.CumulativeCost.Handler total = ItemMetadata::total;
    handlers.put(BuiltInMetadata.RowCount.Handler.class, rows);
    handlers.put(BuiltInMetadata.NonCumulativeCost.Handler.class, own);
    handlers.put(BuiltInMetadata.CumulativeCost.Handler.class, total);
  }

  @Override
  public <H extends MetadataHandler<?>> H handler(Class<H> type) {
    return type.cast(handlers.computeIfAbsent(type, ItemMetadata::unknown));
  }

  private static MetadataHandler<?> unknown(Class<?> type) {
    Object handler =
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null);
    return (MetadataHandler<?>) handler;
  }

  private static Double rows(RelNode rel, RelMetadataQuery query) {
    if (rel instanceof RelSubset subset) {
      return query.getRowCount(Util.first(subset.getBest(), subset.getOriginal()));
    }
    if (rel instanceof ItemRel) {
      return rel.estimateRowCount(query);
    }
    if (rel instanceof Filter filter) {
      ExpressionPool pool = ExpressionPool.of(rel.getCluster());
      return query.getRowCount(filter.getInput())
          * Selectivity.of(pool.expression(filter.getCondition()));
    }
    if (rel instanceof Aggregate distinct) {
      return Cardinality.groups(query.getRowCount(distinct.getInput()), distinct.getGroupCount());
    }
    if (rel instanceof Sort sort) {
      return query.getRowCount(sort.getInput());
    }
    return rel.estimateRowCount(query);
  }

  private static RelOptCost total(RelNode rel, RelMetadataQuery query) {
    RelOptCost sum = query.getNonCumulativeCost(rel);
    for (RelNode input : rel.getInputs()) {
      sum = sum.plus(query.getCumulativeCost(input));
    }
    return sum;
  }
}
