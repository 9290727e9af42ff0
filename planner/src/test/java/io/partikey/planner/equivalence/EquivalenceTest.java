package io.partikey.planner.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.planner.search.context.SearchRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Random statements on random databases answer the same with every index, without any, without one
 * rule of the search after the other, and on an interpreter that reads everything.
 */
class EquivalenceTest {
  private static final boolean NIGHTLY = Boolean.getBoolean("nightly");
  private static final int DATABASES = Integer.getInteger("databases", NIGHTLY ? 400 : 20);
  private static final int STATEMENTS = 50;
  private static final int MOST_DIFFERENCES = 10;

  @Test
  void queriesAnswerTheSame() {
    long seed = Long.getLong("seed", new Random().nextLong());
    Map<Runs.Outcome, Integer> outcomes = new EnumMap<>(Runs.Outcome.class);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < DATABASES && differences.size() < MOST_DIFFERENCES; i++) {
      compare(seed + i, outcomes, differences);
    }
    assertThat(differences).isEmpty();
    assertThat(outcomes.getOrDefault(Runs.Outcome.SAME, 0))
        .as("seed %d: %s", seed, outcomes)
        .isGreaterThan(DATABASES * STATEMENTS * 9 / 10);
  }

  private static void compare(
      long seed, Map<Runs.Outcome, Integer> outcomes, List<String> differences) {
    Random random = new Random(seed);
    try (RandomDatabase database = RandomDatabase.of(random).withLateIndexes()) {
      for (int i = 0; i < STATEMENTS; i++) {
        RandomConditions.Statement statement = RandomQueries.next(random, database.reference());
        try {
          Runs.Outcome outcome =
              new Runs(database, statement, NIGHTLY || i % 3 == 0).compare(omitted(random));
          outcomes.merge(outcome, 1, Integer::sum);
        } catch (AssertionError | RuntimeException different) {
          differences.add("seed " + seed + "\n" + database + "\n" + statement + "\n" + different);
        }
      }
    }
  }

  private static Set<SearchRule> omitted(Random random) {
    if (NIGHTLY) {
      return EnumSet.allOf(SearchRule.class);
    }
    SearchRule[] rules = SearchRule.values();
    return EnumSet.of(rules[random.nextInt(rules.length)], rules[random.nextInt(rules.length)]);
  }
}
