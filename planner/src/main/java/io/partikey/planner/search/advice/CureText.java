package io.partikey.planner.search.advice;

import io.partikey.engine.error.StatementPosition;
import io.partikey.engine.expression.LiteralText;
import io.partikey.engine.table.IndexDescription;
import io.partikey.parser.format.PartiqlFormatter;
import io.partikey.planner.bind.MistypedText;
import io.partikey.planner.bound.Join;
import io.partikey.planner.bound.KeyLiteral;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.explain.Amounts;
import io.partikey.planner.mode.Mode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cures in words that can be taken into the statement as they stand.
 *
 * <pre>
 * add b.flight = f.flight, the partition key of Bookings (then about 4.5 RU)
 * add p.id = … (a value or a column of b), the partition key of Passengers (then about 79 RU)
 * write 'p' for p at 1:47: passenger is a STRING (then about 0.5 RU)
 * </pre>
 */
final class CureText {
  private final Mode mode;
  private final List<UnkeyedRead> unkeyed;
  private final List<TableSource> sources;
  private final Set<Mention> optional = new LinkedHashSet<>();

  /**
   * The words for cures of a statement.
   *
   * @param unkeyed what the statement reads without a key
   */
  CureText(Relation statement, List<UnkeyedRead> unkeyed, Mode mode) {
    this.mode = mode;
    this.unkeyed = unkeyed;
    this.sources = Mention.sources(statement).toList();
    addOptional(statement);
  }

  private void addOptional(Relation relation) {
    if (relation instanceof Join join && join.kind() == Join.Kind.LEFT) {
      Relation right = join.right();
      while (right instanceof Selection selection) {
        right = selection.input();
      }
      if (right instanceof TableSource source && belongsToOn(source, join.left())) {
        optional.add(Mention.of(source));
      }
    }
    relation.inputs().forEach(this::addOptional);
  }

  /** Whether a table on the right of a join is named there, not in a query of its own. */
  private static boolean belongsToOn(TableSource source, Relation left) {
    return !source.block().derived()
        || Mention.sources(left).anyMatch(each -> each.block().equals(source.block()));
  }

  /** A cure that changes the statement. */
  String ofStatement(Cure cure) {
    List<String> clauses = new ArrayList<>();
    literals(cure).forEach(clauses::add);
    for (Change change : inOrder(cure)) {
      if (change instanceof Change.Reading reading) {
        clauses.add(reading(reading));
      }
    }
    additions(cure).forEach(clauses::add);
    return String.join("; and ", clauses)
        + " (then about "
        + Amounts.readUnits(cure.cost().readUnits())
        + ")";
  }

  /** The changes in the order in which the plan reads what they change. */
  private List<Change> inOrder(Cure cure) {
    List<String> tables = new ArrayList<>();
    List<Mention> mentions = new ArrayList<>();
    unkeyed.forEach(read -> tables.add(read.source().table().name()));
    unkeyed.forEach(read -> mentions.add(Mention.of(read.source())));
    sources.forEach(source -> mentions.add(Mention.of(source)));
    return cure.changes().stream()
        .sorted(
            Comparator.comparingInt(
                change -> {
                  if (change instanceof Change.OfRead read) {
                    return mentions.indexOf(Mention.of(read.source()));
                  }
                  return change instanceof Change.NewIndex added
                      ? tables.indexOf(added.table().name())
                      : 0;
                }))
        .toList();
  }

  private Stream<String> literals(Cure cure) {
    List<KeyLiteral> literals = new ArrayList<>();
    for (Change change : cure.changes()) {
      if (change instanceof Change.Retyped retyped) {
        literals.add(retyped.literal());
      }
    }
    if (literals.isEmpty()) {
      return Stream.empty();
    }
    return Stream.of("write " + MistypedText.of(literals));
  }

  /** Where something is, as line and column. */
  static String place(StatementPosition position) {
    return position.line() + ":" + position.column();
  }

