package io.partikey.planner.search.advice;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Union;
import io.partikey.planner.explain.Amounts;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.plan.Scan;
import io.partikey.planner.search.context.SearchContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The refusal of a statement whose cheapest plan holds reads that no key bounds: what is to be said
 * of each, every cure in order of cost, and how to run it all the same and for what.
 *
 * <pre>
 * This would scan the whole table Orders: about 1000000 items, 48828.5 RU. Nothing bounds its key.
 * To bound it:
 *   add customer = …, the partition key of the table (then about 5 RU)
 * To scan for about 48828.5 RU: write /*+ ALLOW_SCAN *&#47; behind the first SELECT, UPDATE or DELETE, or
 * connect with scan=allow.
 * </pre>
 */
public final class Refusal {
  private final Relation statement;
  private final List<UnkeyedRead> reads;
  private final PlanCost cost;
  private final boolean changes;
  private final SearchContext context;
  private final Function<Relation, PlanCost> planner;

  /**
   * The refusal of a plan.
   *
   * @param statement the statement as it was bound
   * @param reads its unkeyed reads, at least one
   * @param cost what running it would cost
   * @param changes whether the statement changes what it finds, which must be items of the table
   * @param planner what a relation costs by its best plan, which may hold unkeyed reads
   */
  public Refusal(
      Relation statement,
      List<UnkeyedRead> reads,
      PlanCost cost,
      boolean changes,
      SearchContext context,
      Function<Relation, PlanCost> planner) {
    this.statement = statement;
    this.reads = List.copyOf(reads);
    this.cost = cost;
    this.changes = changes;
    this.context = context;
    this.planner = planner;
  }

  /** The error to refuse the statement with, at the place where it names the first table. */
  public EngineException error() {
    return new EngineException(ErrorCode.NOT_KEYED, text(), reads.get(0).source().position());
  }

  /** The words, several lines. */
  public String text() {
    List<String> lines = new ArrayList<>();
    for (Relation part : unkeyedParts()) {
      lines.addAll(
          new Advice(part, readsOf(part), reads.size() > 1, changes, context).lines(planner));
    }
    lines.add(
        "To scan for about "
            + Amounts.readUnits(cost.readUnits())
            + (reads.stream().anyMatch(Refusal::mayReadMore) ? " or more" : "")
            + ": write /*+ ALLOW_SCAN */ behind the first SELECT, UPDATE or DELETE, or connect with"
            + " scan=allow.");
    return String.join("\n", lines);
  }

  /** Whether a scan ends when it has found enough, of which nobody knows when that is. */
  private static boolean mayReadMore(UnkeyedRead read) {
    return read.node() instanceof Scan scan && scan.limit() != null && scan.residual() != null;
  }

  /** The parts that lack a key; where there is one, all of the statement, for which it costs. */
  private List<Relation> unkeyedParts() {
    List<Relation> unkeyed =
        parts(statement).stream().filter(part -> !readsOf(part).isEmpty()).toList();
    return unkeyed.size() > 1 ? unkeyed : List.of(statement);
  }

  private List<UnkeyedRead> readsOf(Relation part) {
    List<Mention> mentions = Mention.sources(part).map(Mention::of).toList();
    return reads.stream().filter(read -> mentions.contains(Mention.of(read.source()))).toList();
  }

  /** The parts of a statement that are bounded each by itself: the branches of its unions. */
  private static List<Relation> parts(Relation relation) {
    if (relation instanceof Union union) {
      return union.branches().stream().flatMap(branch -> parts(branch).stream()).toList();
    }
    if (relation.inputs().size() != 1) {
      return List.of(relation);
    }
    List<Relation> below = parts(relation.inputs().get(0));
    return below.size() > 1 ? below : List.of(relation);
  }
}
