package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.key;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.MemoryLimit;
import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written all or nothing is held in memory, and so has a limit. */
class WriteSetLimitTest {
  private static final String FILLER = "\"filler\": {\"S\": \"" + "x".repeat(1000) + "\"}";

  @BeforeEach
  void setLimit() {
    System.setProperty(MemoryLimit.WRITE_SET.property(), "1");
  }

  @AfterEach
  void clearLimit() {
    System.clearProperty(MemoryLimit.WRITE_SET.property());
  }

  @Test
  void refusesMoreAtOnceThanMemoryMayHold() {
    try (Backend backend = TestStore.memory()) {
      backend.createTable(table("T"));
      assertThat(backend.writeAtomically(puts(0, 500))).hasSize(500);
      assertThatThrownBy(() -> backend.writeAtomically(puts(500, 1500)))
          .isInstanceOfSatisfying(
              EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED))
          .hasMessage(
              "A statement and a transaction write all or nothing, and this one would take more"
                  + " than the 1 MB of memory that it may have; the statement wrote nothing. Write"
                  + " fewer items at once, for example a smaller range of keys, or start Java with a"
                  + " higher limit: -Dpartikey.memory.writeSet=MEGABYTES.");
      assertThat(backend.statistics("T").table().items()).isEqualTo(500);
    }
  }

  @Test
  void countsWhatWritesReturn() {
    try (Backend backend = TestStore.memory()) {
      backend.createTable(table("T"));
      backend.writeAtomically(puts(0, 400));
      assertThat(backend.writeAtomically(deletes(0, 1, ReturnValues.ALL_OLD))).hasSize(1);
      assertThatThrownBy(() -> backend.writeAtomically(deletes(1, 399, ReturnValues.ALL_OLD)))
          .hasMessageContaining("more than the 1 MB of memory");
      assertThat(backend.writeAtomically(deletes(1, 399, ReturnValues.NONE))).hasSize(399);
      assertThat(backend.statistics("T").table().items()).isZero();
    }
  }

  @Test
  void refusesTheStatementThatATransactionHasNoRoomFor() {
    try (Backend backend = TestStore.memory()) {
      backend.createTable(table("T"));
      try (Transaction transaction = backend.begin()) {
        transaction.writeAtomically(puts(0, 400));
        Transaction.Savepoint savepoint = transaction.savepoint();
        transaction.writeAtomically(puts(400, 200));
        assertThatThrownBy(() -> transaction.writeAtomically(puts(600, 300)))
            .hasMessageContaining("more than the 1 MB of memory");
        transaction.rollbackTo(savepoint);
        transaction.writeAtomically(puts(600, 300));
        transaction.commit();
      }
      assertThat(backend.statistics("T").table().items()).isEqualTo(700);
    }
  }

  @Test
  void saysWhichLimitIsNoNumber() {
    System.setProperty(MemoryLimit.WRITE_SET.property(), "64m");
    assertThatThrownBy(MemoryLimit.WRITE_SET::bytes)
        .hasMessage(
            "The system property partikey.memory.writeSet takes megabytes as a whole number from"
                + " 1, not \"64m\".");
    System.setProperty(MemoryLimit.WRITE_SET.property(), " 3 ");
    assertThat(MemoryLimit.WRITE_SET.bytes()).isEqualTo(3 << 20);
  }

  private static List<WriteRequest> puts(int from, int count) {
    return IntStream.range(from, from + count)
        .<WriteRequest>mapToObj(i -> replace("T", item("a", i, FILLER)))
        .toList();
  }

  private static List<WriteRequest> deletes(int from, int count, ReturnValues returned) {
    return IntStream.range(from, from + count)
        .<WriteRequest>mapToObj(i -> new WriteRequest.Delete("T", key("a", i), null, returned))
        .toList();
  }
}
