package io.partikey.planner.search.advice;

import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.LiteralText;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.IndexDescription;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.explain.Amounts;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.plan.Scan;
import io.partikey.planner.search.context.SearchContext;
import io.partikey.planner.search.cost.AccessCost;
import io.partikey.planner.search.key.AccessPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is to be said of the reads without a key in one part of a statement: what each would read,
 * and what would bound them all, the cheapest first.
 *
 * <pre>
 * This would scan the whole table Orders: about 1000000 items, 48828.5 RU. Nothing bounds its key.
 * To bound it:
 *   add customer = …, the partition key of the table (then about 5 RU)
 *   add day = …, since index ByStatus holds only items with day (then about 0.5 RU)
 *   create an index: CREATE INDEX ByCity ON Orders (City)
 * </pre>
 *
 * @param part the part of the statement
 * @param reads its reads that no key bounds, at least one
 * @param placed whether to say where each read is named, since there are several
 * @param changes whether the statement changes what it finds
 */
record Advice(
    Relation part,
    List<UnkeyedRead> reads,
    boolean placed,
    boolean changes,
    SearchContext context) {
  Advice {
    reads = List.copyOf(reads);
  }

  /**
   * The words, several lines.
   *
   * @param planner what a relation costs by its best plan
   */
  List<String> lines(Function<Relation, PlanCost> planner) {
    List<String> lines = new ArrayList<>();
    for (UnkeyedRead read : reads) {
      lines.add(verdict(read));
      comparedAttributes(read).ifPresent(lines::add);
    }
    List<String> cures = cures(planner);
    if (!cures.isEmpty()) {
      lines.add(reads.size() == 1 ? "To bound it:" : "To bound them all:");
      cures.forEach(cure -> lines.add("  " + cure));
    }
    return lines;
  }

  private List<String> cures(Function<Relation, PlanCost> planner) {
    CureSearch search = new CureSearch(part, changes, context, planner);
    CureText text = new CureText(part, reads, context.mode());
    List<Cure> ofStatement = search.ofStatement();
    List<String> cures = new ArrayList<>();
    ofStatement.forEach(cure -> cures.add(text.ofStatement(cure)));
    if (ofStatement.stream().noneMatch(Advice::isServed)) {
      search.ofTables().forEach(cure -> cures.add(text.ofTables(cure)));
    }
    return cures;
  }

  /** Whether an index that is there serves the conditions that are there. */
  private static boolean isServed(Cure cure) {
    return cure.changes().stream()
        .allMatch(
            change ->
                change instanceof Change.Retyped
                    || (change instanceof Change.Reading reading
                        && reading.index() != null
                        && reading.held().isEmpty()));
  }

  private String verdict(UnkeyedRead read) {
    AccessCost all = new AccessPaths(context).of(read.conditions()).get(0).cost();
    String table = target(read.source()) + (placed ? " at " + place(read) : "");
    String amount = amount(all.rowsRead(), all.readUnits());
    Access node = read.node();
    String obstacle = ". " + Obstacle.of(new WeighedRead(read.conditions(), List.of()), context);
    boolean limited = node instanceof Scan scan && scan.limit() != null;
    if (limited && node.residual() == null && !read.lookedUp()) {
      return "This would read the " + table + " from its start, up to the LIMIT" + obstacle;
    }
    if (limited) {
      return "This would scan the "
          + table
          + (read.lookedUp()
              ? " for each row that it is joined to until one is found, at worst all of it: each"
                  + " time about "
              : " until enough is found, at worst all of it: about ")
          + amount
          + obstacle;
    }
    return "This would scan the whole "
        + table
        + (read.lookedUp() ? " for each row that it is joined to: each time about " : ": about ")
        + amount
        + obstacle;
  }

  private static String amount(double items, double readUnits) {
    return Amounts.items(items) + ", " + Amounts.readUnits(readUnits);
  }

  private static String place(UnkeyedRead read) {
    return CureText.place(read.source().position());
  }

  private static String target(TableSource source) {
    IndexDescription index = source.namedIndex();
    String table = "table " + LiteralText.name(source.table().name());
    return index == null ? table : "index " + LiteralText.name(index.name()) + " of " + table;
  }

  /** What to say where an attribute stands beside a key, perhaps a text in the wrong quotes. */
  private static Optional<String> comparedAttributes(UnkeyedRead read) {
    if (read.lookedUp()) {
      return Optional.empty();
    }
    for (Expression conjunct : read.conditions().conjuncts()) {
      if (conjunct instanceof Comparison comparison
          && comparison.left() instanceof AttributeReference left
          && comparison.right() instanceof AttributeReference right) {
        return Optional.of(
            LiteralText.name(left.name())
                + " "
                + comparison.operator().symbol()
                + " "
                + LiteralText.name(right.name())
                + " compares two attributes. A text stands in single quotes: "
                + LiteralText.of(new StringValue(right.name()))
                + ".");
      }
    }
    return Optional.empty();
  }
}