  private String reading(Change.Reading reading) {
    TableSource source = reading.source();
    @Nullable IndexDescription index = reading.index();
    boolean aliased = !source.alias().equals(plainName(source));
    return "read FROM "
        + (index == null
            ? name(source.table().name())
            : name(source.table().name()) + "." + name(index.name()))
        + (aliased ? " AS " + name(source.alias()) : "")
        + (reading.held().isEmpty()
            ? ""
            : ", which holds only items with "
                + reading.held().stream().map(this::attribute).collect(Collectors.joining(" and ")))
        + place(source);
  }

  private static String plainName(TableSource source) {
    @Nullable IndexDescription index = source.namedIndex();
    return index == null ? source.table().name() : index.name();
  }

  private Stream<String> additions(Cure cure) {
    List<String> added = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (Change change : inOrder(cure)) {
      if (change instanceof Change.Conditions conditions) {
        added.add(
            equalities(conditions.source(), conditions.attributes(), null)
                + where(conditions.source())
                + meant(conditions));
        keys.add(key(conditions.gap(), conditions.source()));
      } else if (change instanceof Change.Pairing pairing) {
        added.add(
            equalities(pairing.source(), pairing.attributes(), pairing.before())
                + where(pairing.source()));
        keys.add(key(pairing.gap(), pairing.source()));
      }
    }
    return added.isEmpty()
        ? Stream.empty()
        : Stream.of("add " + String.join(" and ", added) + ", " + String.join(" and ", keys));
  }

  private String equalities(
      TableSource source, List<String> attributes, @Nullable TableSource before) {
    return attributes.stream()
        .map(
            attribute ->
                qualified(source, attribute)
                    + " = "
                    + (before == null ? "…" : qualified(before, attribute)))
        .collect(Collectors.joining(" AND "));
  }

  private String qualified(TableSource source, String attribute) {
    boolean plain = sources.size() == 1 && source.alias().equals(plainName(source));
    return plain ? attribute(attribute) : name(source.alias()) + "." + attribute(attribute);
  }

  /** Where a condition belongs, where its names do not tell. */
  private String where(TableSource source) {
    return (optional.contains(Mention.of(source)) ? " to its ON" : "") + place(source);
  }

  private String place(TableSource source) {
    long called = sources.stream().filter(each -> each.alias().equals(source.alias())).count();
    return called < 2 ? "" : " in the query of " + place(source.position());
  }

  /** What the value of a condition may be, where it need not be a constant. */
  private String meant(Change.Conditions conditions) {
    List<String> tables =
        conditions.columnsOf().stream().map(TableSource::alias).distinct().map(this::name).toList();
    return tables.isEmpty() ? "" : " (a value or a column of " + String.join(" or ", tables) + ")";
  }

  private String key(KeyGap gap, TableSource source) {
    return gap.text(sources.size() == 1 ? "" : " of " + name(source.table().name()));
  }

  /** A cure that creates indexes. */
  String ofTables(Cure cure) {
    IndexStatements statements = new IndexStatements();
    List<String> reads = new ArrayList<>();
    for (Change change : inOrder(cure)) {
      if (change instanceof Change.NewIndex added) {
        statements.add(added);
        reads.add(name(added.table().name()) + "." + name(added.index().name()));
      }
    }
    return (reads.size() == 1 ? "create an index: " : "create indexes: ")
        + statements.text()
        + (mode.indexes() == Mode.Indexes.CHOSEN
            ? ""
            : ", and read FROM " + String.join(", ", reads));
  }

  private String attribute(String name) {
    return mode.wording() == Mode.Wording.OWN
        ? PartiqlFormatter.formatName(name)
        : LiteralText.name(name);
  }

  private String name(String name) {
    return mode.wording() == Mode.Wording.OWN
        ? PartiqlFormatter.formatName(name)
        : '"' + name + '"';
  }
}
