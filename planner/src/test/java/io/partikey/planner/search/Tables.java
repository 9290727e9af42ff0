package io.partikey.planner.search;

import io.partikey.engine.error.StatementPosition;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.IndexDescription.IndexKind;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.Projection;
import io.partikey.engine.table.TableDescription;
import io.partikey.engine.table.TableStatistics;
import io.partikey.engine.table.TableStatistics.Counts;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.ScanPolicy;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.search.context.SearchContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tables, sources and contexts for tests. A key is written {@code "pk:S"}, {@code "sk:N"}. */
public final class Tables {
  /** A million items of 400 bytes in ten thousand collections. */
  public static final Counts MILLION = new Counts(1_000_000, 400_000_000, 10_000);

  /** One item less: an index that one item of the table is not in. */
  public static final Counts ALMOST_A_MILLION = new Counts(999_999, 400_000_000, 10_000);

  private Tables() {}

  public static TableDescription table(String name, KeySchema key, IndexDescription... indexes) {
    return new TableDescription(name, key, List.of(indexes), List.of(), Optional.empty(), 1);
  }

  public static KeySchema key(String partition, String... sort) {
    return new KeySchema(
        Arrays.stream(partition.split(",", -1)).map(Tables::keyAttribute).toList(),
        Arrays.stream(sort).map(Tables::keyAttribute).toList());
  }

  private static KeyAttribute keyAttribute(String text) {
    String[] parts = text.split(":", -1);
    return new KeyAttribute(parts[0], AttributeType.valueOf(parts[1]));
  }

  public static IndexDescription global(String name, KeySchema key) {
    return global(name, key, Projection.ALL);
  }

  public static IndexDescription global(String name, KeySchema key, Projection projection) {
    return IndexDescription.active(name, IndexKind.GLOBAL, key, projection);
  }

  public static IndexDescription local(String name, KeySchema key, Projection projection) {
    return IndexDescription.active(name, IndexKind.LOCAL, key, projection);
  }

  public static TableSource source(TableDescription table, String... attributes) {
    return new TableSource(
        table, null, table.name(), List.of(attributes), false, false, position());
  }

  public static TableSource named(TableSource source, IndexDescription index) {
    return new TableSource(
        source.table(),
        index,
        source.alias(),
        source.attributes(),
        source.wholeItem(),
        source.scanAllowed(),
        source.position());
  }

  public static TableSource whole(TableSource source) {
    return new TableSource(
        source.table(),
        source.namedIndex(),
        source.alias(),
        source.attributes(),
        true,
        source.scanAllowed(),
        source.position());
  }

  public static TableSource scanAllowed(TableSource source) {
    return new TableSource(
        source.table(),
        source.namedIndex(),
        source.alias(),
        source.attributes(),
        source.wholeItem(),
        true,
        source.position());
  }

  public static StatementPosition position() {
    return new StatementPosition(1, 15, 1);
  }

  /** A context in which every table holds {@link #MILLION} and every index all of them but one. */
  public static SearchContext context(Dialect dialect) {
    return context(dialect, ScanPolicy.REJECT);
  }

  public static SearchContext context(Dialect dialect, ScanPolicy scan) {
    PlannerSettings settings = new PlannerSettings(dialect, scan, true, false, 400);
    return new SearchContext(settings, name -> new TableStatistics(MILLION, everyIndex()), true);
  }

  /** The same counts for the names that tests give to indexes. */
  private static Map<String, Counts> everyIndex() {
    return List.of("byStatus", "byMail", "byOwner", "byDate", "byRound", "byYear", "byTag").stream()
        .collect(Collectors.toMap(name -> name, name -> ALMOST_A_MILLION));
  }
}
