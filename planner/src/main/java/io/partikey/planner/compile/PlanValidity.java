package io.partikey.planner.compile;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableStatistics;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.Query;
import io.partikey.planner.search.context.SearchContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether a plan that was kept may still run, and which one to run instead. Thread-safe.
 *
 * <p>Three things make a plan old beside a changed definition, for which plans are made anew
 * anyway:
 *
 * <ul>
 *   <li>It took an index for the table because the index held every item. An item that comes
 *       without an attribute of the index's key has no entry there, and the answer would lack it. A
 *       transaction may see such an item, its own or another one, that nobody else sees.
 *   <li>It chose between indexes while the tables had half as many items, or twice as many. It
 *       answers the same, but it may no longer be the cheapest.
 *   <li>It chose before there were values of parameters, so by mean item collections, and then read
 *       much. From then on each run chooses by its own values, which takes less time than such
 *       reads do.
 * </ul>
 */
final class PlanValidity implements Consumer<ConsumedCapacity> {
  /** A change by so many items never matters. */
  private static final long FEW = 1000;

  /** Read units, eventually consistent, from which on planning takes less time than reading. */
  private static final double MUCH = 4;

  private final Map<String, Assumption> assumptions;
  private final boolean leansOnCompleteIndexes;
  private final boolean choseWithoutValues;
  private final Replanning replanning;
  private volatile boolean readMuch;

  /**
   * What a plan took for granted of a table between whose indexes it chose.
   *
   * @param items how many items the table had
   * @param completeIndexes the indexes it reads that held every one of them
   */
  private record Assumption(long items, Set<String> completeIndexes) {
    /** Both, of one table. */
    Assumption and(Assumption other) {
      Set<String> both = new HashSet<>(completeIndexes);
      both.addAll(other.completeIndexes);
      return new Assumption(items, Set.copyOf(both));
    }

    /** Whether the indexes hold every item by these counts. */
    boolean isComplete(TableStatistics counts) {
      return completeIndexes.stream()
          .allMatch(index -> SearchContext.holdsEveryItem(counts, index));
    }

    /**
     * Whether there are no more than twice as many items by these counts, and no fewer than half.
     */
    boolean isNear(TableStatistics counts) {
      long now = counts.table().items();
      return now <= 2 * items + FEW && items <= 2 * now + FEW;
    }
  }

  /** Plans the same statement again. */
  @FunctionalInterface
  interface Replanning {
    /** The statement for a request, by these counts. */
    CompiledStatement plan(ExecutionRequest request, Function<String, TableStatistics> statistics);
  }

  private PlanValidity(
      Map<String, Assumption> assumptions, boolean choseWithoutValues, Replanning replanning) {
    this.assumptions = Map.copyOf(assumptions);
    this.leansOnCompleteIndexes =
        assumptions.values().stream().anyMatch(each -> !each.completeIndexes().isEmpty());
    this.choseWithoutValues = choseWithoutValues;
    this.replanning = replanning;
  }

  /**
   * That of a plan just made; null stands for one that reads by full keys alone.
   *
   * @param replanning plans its statement for a request
   */
  static PlanValidity of(@Nullable PlanNode root, SearchContext context, Replanning replanning) {
    Map<String, Assumption> assumptions = new HashMap<>();
    if (root != null && context.exactCounts()) {
      collect(root, context, assumptions);
    }
    return new PlanValidity(assumptions, context.survey().missedParameters(), replanning);
  }

  private static void collect(
      PlanNode node, SearchContext context, Map<String, Assumption> assumptions) {
    if (node instanceof Query query && !query.table().indexes().isEmpty()) {
      String table = query.table().name();
      @Nullable IndexDescription index = query.index();
      Set<String> complete =
          index != null && context.holdsEveryItem(table, index.name())
              ? Set.of(index.name())
              : Set.of();
      Assumption assumption =
          new Assumption(context.statistics().apply(table).table().items(), complete);
      assumptions.merge(table, assumption, Assumption::and);
    }
    node.inputs().forEach(input -> collect(input, context, assumptions));
  }

  /** Whether the plan is still right, and likely still the cheapest, by the counts of now. */
  boolean holds(Function<String, TableStatistics> statistics) {
    for (Map.Entry<String, Assumption> each : assumptions.entrySet()) {
      TableStatistics now = statistics.apply(each.getKey());
      if (!each.getValue().isComplete(now) || !each.getValue().isNear(now)) {
        return false;
      }
    }
    return true;
  }

  /** The statement to run instead for a request, empty where the plan is right for it. */
  Optional<CompiledStatement> instead(ExecutionRequest request) {
    Optional<CompiledStatement> bySight = insteadInTransaction(request);
    if (bySight.isPresent() || !readMuch) {
      return bySight;
    }
    return Optional.of(replanning.plan(request, request.backend()::statistics));
  }

  private Optional<CompiledStatement> insteadInTransaction(ExecutionRequest request) {
    if (!leansOnCompleteIndexes || !(request.items() instanceof Transaction transaction)) {
      return Optional.empty();
    }
    try (ReadView view = transaction.openView()) {
      boolean complete =
          assumptions.entrySet().stream()
              .filter(each -> !each.getValue().completeIndexes().isEmpty())
              .allMatch(each -> each.getValue().isComplete(view.statistics(each.getKey())));
      return complete ? Optional.empty() : Optional.of(replanning.plan(request, view::statistics));
    }
  }

  /** Takes what a run consumed. */
  @Override
  public void accept(ConsumedCapacity consumed) {
    if (choseWithoutValues && consumed.readUnits() > MUCH) {
      readMuch = true;
    }
  }
}
