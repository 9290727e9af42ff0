package io.partikey.planner.search;

import static java.util.Objects.requireNonNull;

import io.partikey.engine.backend.Catalog;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.engine.table.TableStatistics;
import io.partikey.engine.table.TableStatistics.Counts;
import io.partikey.planner.define.TestTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tables by their CREATE TABLE statements, in which a comment behind the table and each index says
 * how much it holds: {@code -- 1000 items of 400 bytes in 10 collections}.
 */
final class TableDesign {
  /** The files of the planner's table. */
  static final List<String> NAMES =
      List.of("simple", "composite", "single", "indexes", "local", "multi", "airline", "shop");

  private static final Pattern COUNTS =
      Pattern.compile("-- (\\d+) items of (\\d+) bytes in (\\d+) collections");
  private static final Pattern INDEX = Pattern.compile("INDEX (\\w+)");

  private final Map<String, TableDescription> tables = new LinkedHashMap<>();
  private final Map<String, TableStatistics> statistics = new HashMap<>();
  private final List<String> definitions = new ArrayList<>();

  /** Whether a text defines a table. */
  static boolean isDefinition(String text) {
    return text.startsWith("CREATE TABLE");
  }

  /** Adds a table. */
  void define(String statement) {
    TableDescription table = TestTables.table(statement);
    Map<String, Counts> indexes = new HashMap<>();
    List<Counts> own = new ArrayList<>();
    for (String line : statement.lines().toList()) {
      Matcher counts = COUNTS.matcher(line);
      Matcher index = INDEX.matcher(line);
      if (counts.find()) {
        Consumer<Counts> add = index.find() ? each -> indexes.put(index.group(1), each) : own::add;
        add.accept(counts(counts));
      }
    }
    tables.put(table.name(), table);
    statistics.put(table.name(), new TableStatistics(own.get(0), indexes));
    definitions.add(statement);
  }

  private static Counts counts(Matcher found) {
    long items = Long.parseLong(found.group(1));
    return new Counts(
        items, items * Long.parseLong(found.group(2)), Long.parseLong(found.group(3)));
  }

  /** The statements that define the tables. */
  List<String> definitions() {
    return List.copyOf(definitions);
  }

  /** The tables. */
  Catalog catalog() {
    return Catalog.of(1, tables);
  }

  /** What a table holds. */
  TableStatistics statistics(String table) {
    return requireNonNull(statistics.get(table), table);
  }

  /**
   * Statements that put two items into each table: one that has every key attribute, and one that
   * is in those indexes alone that hold every item.
   */
  List<String> fillers() {
    return tables.values().stream().flatMap(this::fillers).toList();
  }

  private Stream<String> fillers(TableDescription table) {
    TableStatistics counts = statistics(table.name());
    List<IndexDescription> complete =
        table.indexes().stream()
            .filter(index -> counts.of(index.name()).items() == counts.table().items())
            .toList();
    return Stream.of(filler(table, table.indexes(), 1), filler(table, complete, 2));
  }

  private static String filler(TableDescription table, List<IndexDescription> indexes, int number) {
    String attributes =
        Stream.concat(Stream.of(table.key()), indexes.stream().map(IndexDescription::key))
            .flatMap(key -> key.attributes().stream())
            .distinct()
            .map(each -> "'" + each.name() + "': " + value(each.type().name(), number))
            .collect(Collectors.joining(", "));
    return "INSERT INTO " + table.name() + " VALUE {" + attributes + "}";
  }

  private static String value(String type, int number) {
    return type.equals("N") ? String.valueOf(number) : "'" + number + "'";
  }
}
