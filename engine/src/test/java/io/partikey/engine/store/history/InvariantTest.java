package io.partikey.engine.store.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.ItemStore;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.testing.SeededTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds of the items whatever transactions run at the same time, if each one keeps it. */
class InvariantTest {
  private static final int THREADS = 8;
  private static final int ROUNDS = Boolean.getBoolean("nightly") ? 2500 : 250;
  private static final int ACCOUNTS = 10;

  private final TestDatabase database = new TestDatabase();

  @AfterEach
  void isConsistent() {
    assertThat(database.backend().check((fraction, items) -> {})).isEmpty();
    database.close();
  }

  @SeededTest
  void neverLosesMoneyBetweenAccounts(long seed) throws Exception {
    for (int account = 0; account < ACCOUNTS; account++) {
      putAccount(database.backend(), account, 100);
    }
    TestDatabase.inParallel(
        THREADS,
        thread -> {
          Random random = new Random(seed + thread);
          for (int i = 0; i < ROUNDS; i++) {
            switch (random.nextInt(4)) {
              case 0 -> {
                try (ReadView view = database.backend().openView()) {
                  assertWhole(view);
                }
              }
              case 1 ->
                  database.transact(
                      transaction -> {
                        try (ReadView view = transaction.openView()) {
                          assertWhole(view);
                        }
                      });
              default -> {
                int from = random.nextInt(ACCOUNTS);
                int to = (from + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
                database.transact(transaction -> transfer(transaction, from, to));
              }
            }
          }
        });
    try (ReadView view = database.backend().openView()) {
      assertWhole(view);
    }
  }

  private static void transfer(Transaction transaction, int from, int to) {
    try (ReadView view = transaction.openView()) {
      long left = balance(view, from) - 1;
      long right = balance(view, to) + 1;
      putAccount(transaction, from, left);
      putAccount(transaction, to, right);
      assertWhole(view);
    }
  }

  private static void putAccount(ItemStore store, int account, long balance) {
    TestDatabase.put(
        store,
        "bank",
        account,
        Map.of("balance", NumberValue.of(balance), "g", new StringValue("branch" + balance % 3)));
  }

  private static long balance(ReadView view, int account) {
    return TestDatabase.number(
        Objects.requireNonNull(TestDatabase.get(view, "bank", account)), "balance");
  }

  private static void assertWhole(ReadView view) {
    assertThat(sum(TestDatabase.query(view, null, "bank"))).isEqualTo(ACCOUNTS * 100L);
    long byBranch = 0;
    for (int branch = -2; branch < 3; branch++) {
      byBranch += sum(TestDatabase.query(view, "G", "branch" + branch));
    }
    assertThat(byBranch).isEqualTo(ACCOUNTS * 100L);
  }

  private static long sum(List<Item> accounts) {
    return accounts.stream().mapToLong(account -> TestDatabase.number(account, "balance")).sum();
  }

  @Test
  void keepsOneDoctorOnCall() throws Exception {
    AtomicInteger left = new AtomicInteger();
    TestDatabase.inParallel(
        THREADS,
        thread -> {
          for (int i = 0; i < ROUNDS; i++) {
            database.transact(
                transaction -> {
                  try (ReadView view = transaction.openView()) {
                    if (TestDatabase.query(view, null, "ward").size() >= 2) {
                      TestDatabase.delete(transaction, "ward", thread);
                      left.incrementAndGet();
                    }
                  }
                });
            try (ReadView view = database.backend().openView()) {
              assertThat(TestDatabase.query(view, null, "ward").size() + (i == 0 ? 1 : 0))
                  .as("doctors on call")
                  .isPositive();
            }
            database.transact(
                transaction -> TestDatabase.put(transaction, "ward", thread, Map.of()));
          }
        });
    assertThat(left).as("doctors who left").hasPositiveValue();
  }

  @Test
  void letsNobodyIntoACollectionThatWasFoundEmpty() throws Exception {
    claimEachOnce(null);
  }

  @Test
  void letsNobodyIntoAnIndexCollectionThatWasFoundEmpty() throws Exception {
    claimEachOnce("G");
  }

  /** Each thread claims every slot that it finds free, under a key that no other thread uses. */
  private void claimEachOnce(@Nullable String index) throws Exception {
    TestDatabase.inParallel(
        THREADS,
        thread -> {
          for (int i = 0; i < ROUNDS; i++) {
            String slot = "slot" + i;
            database.transact(
                transaction -> {
                  try (ReadView view = transaction.openView()) {
                    if (TestDatabase.query(view, index, slot).isEmpty()) {
                      String partition = index == null ? slot : "thread" + thread + slot;
                      TestDatabase.put(
                          transaction, partition, thread, Map.of("g", new StringValue(slot)));
                    }
                  }
                });
          }
        });
    try (ReadView view = database.backend().openView()) {
      for (int i = 0; i < ROUNDS; i++) {
        assertThat(TestDatabase.query(view, index, "slot" + i)).hasSize(1);
      }
    }
  }
}
