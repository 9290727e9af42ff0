package io.partikey.planner.search;

import io.partikey.engine.backend.Catalog;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.engine.table.TableStatistics;
import io.partikey.engine.table.TableStatistics.Counts;
import io.partikey.parser.StatementParser;
import io.partikey.parser.ast.SelectStatement;
import io.partikey.parser.ast.Statement;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.ScanPolicy;
import io.partikey.planner.bind.Bound;
import io.partikey.planner.bind.BoundStatements;
import io.partikey.planner.bound.BoundQuery;
import io.partikey.planner.define.TestTables;
import io.partikey.planner.dynamodb.write.BoundChange;
import io.partikey.planner.explain.PlanText;
import io.partikey.planner.plan.QueryPlan;
import io.partikey.planner.plan.WritePlan;
import io.partikey.planner.search.context.SearchContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plans statements on a few tables, each of a million items. */
final class PlannedStatement {
  /** Songs with a wide index and a narrow local one, users, orders, matches of a tournament. */
  static final Catalog CATALOG =
      TestTables.catalog(
          """
          CREATE TABLE Music (Artist STRING, Song STRING, Year NUMBER, Genre STRING, Label STRING,
            PRIMARY KEY (Artist, Song),
            GLOBAL INDEX ByGenre (Genre, Year) INCLUDE (Label),
            GLOBAL INDEX ByLabel (Label),
            LOCAL INDEX ByYear (Year) KEYS ONLY)
          """,
          """
          CREATE TABLE Users (id STRING, mail STRING,
            PRIMARY KEY (id), GLOBAL INDEX ByMail (mail))
          """,
          """
          CREATE TABLE Orders (userId STRING, orderId NUMBER, song STRING,
            PRIMARY KEY (userId, orderId))
          """,
          """
          CREATE TABLE Matches (id STRING, tournament STRING, region STRING, round NUMBER,
            bracket STRING, PRIMARY KEY (id),
            GLOBAL INDEX ByRound ((tournament, region), round, bracket))
          """);

  private final PlanSearch search = new PlanSearch();
  private final PlannerSettings settings;
  private final Catalog catalog;
  private final Function<String, TableStatistics> statistics;
  private final SearchContext context;

  PlannedStatement(Dialect dialect, ScanPolicy scan) {
    this(dialect, scan, CATALOG, name -> statistics(name, CATALOG));
  }

  PlannedStatement(
      Dialect dialect,
      ScanPolicy scan,
      Catalog catalog,
      Function<String, TableStatistics> statistics) {
    this.settings = new PlannerSettings(dialect, scan, true, false, 400);
    this.catalog = catalog;
    this.statistics = statistics;
    this.context = new SearchContext(settings, statistics, true);
  }

  /**
   * A million items of 400 bytes, ten thousand collections, in the table and each index; but index
   * ByGenre lacks one.
   */
  static TableStatistics statistics(String name, Catalog catalog) {
    TableDescription table = catalog.table(name).orElseThrow();
    Counts million = new Counts(1_000_000, 400_000_000, 10_000);
    return new TableStatistics(
        million,
        table.indexes().stream()
            .collect(
                Collectors.toMap(
                    IndexDescription::name,
                    index -> index.name().equals("ByGenre") ? oneLess(million) : million)));
  }

  private static Counts oneLess(Counts counts) {
    return new Counts(counts.items() - 1, counts.bytes(), counts.collections());
  }

  /** What EXPLAIN would show. */
  List<String> explain(String text) {
    Statement statement = StatementParser.parseStatement(text);
    if (statement instanceof SelectStatement select) {
      Bound<BoundQuery> query = BoundStatements.query(text, select.query(), settings, catalog);
      List<String> lines = new ArrayList<>(explain(search.plan(query.statement(), context)));
      query.warnings().forEach(warning -> lines.add("warning: " + warning));
      return lines;
    }
    WritePlan plan = write(statement, text);
    return PlanText.of(plan, statistics.apply(plan.table().name()));
  }

  private static List<String> explain(QueryPlan plan) {
    List<String> lines = PlanText.of(plan);
    return plan.refusalUnlessCapped() == null
        ? lines
        : List.of("unless its rows are capped: " + plan.refusalUnlessCapped());
  }

  private WritePlan write(Statement statement, String text) {
    return BoundStatements.change(text, statement, settings, catalog)
        .map(BoundChange::plan)
        .orElseGet(
            () ->
                search.plan(
                    BoundStatements.write(text, statement, settings, catalog).statement(),
                    context));
  }
}
