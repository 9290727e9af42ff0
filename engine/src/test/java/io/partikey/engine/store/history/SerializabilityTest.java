package io.partikey.engine.store.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.testing.SeededTest;
import java.util.Random;

/** Thousands of transactions of eight threads on few items, and what their history shows. */
class SerializabilityTest {
  private static final int THREADS = 8;
  private static final int ROUNDS = 400;

  @SeededTest(nightly = 10)
  void hasNoAnomalyInListsThatManyAppendTo(long seed) throws Exception {
    try (TestDatabase database = new TestDatabase()) {
      ListTransactions lists = new ListTransactions(database);
      TestDatabase.inParallel(
          THREADS,
          thread -> {
            Random random = new Random(seed + thread);
            for (int i = 0; i < ROUNDS; i++) {
              if (random.nextInt(4) == 0) {
                lists.readOnly(random);
              } else {
                lists.runToCommit(random.nextLong());
              }
            }
          });
      say(lists.inWords());
      assertThat(lists.anomalies()).isEmpty();
      assertThat(database.conflicts()).as("transactions that met").isPositive();
      assertThat(database.backend().check((fraction, items) -> {})).isEmpty();
    }
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
  }
}
