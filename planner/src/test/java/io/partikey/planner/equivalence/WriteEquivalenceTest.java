package io.partikey.planner.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.table.IndexDescription;
import io.partikey.parser.StatementParser;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.Row;
import io.partikey.planner.api.RowCursor;
import io.partikey.planner.api.StatementResult;
import io.partikey.planner.compile.UncachedPlanner;
import io.partikey.planner.search.context.Optimization;
import io.partikey.testing.SeededTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;

/**
 * Random writes leave the same items in the tables, and in each of their indexes, as an interpreter
 * that tests every item, and return the same; or fail where it fails, and leave everything as it
 * was. EXPLAIN changes nothing, and EXPLAIN ANALYZE does what the write does.
 */
class WriteEquivalenceTest {
  private static final int STATEMENTS = 40;

  private static int statements;
  private static int changed;

  @SeededTest(fresh = 10, nightly = 100)
  void writesLeaveTheSame(long seed) {
    Random random = new Random(seed);
    try (RandomDatabase database = RandomDatabase.of(random)) {
      for (int i = 0; i < STATEMENTS; i++) {
        RandomConditions.Statement statement = RandomWrites.next(random, database.reference());
        Set<Optimization> omitted = omitted(random);
        String place = "without " + omitted + "\n" + database + "\n" + statement;
        try {
          changed += write(database, statement, omitted, random.nextInt(4) == 0);
          statements++;
        } catch (AssertionError | RuntimeException different) {
          throw new AssertionError(place, different);
        }
      }
    }
  }

  /** Random writes that hardly ever change anything would find nothing. */
  @AfterAll
  static void manyWritesChangedItems() {
    assertThat(changed).isGreaterThan(statements / 4);
  }

  private static Set<Optimization> omitted(Random random) {
    Optimization[] rules = Optimization.values();
    return random.nextBoolean() ? Set.of() : Set.of(rules[random.nextInt(rules.length)]);
  }

  /** Runs a write; how many items it changed. */
  private static int write(
      RandomDatabase database,
      RandomConditions.Statement statement,
      Set<Optimization> omitted,
      boolean analyzed) {
    Optional<List<String>> explained = explain(database, statement, "EXPLAIN ", omitted);
    Optional<ReferenceWrites.Result> expected = expected(database, statement);
    Optional<Long> count;
    if (analyzed) {
      count = explain(database, statement, "EXPLAIN ANALYZE ", omitted).map(Explanations::rows);
    } else {
      Optional<ReferenceWrites.Result> found = execute(database, statement, omitted);
      count = found.map(result -> (long) (result.count() < 0 ? changed(expected) : result.count()));
      assertThat(found.map(result -> counted(result.returned())))
          .isEqualTo(expected.map(result -> counted(result.returned())));
    }
    assertThat(count).isEqualTo(expected.map(result -> (long) result.count()));
    assertThat(explained.isPresent() || expected.isEmpty()).isTrue();
    compareTables(database);
    return changed(expected);
  }

  private static int changed(Optional<ReferenceWrites.Result> result) {
    return result.map(ReferenceWrites.Result::count).orElse(0);
  }

  private static Map<Item, Long> counted(List<Item> items) {
    return items.stream().collect(Collectors.groupingBy(item -> item, Collectors.counting()));
  }

  private static Optional<ReferenceWrites.Result> expected(
      RandomDatabase database, RandomConditions.Statement statement) {
    try {
      return Optional.of(
          new ReferenceWrites(database.reference(), statement.parameters())
              .write(StatementParser.parseStatement(statement.text())));
    } catch (EngineException invalid) {
      return Optional.empty();
    }
  }

  private static Optional<List<String>> explain(
      RandomDatabase database,
      RandomConditions.Statement statement,
      String explain,
      Set<Optimization> omitted) {
    try {
      return Optional.of(
          Explanations.lines(
              compile(database, explain + statement.text(), omitted),
              request(database, statement)));
    } catch (EngineException invalid) {
      return Optional.empty();
    }
  }

  // What returns items does not count them.
  private static Optional<ReferenceWrites.Result> execute(
      RandomDatabase database, RandomConditions.Statement statement, Set<Optimization> omitted) {
    StatementResult result;
    try {
      result = compile(database, statement.text(), omitted).execute(request(database, statement));
    } catch (EngineException invalid) {
      return Optional.empty();
    }
    if (result instanceof StatementResult.Count count) {
      return Optional.of(new ReferenceWrites.Result((int) count.count(), List.of()));
    }
    return Optional.of(new ReferenceWrites.Result(-1, items((StatementResult.Rows) result)));
  }

  private static CompiledStatement compile(
      RandomDatabase database, String text, Set<Optimization> omitted) {
    return new UncachedPlanner(database.keyed(), RandomDatabase.SETTINGS).compile(text, omitted);
  }

  private static ExecutionRequest request(
      RandomDatabase database, RandomConditions.Statement statement) {
    AttributeValue[] parameters = statement.parameters().toArray(AttributeValue[]::new);
    return ExecutionRequest.of(database.keyed(), Parameters.of(parameters));
  }

  private static void compareTables(RandomDatabase database) {
    for (String table : database.reference().tables()) {
      assertThat(read(database, table))
          .as(table)
          .containsExactlyInAnyOrderElementsOf(database.reference().items(table));
      for (IndexDescription index : database.reference().description(table).indexes()) {
        assertThat(read(database, table + "." + index.name()))
            .as("%s.%s", table, index.name())
            .containsExactlyInAnyOrderElementsOf(projected(database, table, index.name()));
      }
    }
  }

  private static List<Item> projected(RandomDatabase database, String table, String index) {
    return database.reference().variables("a", table, Optional.of(index)).stream()
        .map(variable -> (MapValue) variable.shown().orElseThrow())
        .map(map -> new Item(map.members()))
        .toList();
  }

  private static List<Item> read(RandomDatabase database, String table) {
    StatementResult result =
        compile(database, "SELECT * FROM " + table, Set.of())
            .execute(ExecutionRequest.of(database.keyed(), Parameters.NONE));
    return items((StatementResult.Rows) result);
  }

  private static List<Item> items(StatementResult.Rows result) {
    List<Item> items = new ArrayList<>();
    try (RowCursor rows = result.rows()) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        items.add(row.get().item());
      }
    }
    return items;
  }
}
