package io.partikey.planner.search.advice;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.planner.explain.Amounts;
import io.partikey.planner.search.SearchContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The refusal of a statement whose cheapest plan holds reads that no key bounds: what is to be said
 * of each, and how to run it all the same and for what.
 *
 * <pre>
 * This would scan the whole table Orders: about 1000000 items, 48828.5 RU. Nothing bounds its key.
 * To bound it:
 *   add customer = …, the partition key of Orders (then about 5 RU)
 * To scan for about 48828.5 RU: write /*+ ALLOW_SCAN *&#47; behind the first SELECT, UPDATE or DELETE, or
 * connect with scan=allow.
 * </pre>
 */
public final class Refusal {
  private final List<UnkeyedRead> reads;
  private final double readUnits;
  private final SearchContext context;

  /**
   * The refusal of a plan.
   *
   * @param reads its unkeyed reads, at least one
   * @param readUnits what running it would cost
   */
  public Refusal(List<UnkeyedRead> reads, double readUnits, SearchContext context) {
    this.reads = List.copyOf(reads);
    this.readUnits = readUnits;
    this.context = context;
  }

  /** The error to refuse the statement with, at the place where it names the first table. */
  public EngineException error() {
    return new EngineException(
        ErrorCode.NOT_KEYED, text(), reads.get(0).conditions().source().position());
  }

  /** The words, several lines. */
  public String text() {
    List<String> lines = new ArrayList<>();
    reads.stream()
        .map(read -> String.join("\n", new Advice(read, context).lines()))
        .distinct()
        .forEach(lines::add);
    lines.add(
        "To scan for about "
            + Amounts.readUnits(readUnits)
            + ": write /*+ ALLOW_SCAN */ behind the first SELECT, UPDATE or DELETE, or connect with"
            + " scan=allow.");
    return String.join("\n", lines);
  }
}
