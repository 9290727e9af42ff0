package io.partikey.planner.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.MapValue;
import io.partikey.parser.StatementParser;
import io.partikey.planner.ExecutionRequest;
import io.partikey.planner.Row;
import io.partikey.planner.RowCursor;
import io.partikey.planner.StatementResult;
import io.partikey.planner.UncachedPlanner;
import io.partikey.planner.search.SearchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Random writes leave the same items in the tables, and in each of their indexes, as an interpreter
 * that tests every item; or fail where it fails, and leave everything as it was.
 */
class WriteEquivalenceTest {
  private static final int DATABASES =
      Integer.getInteger("databases", Boolean.getBoolean("nightly") ? 100 : 10);
  private static final int STATEMENTS = 40;

  @Test
  void writesLeaveTheSame() {
    long seed = Long.getLong("seed", new Random().nextLong());
    int changed = 0;
    for (int i = 0; i < DATABASES; i++) {
      Random random = new Random(seed + i);
      try (RandomDatabase database = RandomDatabase.of(random)) {
        for (int j = 0; j < STATEMENTS; j++) {
          RandomConditions.Statement statement = RandomWrites.next(random, database.reference());
          changed += write(seed + i, database, statement, omitted(random));
        }
      }
    }
    assertThat(changed).as("seed %d", seed).isGreaterThan(DATABASES * STATEMENTS / 4);
  }

  private static Set<SearchRule> omitted(Random random) {
    SearchRule[] rules = SearchRule.values();
    return random.nextBoolean() ? Set.of() : Set.of(rules[random.nextInt(rules.length)]);
  }

  /** Runs a write; how many items it changed. */
  private static int write(
      long seed,
      RandomDatabase database,
      RandomConditions.Statement statement,
      Set<SearchRule> omitted) {
    String place = "seed " + seed + ", without " + omitted + "\n" + database + "\n" + statement;
    Optional<Integer> expected = expected(database, statement);
    Optional<Integer> count = count(database, statement, omitted, place);
    assertThat(count).as(place).isEqualTo(expected);
    compareTables(database, place);
    return count.orElse(0);
  }

  private static Optional<Integer> expected(
      RandomDatabase database, RandomConditions.Statement statement) {
    try {
      return Optional.of(
          new ReferenceWrites(database.reference(), statement.parameters())
              .write(StatementParser.parseStatement(statement.text())));
    } catch (EngineException invalid) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> count(
      RandomDatabase database,
      RandomConditions.Statement statement,
      Set<SearchRule> omitted,
      String place) {
    AttributeValue[] parameters = statement.parameters().toArray(AttributeValue[]::new);
    try {
      StatementResult result =
          new UncachedPlanner(database.keyed(), RandomDatabase.SETTINGS)
              .compile(statement.text(), omitted)
              .execute(ExecutionRequest.of(database.keyed(), Parameters.of(parameters)));
      return Optional.of((int) ((StatementResult.Count) result).count());
    } catch (EngineException invalid) {
      return Optional.empty();
    } catch (RuntimeException broken) {
      throw new AssertionError(place, broken);
    }
  }

  private static void compareTables(RandomDatabase database, String place) {
    for (String table : database.reference().tables()) {
      assertThat(read(database, table))
          .as("%s\n%s", place, table)
          .containsExactlyInAnyOrderElementsOf(database.reference().items(table));
      database
          .reference()
          .description(table)
          .indexes()
          .forEach(
              index ->
                  assertThat(read(database, table + "." + index.name()))
                      .as("%s\n%s.%s", place, table, index.name())
                      .containsExactlyInAnyOrderElementsOf(
                          projected(database, table, index.name())));
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
        new UncachedPlanner(database.keyed(), RandomDatabase.SETTINGS)
            .compile("SELECT * FROM " + table, Set.of())
            .execute(ExecutionRequest.of(database.keyed(), Parameters.NONE));
    List<Item> items = new ArrayList<>();
    try (RowCursor rows = ((StatementResult.Rows) result).rows()) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        items.add(row.get().item());
      }
    }
    return items;
  }
}
