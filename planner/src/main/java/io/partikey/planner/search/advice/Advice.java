package io.partikey.planner.search.advice;

import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.LiteralText;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.IndexDescription;
import io.partikey.parser.format.PartiqlFormatter;
import io.partikey.planner.Dialect;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.explain.Amounts;
import io.partikey.planner.search.SearchContext;
import io.partikey.planner.search.cost.AccessCost;
import io.partikey.planner.search.key.AccessPath;
import io.partikey.planner.search.key.AccessPaths;
import io.partikey.planner.search.key.SourceConditions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The refusal of a statement for a read that no key bounds, in words: what it would read, what
 * would bound it, the cheapest first, and how to run it all the same.
 *
 * <pre>
 * This would scan the whole table Orders: about 1000000 items, 48828.5 RU. Nothing bounds its key.
 * To bound it:
 *   add customer = …, the partition key of Orders (then about 5 RU)
 *   add day = …, which index ByStatus needs beside the conditions that are there (then about 0.5 RU)
 *   create an index for the conditions that are there: CREATE INDEX ByCity ON Orders (City)
 * </pre>
 */
final class Advice {
  /** Most conditions that are proposed; the cheapest ones. */
  private static final int MAX_GAPS = 3;

  private final UnkeyedRead read;
  private final SearchContext context;

  /** Advice on a read. */
  Advice(UnkeyedRead read, SearchContext context) {
    this.read = read;
    this.context = context;
  }

  /** The words, several lines. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(verdict());
    comparedAttributes().ifPresent(lines::add);
    List<String> ways = ways();
    if (!ways.isEmpty()) {
      lines.add("To bound it:");
      ways.forEach(way -> lines.add("  " + way));
    }
    return lines;
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
        + Obstacle.of(read, context);
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
    List<KeyGap> gaps = KeyGap.of(read, context).stream().limit(MAX_GAPS).toList();
    List<String> ways = new ArrayList<>();
    if (gaps.stream().noneMatch(gap -> gap.missing().isEmpty())) {
      withoutTheIndex().ifPresent(ways::add);
    }
    gaps.forEach(gap -> ways.add(way(gap)));
    boolean served = gaps.stream().anyMatch(gap -> gap.missing().isEmpty());
    if (!served && source().namedIndex() == null) {
      IndexSuggestion.of(read, context).forEach(suggestion -> ways.add(way(suggestion)));
    }
    return ways;
  }

  /** The table, where it is keyed and the index that the statement names is not. */
  private Optional<String> withoutTheIndex() {
    TableSource source = source();
    if (source.namedIndex() == null) {
      return Optional.empty();
    }
    TableSource table = source.reading(source.table(), null);
    SourceConditions conditions = new SourceConditions(table, read.conditions().conjuncts());
    return new AccessPaths(context)
        .of(conditions).stream()
            .filter(AccessPath::isKeyed)
            .map(AccessPath::cost)
            .min(Comparator.comparingDouble(AccessCost::readUnits))
            .map(cost -> "read FROM " + name(source.table().name(), null) + costing(cost));
  }

  private String way(KeyGap gap) {
    String added =
        gap.missing().stream()
            .map(
                name ->
                    qualified(name) + " = " + (read.lookedUp() ? "a column joined before" : "…"))
            .collect(Collectors.joining(" AND "));
    String cost = costing(gap.cost());
    IndexDescription index = gap.index();
    if (index == null) {
      return "add " + added + ", the partition key of the table" + cost;
    }
    String named = name(source().table().name(), index.name());
    if (gap.missing().isEmpty()) {
      return "read FROM " + named + cost;
    }
    if (gap.equalities().isEmpty()) {
      return "add "
          + added
          + cost
          + ": index "
          + LiteralText.name(index.name())
          + " holds only items with "
          + String.join(" and ", gap.unbounded())
          + (read.changed() ? "" : "; or read those alone, FROM " + named);
    }
    boolean rest = gap.equalities().size() < index.key().partition().size();
    return "add "
        + added
        + (rest ? ", the rest of the key of index " : ", the key of index ")
        + LiteralText.name(index.name())
        + cost;
  }

  private static String costing(AccessCost cost) {
    return " (then about " + Amounts.readUnits(cost.readUnits()) + ")";
  }

  private String way(IndexSuggestion suggestion) {
    return "create an index for the conditions that are there: "
        + suggestion.statements()
        + (context.settings().dialect() == Dialect.SQL
            ? ""
            : ", and read FROM " + name(suggestion.table().name(), suggestion.index().name()));
  }

  /** A table or index as FROM names it. */
  private String name(String table, @Nullable String index) {
    return Stream.of(Optional.of(table), Optional.ofNullable(index))
        .flatMap(Optional::stream)
        .map(
            each ->
                context.settings().dialect() == Dialect.SQL
                    ? PartiqlFormatter.formatName(each)
                    : '"' + each + '"')
        .collect(Collectors.joining("."));
  }

  private String qualified(String attribute) {
    String name = LiteralText.name(attribute);
    String alias = source().alias();
    IndexDescription index = source().namedIndex();
    boolean aliased =
        read.lookedUp() || !alias.equals(index == null ? source().table().name() : index.name());
    return aliased ? LiteralText.name(alias) + "." + name : name;
  }
}
