package io.partikey.planner.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.planner.search.context.Optimization;
import io.partikey.testing.SeededTest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;

/**
 * Random statements on random databases answer the same with every index, without any, without one
 * rule of the search after the other, and on an interpreter that reads everything.
 */
class EquivalenceTest {
  private static final boolean NIGHTLY = Boolean.getBoolean("nightly");
  private static final int STATEMENTS = 50;
  private static final Map<Runs.Outcome, Integer> OUTCOMES = new EnumMap<>(Runs.Outcome.class);

  @SeededTest(fresh = 20, nightly = 400)
  void queriesAnswerTheSame(long seed) {
    Random random = new Random(seed);
    List<String> differences = new ArrayList<>();
    try (RandomDatabase database = RandomDatabase.of(random).withLateIndexes()) {
      for (int i = 0; i < STATEMENTS; i++) {
        RandomConditions.Statement statement = RandomQueries.next(random, database.reference());
        try {
          Runs.Outcome outcome =
              new Runs(database, statement, NIGHTLY || i % 3 == 0).compare(omitted(random));
          OUTCOMES.merge(outcome, 1, Integer::sum);
        } catch (AssertionError | RuntimeException different) {
          differences.add(database + "\n" + statement + "\n" + different);
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  /** Random queries that hardly ever are valid would find nothing. */
  @AfterAll
  static void mostQueriesWereAnswered() {
    int all = OUTCOMES.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(OUTCOMES.getOrDefault(Runs.Outcome.SAME, 0))
        .as("%s", OUTCOMES)
        .isGreaterThan(all * 9 / 10);
  }

  private static Set<Optimization> omitted(Random random) {
    if (NIGHTLY) {
      return EnumSet.allOf(Optimization.class);
    }
    Optimization[] rules = Optimization.values();
    return EnumSet.of(rules[random.nextInt(rules.length)], rules[random.nextInt(rules.length)]);
  }
}
