package io.partikey.planner.compile;

import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableStatistics;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.Query;
import io.partikey.planner.plan.WritePlan;
import io.partikey.planner.search.context.SearchContext;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The indexes that a plan reads and that held every item of their tables when it was made. An item
 * that comes without an attribute of an index's key has no entry there; the plan, which may have
 * taken the index for the table, is made anew then.
 */
record CompleteIndexes(Set<CompleteIndex> indexes) {
  /** A plan that reads no such index. */
  static final CompleteIndexes NONE = new CompleteIndexes(Set.of());

  /** An index that held every item of its table. */
  record CompleteIndex(String table, String index) {}

  CompleteIndexes {
    indexes = Set.copyOf(indexes);
  }

  /** Those of a query's plan. */
  static CompleteIndexes of(PlanNode root, SearchContext context) {
    Set<CompleteIndex> found = new LinkedHashSet<>();
    collect(root, context, found);
    return found.isEmpty() ? NONE : new CompleteIndexes(found);
  }

  /** Those of the query that finds what a write changes. */
  static CompleteIndexes of(WritePlan plan, SearchContext context) {
    @Nullable PlanNode source = plan.source();
    return source == null ? NONE : of(source, context);
  }

  private static void collect(PlanNode node, SearchContext context, Set<CompleteIndex> found) {
    if (node instanceof Query query) {
      @Nullable IndexDescription index = query.index();
      if (index != null && context.holdsEveryItem(query.table().name(), index.name())) {
        found.add(new CompleteIndex(query.table().name(), index.name()));
      }
    }
    node.inputs().forEach(input -> collect(input, context, found));
  }

  /**
   * The statement to run instead, where a transaction sees other items than those by which the plan
   * was made, such as its own: it is planned anew by the counts that the transaction sees.
   */
  Optional<CompiledStatement> instead(ExecutionRequest request, Replanning replanning) {
    if (indexes.isEmpty() || !(request.items() instanceof Transaction transaction)) {
      return Optional.empty();
    }
    try (ReadView view = transaction.openView()) {
      boolean holds =
          indexes.stream()
              .allMatch(
                  each ->
                      SearchContext.holdsEveryItem(view.statistics(each.table()), each.index()));
      return holds ? Optional.empty() : Optional.of(replanning.plan(request, view::statistics));
    }
  }

  /** Plans the same statement again. */
  @FunctionalInterface
  interface Replanning {
    /** The statement for a request, by other counts than those of the store. */
    CompiledStatement plan(ExecutionRequest request, Function<String, TableStatistics> statistics);
  }

  /** Whether all of them that a table has hold every item by these counts. */
  boolean holdIn(String table, TableStatistics counts) {
    for (CompleteIndex each : indexes) {
      if (each.table().equals(table) && !SearchContext.holdsEveryItem(counts, each.index())) {
        return false;
      }
    }
    return true;
  }
}
