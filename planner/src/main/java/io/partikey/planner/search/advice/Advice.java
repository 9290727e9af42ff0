package io.partikey.planner.search.advice;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.LiteralText;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.expression.Logical.Operator;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.IndexDescription;
import io.partikey.planner.Dialect;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.explain.Amounts;
import io.partikey.planner.search.SearchContext;
import io.partikey.planner.search.cost.AccessCost;
import io.partikey.planner.search.key.AccessPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The refusal of a statement for a read that no key bounds, in words: what it would read, what
 * would bound it, and how to run it all the same.
 *
 * <pre>
 * This would scan the whole table Orders: about 1000000 items, 48828.5 RU. Nothing bounds its key.
 * To bound it:
 *   add customer = …, the partition key of Orders (then about 5 RU)
 *   add day = …, which index ByStatus needs beside the conditions that are there (then about 0.5 RU)
 *   create an index for the conditions that are there: CREATE INDEX ByCity ON Orders (City)
 * To scan it: write /*+ ALLOW_SCAN *&#47; behind SELECT, UPDATE or DELETE, or connect with scan=allow.
 * </pre>
 */
public final class Advice {
  /** Most conditions that are proposed; the cheapest ones. */
  private static final int MAX_GAPS = 3;

  private final UnkeyedRead read;
  private final SearchContext context;

  /** Advice on a read. */
  public Advice(UnkeyedRead read, SearchContext context) {
    this.read = read;
    this.context = context;
  }

  /** The error to refuse the statement with, at the place where it names the table. */
  public EngineException refusal() {
    return new EngineException(ErrorCode.NOT_KEYED, text(), source().position());
  }

  /** The words, several lines. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(verdict());
    comparedAttributes().ifPresent(lines::add);
    List<String> ways = ways();
    if (!ways.isEmpty()) {
      lines.add("To bound it:");
      ways.forEach(way -> lines.add("  " + way));
    }
    lines.add(
        "To scan it: write /*+ ALLOW_SCAN */ behind SELECT, UPDATE or DELETE, or connect with"
            + " scan=allow.");
    return String.join("\n", lines);
  }

  private TableSource source() {
    return read.conditions().source();
  }

  private String verdict() {
    AccessCost cost = new AccessPaths(context).of(read.conditions()).get(0).cost();
    return "This would scan the whole "
        + target()
        + (read.lookedUp() ? " for each row that it is joined to: each time about " : ": about ")
        + Amounts.items(cost.rowsRead())
        + ", "
        + Amounts.readUnits(cost.readUnits())
        + ". "
        + reason();
  }

  private String reason() {
    boolean branched =
        read.conditions().conjuncts().stream()
            .anyMatch(each -> each instanceof Logical logical && logical.operator() == Operator.OR);
    return branched
        ? "Nothing bounds its key beside an OR, and not every branch of the OR does."
        : "Nothing bounds its key.";
  }

  private String target() {
    IndexDescription index = source().namedIndex();
    String table = "table " + LiteralText.name(source().table().name());
    return index == null ? table : "index " + LiteralText.name(index.name()) + " of " + table;
  }

  /** What to say where an attribute stands beside a key, perhaps a text in the wrong quotes. */
  private Optional<String> comparedAttributes() {
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

  private List<String> ways() {
    List<String> ways = new ArrayList<>();
    KeyGap.of(read, context).stream().limit(MAX_GAPS).map(this::way).forEach(ways::add);
    suggestion().ifPresent(ways::add);
    return ways;
  }

  private String way(KeyGap gap) {
    List<String> missing =
        Stream.concat(gap.equalities().stream(), gap.unbounded().stream())
            .map(
                name ->
                    qualified(name) + " = " + (read.lookedUp() ? "a column joined before" : "…"))
            .toList();
    String added = String.join(" AND ", missing);
    String cost = " (then about " + Amounts.readUnits(gap.cost().readUnits()) + ")";
    IndexDescription index = gap.index();
    if (index == null) {
      return "add " + added + ", the partition key of the table" + cost;
    }
    String name = LiteralText.name(index.name());
    if (gap.equalities().isEmpty() && !gap.unbounded().isEmpty()) {
      return "add "
          + added
          + cost
          + ": index "
          + name
          + " holds only items with "
          + String.join(" and ", gap.unbounded())
          + "; or read those alone, FROM "
          + LiteralText.name(source().table().name())
          + "."
          + name;
    }
    return missing.isEmpty()
        ? "read FROM " + LiteralText.name(source().table().name()) + "." + name + cost
        : "add " + added + ", the key of index " + name + cost;
  }

  private String qualified(String attribute) {
    String name = LiteralText.name(attribute);
    String alias = source().alias();
    IndexDescription index = source().namedIndex();
    boolean aliased =
        read.lookedUp() || !alias.equals(index == null ? source().table().name() : index.name());
    return aliased ? LiteralText.name(alias) + "." + name : name;
  }

  private Optional<String> suggestion() {
    if (source().namedIndex() != null) {
      return Optional.empty();
    }
    return IndexSuggestion.of(read, context)
        .map(
            suggestion ->
                "create an index for the conditions that are there: "
                    + suggestion.statement()
                    + (context.settings().dialect() == Dialect.SQL
                        ? ""
                        : ", and read FROM " + indexName(suggestion)));
  }

  private String indexName(IndexSuggestion suggestion) {
    return Stream.of(suggestion.table().name(), suggestion.index().name())
        .map(LiteralText::name)
        .collect(Collectors.joining("."));
  }
}
