package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.get;
import static io.partikey.engine.store.TestStore.index;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.key;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.ItemStore;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.backend.QueryRequest;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.ScanRequest;
import io.partikey.engine.backend.SortCondition;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.Projection;
import io.partikey.testing.SeededTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionTest {
  private final Backend backend = TestStore.memory();

  @BeforeEach
  void createTable() {
    backend.createTable(table("T", index("G", "g", Projection.ALL)));
  }

  @AfterEach
  void isConsistent() {
    assertThat(((EmbeddedBackend) backend).engine().problems()).isEmpty();
    backend.close();
  }

  @Test
  void readsItsOwnWritesAndNobodyElsesDoes() {
    backend.write(replace("T", item("a", 1, "\"g\": {\"S\": \"x\"}")));
    backend.write(replace("T", item("a", 3, "")));
    try (Transaction transaction = backend.begin()) {
      transaction.write(replace("T", item("a", 2, "\"g\": {\"S\": \"x\"}")));
      transaction.write(replace("T", item("a", 0, "")));
      transaction.write(delete("a", 1));
      assertThat(sortKeys(transaction, true)).containsExactly(0L, 2L, 3L);
      assertThat(sortKeys(transaction, false)).containsExactly(3L, 2L, 0L);
      assertThat(byIndex(transaction, "x")).containsExactly(2L);
      assertThat(get(transaction, "T", key("a", 1))).isNull();
      assertThat(get(transaction, "T", key("a", 2))).isNotNull();
      assertThat(sortKeys(backend, true)).containsExactly(1L, 3L);
      assertThat(byIndex(backend, "x")).containsExactly(1L);
      transaction.commit();
    }
    assertThat(sortKeys(backend, true)).containsExactly(0L, 2L, 3L);
    assertThat(byIndex(backend, "x")).containsExactly(2L);
    assertThat(backend.statistics("T").table().items()).isEqualTo(3);
  }

  @SeededTest
  void pagesOverItsOwnWritesAgreeWithTheModelInBothDirections(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      java.util.TreeSet<Long> expected = new java.util.TreeSet<>();
      try (Transaction transaction = backend.begin()) {
        for (int i = 0; i < 30; i++) {
          long sk = random.nextInt(20);
          ItemStore store = i < 15 ? backend : transaction;
          if (i == 15) {
            expected.clear();
            expected.addAll(sortKeys(transaction, true));
          }
          if (random.nextBoolean()) {
            store.write(replace("T", item("a", sk, "")));
            expected.add(sk);
          } else {
            store.write(delete("a", sk));
            expected.remove(sk);
          }
        }
        assertThat(sortKeys(transaction, true))
            .as("round %d", round)
            .containsExactlyElementsOf(expected);
        assertThat(sortKeys(transaction, false))
            .as("round %d", round)
            .containsExactlyElementsOf(expected.descendingSet());
      }
    }
  }

  @Test
  void seesOneMomentWhateverOthersWrite() {
    backend.write(replace("T", item("a", 1, "")));
    try (Transaction transaction = backend.begin()) {
      backend.write(replace("T", item("a", 2, "")));
      backend.write(delete("a", 1));
      assertThat(sortKeys(transaction, true)).containsExactly(1L);
      transaction.commit();
    }
  }

  @Test
  void losesWhenAnItemThatItReadChanged() {
    backend.write(replace("T", item("a", 1, "")));
    Transaction transaction = backend.begin();
    get(transaction, "T", key("a", 1));
    transaction.write(replace("T", item("b", 1, "")));
    backend.write(replace("T", item("a", 1, "\"x\": {\"S\": \"changed\"}")));
    assertConflict(transaction::commit);
    assertThat(get(backend, "T", key("b", 1))).isNull();
  }

  @Test
  void losesWhenAnItemThatItMissedCame() {
    Transaction transaction = backend.begin();
    assertThat(get(transaction, "T", key("a", 1))).isNull();
    transaction.write(replace("T", item("b", 1, "")));
    backend.write(replace("T", item("a", 1, "")));
    assertConflict(transaction::commit);
  }

  @Test
  void losesWhenItsItemWasWrittenByAnother() {
    Transaction transaction = backend.begin();
    transaction.write(replace("T", item("a", 1, "\"x\": {\"S\": \"mine\"}")));
    backend.write(replace("T", item("a", 1, "\"x\": {\"S\": \"theirs\"}")));
    assertConflict(transaction::commit);
  }

  @Test
  void losesWhenACollectionThatItReadGrew() {
    Transaction transaction = backend.begin();
    sortKeys(transaction, true);
    transaction.write(replace("T", item("b", 1, "")));
    backend.write(replace("T", item("a", 7, "")));
    assertConflict(transaction::commit);
  }

  @Test
  void losesWhenAnIndexCollectionThatItReadGrew() {
    Transaction transaction = backend.begin();
    byIndex(transaction, "x");
    transaction.write(replace("T", item("b", 1, "")));
    backend.write(replace("T", item("z", 7, "\"g\": {\"S\": \"x\"}")));
    assertConflict(transaction::commit);
  }

  @Test
  void losesWhenATableThatItScannedGrew() {
    Transaction transaction = backend.begin();
    try (ReadView view = transaction.openView()) {
      view.scan(new ScanRequest("T", null, PageRequest.FIRST));
    }
    transaction.write(replace("T", item("b", 1, "")));
    backend.write(replace("T", item("z", 7, "")));
    assertConflict(transaction::commit);
  }

  @Test
  void winsWhenOnlyOtherPartsOfTheCollectionChanged() {
    for (int i = 1; i <= 5; i++) {
      backend.write(replace("T", item("a", i, "")));
    }
    try (Transaction transaction = backend.begin()) {
      try (ReadView view = transaction.openView()) {
        view.query(query(true, SortCondition.ALL, PageRequest.FIRST.withLimit(2)));
      }
      transaction.write(replace("T", item("b", 1, "")));
      backend.write(replace("T", item("a", 5, "\"x\": {\"S\": \"far away\"}")));
      transaction.commit();
    }
    assertThat(get(backend, "T", key("b", 1))).isNotNull();
  }

  @Test
  void neverRefusesATransactionThatWroteNothing() {
    try (Transaction transaction = backend.begin()) {
      sortKeys(transaction, true);
      backend.write(replace("T", item("a", 7, "")));
      transaction.commit();
    }
  }

  @Test
  void refusesWriteSkew() {
    backend.write(replace("T", item("a", 1, "\"onCall\": {\"BOOL\": true}")));
    backend.write(replace("T", item("a", 2, "\"onCall\": {\"BOOL\": true}")));
    Transaction one = backend.begin();
    Transaction other = backend.begin();
    assertThat(sortKeys(one, true)).hasSize(2);
    assertThat(sortKeys(other, true)).hasSize(2);
    one.write(delete("a", 1));
    other.write(delete("a", 2));
    one.commit();
    assertConflict(other::commit);
    assertThat(sortKeys(backend, true)).containsExactly(2L);
  }

  @Test
  void forgetsWhatFollowedASavepoint() {
    try (Transaction transaction = backend.begin()) {
      transaction.write(replace("T", item("a", 1, "")));
      Transaction.Savepoint first = transaction.savepoint();
      transaction.write(replace("T", item("a", 2, "")));
      transaction.write(delete("a", 1));
      Transaction.Savepoint second = transaction.savepoint();
      transaction.rollbackTo(first);
      assertThat(sortKeys(transaction, true)).containsExactly(1L);
      assertThatThrownBy(() -> transaction.rollbackTo(second))
          .isInstanceOf(EngineException.class)
          .hasMessageStartingWith("The savepoint is not one of this transaction");
      transaction.write(replace("T", item("a", 3, "")));
      transaction.rollbackTo(first);
      transaction.commit();
    }
    assertThat(sortKeys(backend, true)).containsExactly(1L);
  }

  @Test
  void forgetsEverythingOnRollbackAndIsOver() {
    Transaction transaction = backend.begin();
    transaction.write(replace("T", item("a", 1, "")));
    transaction.rollback();
    transaction.rollback();
    transaction.close();
    assertThat(sortKeys(backend, true)).isEmpty();
    assertThatThrownBy(transaction::commit)
        .isInstanceOf(EngineException.class)
        .hasMessage("The transaction is over. Begin another one.");
  }

  @Test
  void losesWhenTheTableThatItWroteWasDroppedOrIndexed() {
    Transaction one = backend.begin();
    one.write(replace("T", item("a", 1, "")));
    backend.createIndex("T", index("H", "h", Projection.ALL));
    assertConflict(one::commit);
    backend.createTable(table("U"));
    Transaction other = backend.begin();
    other.write(replace("U", item("a", 1, "")));
    backend.dropTable("U");
    backend.createTable(table("U"));
    assertConflict(other::commit);
    assertThat(get(backend, "U", key("a", 1))).isNull();
  }

  @SeededTest
  void neverLosesMoneyBetweenAccounts(long seed) throws Exception {
    int accounts = 8;
    for (int i = 0; i < accounts; i++) {
      backend.write(replace("T", account(i, 100)));
    }
    AtomicInteger conflicts = new AtomicInteger();
    ExecutorService clerks = Executors.newFixedThreadPool(4);
    List<Future<?>> done = new ArrayList<>();
    for (int clerk = 0; clerk < 4; clerk++) {
      Random random = new Random(seed + clerk);
      done.add(
          clerks.submit(
              () -> {
                for (int i = 0; i < 250; i++) {
                  transfer(random.nextInt(accounts), random.nextInt(accounts), conflicts);
                }
              }));
    }
    for (Future<?> each : done) {
      each.get();
    }
    clerks.shutdown();
    assertThat(total(backend)).isEqualTo(accounts * 100L);
  }

  /** Moves one unit; also checks that the sum of all accounts is never another one. */
  private void transfer(int from, int to, AtomicInteger conflicts) {
    try (Transaction transaction = backend.begin()) {
      if (from % 2 == 0) {
        assertThat(total(transaction)).isEqualTo(800);
      }
      transaction.write(replace("T", account(from, balance(transaction, from) - 1)));
      transaction.write(replace("T", account(to, balance(transaction, to) + 1)));
      transaction.commit();
    } catch (EngineException lost) {
      assertThat(lost.code()).isEqualTo(ErrorCode.TRANSACTION_CONFLICT);
      conflicts.incrementAndGet();
    }
  }

  private static Item account(int number, long balance) {
    return item("a", number, "\"balance\": {\"N\": \"" + balance + "\"}");
  }

  private static long balance(ItemStore store, int number) {
    Item account = Objects.requireNonNull(get(store, "T", key("a", number)));
    return ((NumberValue) Objects.requireNonNull(account.get("balance"))).value().longValueExact();
  }

  private static long total(ItemStore store) {
    try (ReadView view = store.openView()) {
      return view.query(query(true, SortCondition.ALL, PageRequest.FIRST)).items().stream()
          .mapToLong(
              account ->
                  ((NumberValue) Objects.requireNonNull(account.get("balance")))
                      .value()
                      .longValueExact())
          .sum();
    }
  }

  private static void assertConflict(ThrowingCallable commit) {
    assertThatThrownBy(commit)
        .isInstanceOf(EngineException.class)
        .extracting(e -> ((EngineException) e).code())
        .isEqualTo(ErrorCode.TRANSACTION_CONFLICT);
  }

  private static WriteRequest delete(String pk, long sk) {
    ItemKey key = key(pk, sk);
    return new WriteRequest.Delete("T", key, null, ReturnValues.NONE);
  }

  private static List<Long> sortKeys(ItemStore store, boolean ascending) {
    List<Long> found = new ArrayList<>();
    @Nullable PageRequest page = PageRequest.FIRST.withLimit(2);
    try (ReadView view = store.openView()) {
      while (page != null) {
        var read = view.query(query(ascending, SortCondition.ALL, page));
        read.items().forEach(item -> found.add(sortKey(item)));
        page = read.continuation().map(PageRequest.FIRST.withLimit(2)::after).orElse(null);
      }
    }
    return found;
  }

  private static QueryRequest query(boolean ascending, SortCondition sort, PageRequest page) {
    return new QueryRequest("T", null, List.of(new StringValue("a")), sort, ascending, page);
  }

  private static List<Long> byIndex(ItemStore store, String value) {
    try (ReadView view = store.openView()) {
      return view
          .query(
              new QueryRequest(
                  "T",
                  "G",
                  List.of(new StringValue(value)),
                  SortCondition.ALL,
                  true,
                  PageRequest.FIRST))
          .items()
          .stream()
          .map(TransactionTest::sortKey)
          .toList();
    }
  }

  private static long sortKey(Item item) {
    return ((NumberValue) Objects.requireNonNull(item.get("sk"))).value().longValueExact();
  }
}
