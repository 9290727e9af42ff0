package io.partikey.planner.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.parser.StatementParser;
import io.partikey.parser.ast.SelectStatement;
import io.partikey.planner.TestSession;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.bind.BoundStatements;
import io.partikey.planner.bound.BoundQuery;
import io.partikey.planner.execute.AccessRace;
import io.partikey.planner.execute.PlanAnalysis;
import io.partikey.planner.plan.QueryPlan;
import io.partikey.planner.search.context.AccessSurvey;
import io.partikey.planner.search.context.Optimization;
import io.partikey.planner.search.context.SearchContext;
import io.partikey.testing.SeededTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the chosen plan of a statement reads, beside what every other single index would have read
 * and the table without any: measured on real items, by forcing each. Values are as unevenly spread
 * as they are in life, so that mean collections say little.
 */
final class CheapestIndexTest {
  private static final int STATEMENTS = Boolean.getBoolean("nightly") ? 2_000 : 150;
  private static final int ITEMS = 3_000;
  private static final Pattern UNITS = Pattern.compile("\\(actual ([0-9.]+) RU");

  @SeededTest
  void noOtherIndexWouldHaveReadLess(long seed) {
    Random random = new Random(seed);
    int compared = 0;
    try (TestSession session = session(random)) {
      for (int i = 0; i < STATEMENTS; i++) {
        compared += compare(session, condition(random));
      }
    }
    assertThat(compared).isGreaterThan(STATEMENTS);
  }

  /** Indexes of many and of few values, wide and narrow; every item is in each of them. */
  private static TestSession session(Random random) {
    TestSession session = TestSession.open(PlannerSettings.DEFAULT);
    session.answer(
        """
        CREATE TABLE Parts (p STRING, s NUMBER, a STRING, b STRING, c STRING, n NUMBER,
          PRIMARY KEY (p, s),
          GLOBAL INDEX ByA (a, n),
          GLOBAL INDEX ByB (b) KEYS ONLY,
          GLOBAL INDEX ByC (c, s) INCLUDE (n),
          GLOBAL INDEX ByAC ((a, c), n) KEYS ONLY,
          LOCAL INDEX ByN (n) KEYS ONLY)
        """);
    for (int from = 0; from < ITEMS; from += 500) {
      session.answer(
          "INSERT INTO Parts VALUES "
              + IntStream.range(from, from + 500)
                  .mapToObj(number -> part(number, random))
                  .collect(Collectors.joining(", ")));
    }
    return session;
  }

  private static String part(int number, Random random) {
    return "{'p': 'p%d', 's': %d, 'a': 'a%d', 'b': 'b%d', 'c': 'c%d', 'n': %d, 'text': '%s'}"
        .formatted(
            uneven(30, random),
            number,
            uneven(60, random),
            uneven(300, random),
            uneven(10, random),
            uneven(100, random),
            "x".repeat(random.nextInt(20) == 0 ? 6_000 : 300));
  }

  /** A number below a bound, small ones by far the most often. */
  private static int uneven(int bound, Random random) {
    return (int) (bound * Math.pow(random.nextDouble(), 4));
  }

  private static String condition(Random random) {
    List<String> terms = new ArrayList<>();
    while (terms.isEmpty() || random.nextInt(3) > 0) {
      terms.add(
          switch (random.nextInt(11)) {
            case 0 -> "p = 'p%d'".formatted(random.nextInt(30));
            case 1 -> "a = 'a%d'".formatted(random.nextInt(60));
            case 2 -> "b = 'b%d'".formatted(random.nextInt(300));
            case 3 -> "c = 'c%d'".formatted(random.nextInt(10));
            case 4 -> "n > %d".formatted(random.nextInt(100));
            case 5 -> "s < %d".formatted(random.nextInt(ITEMS));
            case 6 -> "a IN ('a%d', 'a%d')".formatted(random.nextInt(60), random.nextInt(60));
            case 7 -> "c IN ('c%d', 'c%d')".formatted(random.nextInt(10), random.nextInt(10));
            case 8 -> "n IN (%d, %d)".formatted(random.nextInt(9), random.nextInt(99));
            case 9 -> "p IN ('p%d', 'p%d')".formatted(random.nextInt(30), random.nextInt(30));
            default -> "(b = 'b%d' OR c = 'c%d')".formatted(random.nextInt(99), random.nextInt(10));
          });
    }
    String columns = random.nextBoolean() ? "*" : random.nextBoolean() ? "p, s" : "p, s, n";
    return "SELECT " + columns + " FROM %s WHERE " + String.join(" AND ", terms);
  }

  private static int compare(TestSession session, String statement) {
    AccessRace race = AccessRace.beforeValues(session.backend(), Dialect.SQL, Cancellation.NEVER);
    SearchContext context =
        new SearchContext(PlannerSettings.DEFAULT, session.backend()::statistics, true).with(race);
    Optional<Reads> chosen = reads(session, statement.formatted("Parts"), context);
    List<String> alternatives = new ArrayList<>();
    TableDescription table = session.backend().catalog().table("Parts").orElseThrow();
    table.indexes().stream()
        .map(IndexDescription::name)
        .forEach(name -> alternatives.add(statement.formatted("Parts." + name)));
    int compared = 0;
    for (String alternative : alternatives) {
      compared += check(chosen, reads(session, alternative, context), alternative);
    }
    SearchContext withoutIndexes = context.without(Optimization.INDEXES);
    String text = statement.formatted("Parts");
    return compared + check(chosen, reads(session, text, withoutIndexes), text);
  }

  private static int check(Optional<Reads> chosen, Optional<Reads> other, String alternative) {
    if (other.isEmpty() || other.get().units() > AccessSurvey.MOST_UNITS) {
      return 0;
    }
    assertThat(chosen).as("keyed as %s", alternative).isPresent();
    assertThat(chosen.get().units())
        .as("%s%n%s%n%s", alternative, chosen.get().plan(), other.get().plan())
        .isLessThanOrEqualTo(other.get().units());
    return 1;
  }

  /** What a plan read, and what it is. */
  private record Reads(double units, String plan) {}

  /** The units that running a query consumes; empty if no key bounds it. */
  private static Optional<Reads> reads(TestSession session, String text, SearchContext context) {
    SelectStatement select = (SelectStatement) StatementParser.parseStatement(text);
    BoundQuery query =
        BoundStatements.query(
                text, select.query(), PlannerSettings.DEFAULT, session.backend().catalog())
            .statement();
    QueryPlan plan;
    try {
      plan = new PlanSearch().plan(query, context);
    } catch (EngineException refused) {
      assertThat(refused.code()).isEqualTo(ErrorCode.NOT_KEYED);
      return Optional.empty();
    }
    ExecutionRequest request = ExecutionRequest.of(session.backend(), Parameters.NONE);
    List<String> lines = PlanAnalysis.of(plan, Dialect.SQL, request);
    Matcher units = UNITS.matcher(lines.get(0));
    assertThat(units.find()).isTrue();
    return Optional.of(
        new Reads(Double.parseDouble(units.group(1)), String.join(System.lineSeparator(), lines)));
  }
}
