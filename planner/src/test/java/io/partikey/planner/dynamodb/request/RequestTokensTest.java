package io.partikey.planner.dynamodb.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Scheduler;
import io.partikey.engine.backend.MemoryLimit;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tokens that make a transaction happen once. */
class RequestTokensTest {
  private static final String ADD = "UPDATE Tab SET n = n + ? WHERE pk = 'a'";

  private final AtomicLong nanoseconds = new AtomicLong();
  private final RequestTokens tokens =
      new RequestTokens(nanoseconds::get, Scheduler.disabledScheduler());

  private RequestDatabase database;

  @BeforeEach
  void open() {
    database = RequestDatabase.open(tokens);
    database.define("CREATE TABLE Tab (pk STRING, PRIMARY KEY (pk))");
    database.execute("INSERT INTO Tab VALUE {'pk': 'a', 'n': 0}");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void doesATransactionOnceAndChargesReadsForTheNextTime() {
    ExecuteTransactionAnswer first = database.execute(add(1).withToken("t"));
    ExecuteTransactionAnswer second = database.execute(add(1).withToken("t"));

    assertThat(count()).isEqualTo(1);
    assertThat(first.responses()).isEmpty();
    assertThat(second.responses()).isEmpty();
    assertThat(first.consumed().writeUnits()).isEqualTo(2);
    assertThat(second.consumed().writeUnits()).isZero();
    assertThat(second.consumed().readUnits()).isEqualTo(2);
  }

  @Test
  void doesItAgainWithoutATokenOrWithAnother() {
    database.execute(add(1));
    database.execute(add(1));
    database.execute(add(1).withToken("t"));
    database.execute(add(1).withToken("u"));

    assertThat(count()).isEqualTo(4);
  }

  @Test
  void refusesATokenThatCameWithSomethingElse() {
    database.execute(add(1).withToken("t"));
    RequestedStatement one = RequestedStatement.of(ADD, NumberValue.of(1));

    List<ExecuteTransaction> others =
        List.of(
            add(2),
            ExecuteTransaction.of(RequestedStatement.of(ADD + " ", NumberValue.of(1))),
            ExecuteTransaction.of(
                new RequestedStatement(one.statement(), one.parameters(), false, true)),
            ExecuteTransaction.of(one, RequestedStatement.of("INSERT INTO Tab VALUE {'pk': 'b'}")));

    for (ExecuteTransaction other : others) {
      assertThatThrownBy(() -> database.execute(other.withToken("t")))
          .hasMessage(
              "Specified idempotent token was used with different request parameters within the"
                  + " idempotency window")
          .isInstanceOfSatisfying(
              EngineException.class,
              refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TOKEN_MISMATCH));
    }
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void forgetsATokenAfterTenMinutes() {
    database.execute(add(1).withToken("t"));

    nanoseconds.addAndGet(Duration.ofMinutes(10).minusSeconds(1).toNanos());
    database.execute(add(1).withToken("t"));
    assertThat(count()).isEqualTo(1);

    nanoseconds.addAndGet(Duration.ofSeconds(1).toNanos());
    database.execute(add(1).withToken("t"));
    assertThat(count()).isEqualTo(2);
    database.execute(add(1).withToken("t"));
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void keepsNothingOfWhatIsForgotten() {
    database.execute(add(1).withToken("t"));
    assertThat(tokens.kept()).isEqualTo(1);

    nanoseconds.addAndGet(Duration.ofMinutes(10).toNanos());
    assertThat(tokens.kept()).isZero();
  }

  @Test
  void doesATransactionOnceOnEachDatabase() {
    database.execute(add(1).withToken("t"));
    try (RequestDatabase other = RequestDatabase.open(tokens)) {
      other.define("CREATE TABLE Tab (pk STRING, PRIMARY KEY (pk))");
      other.execute("INSERT INTO Tab VALUE {'pk': 'a', 'n': 0}");
      assertThat(other.execute(add(1).withToken("t")).consumed().writeUnits()).isEqualTo(2);
    }
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void doesNotKeepTheTokenOfATransactionThatWasCancelled() {
    ExecuteTransaction onlyAtOne =
        ExecuteTransaction.of(RequestedStatement.of(ADD + " AND n = 1", NumberValue.of(1)))
            .withToken("t");

    assertThatThrownBy(() -> database.execute(onlyAtOne))
        .hasMessageContaining("[ConditionalCheckFailed]");
    database.execute(add(1));
    database.execute(onlyAtOne);

    assertThat(count()).isEqualTo(2);
  }

  @Test
  void answersAReadAsItDidTheFirstTime() {
    ExecuteTransaction read =
        ExecuteTransaction.of(RequestedStatement.of("SELECT n FROM Tab WHERE pk = 'a'"))
            .withToken("t");

    List<Optional<Item>> first = database.execute(read).responses();
    database.execute(add(1));

    assertThat(database.execute(read).responses()).isEqualTo(first);
  }

  @Test
  void refusesNewTokensBeforeTheyTakeMoreMemoryThanTheyMay() {
    withLimit(
        () -> {
          int done = doUntilRefused();

          assertThat(done).isBetween(1_000, 10_000);
          assertThat(count()).isEqualTo(done);
          database.execute(add(1).withToken("0"));
          assertThat(count()).isEqualTo(done);
          nanoseconds.addAndGet(Duration.ofMinutes(10).toNanos());
          database.execute(add(1).withToken("new"));
          assertThat(count()).isEqualTo(done + 1);
        });
  }

  private int doUntilRefused() {
    for (int done = 0; ; done++) {
      try {
        database.execute(add(1).withToken(Integer.toString(done)));
      } catch (EngineException refusal) {
        assertThat(refusal.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
        assertThat(refusal).hasMessageContaining("partikey.memory.tokens");
        return done;
      }
    }
  }

  @Test
  void readsAgainWhatWasTooLargeToKeep() {
    withLimit(
        () -> {
          database.execute("INSERT INTO Tab VALUE {'pk': 'b', 'n': 1}");
          database.execute(
              ExecuteTransaction.of(
                  RequestedStatement.of(
                      "UPDATE Tab SET t = ? WHERE pk = 'b'",
                      new StringValue("x".repeat(390_000)))));
          List<ExecuteTransaction> reads = new ArrayList<>();
          for (int i = 0; i < 10; i++) {
            reads.add(
                ExecuteTransaction.of(RequestedStatement.of("SELECT n, t FROM Tab WHERE pk = 'b'"))
                    .withToken("t" + i));
          }
          List<List<Optional<Item>>> first =
              reads.stream().map(read -> database.execute(read).responses()).toList();
          database.execute("UPDATE Tab SET n = 2 WHERE pk = 'b'");

          List<List<Optional<Item>>> second =
              reads.stream().map(read -> database.execute(read).responses()).toList();

          List<Optional<Item>> now =
              database
                  .execute(
                      ExecuteTransaction.of(
                          RequestedStatement.of("SELECT n, t FROM Tab WHERE pk = 'b'")))
                  .responses();
          assertThat(second).contains(now);
          assertThat(Stream.concat(first.stream(), Stream.of(now)).toList()).containsAll(second);
        });
  }

  /** Runs a test on another database, whose tokens may take one megabyte. */
  private void withLimit(Runnable test) {
    String property = MemoryLimit.TOKENS.property();
    System.setProperty(property, "1");
    try {
      RequestTokens few = new RequestTokens(nanoseconds::get, Scheduler.disabledScheduler());
      database.close();
      database = RequestDatabase.open(few);
      database.define("CREATE TABLE Tab (pk STRING, PRIMARY KEY (pk))");
      database.execute("INSERT INTO Tab VALUE {'pk': 'a', 'n': 0}");
      test.run();
    } finally {
      System.clearProperty(property);
    }
  }

  private static ExecuteTransaction add(int number) {
    return ExecuteTransaction.of(RequestedStatement.of(ADD, NumberValue.of(number)));
  }

  private int count() {
    Item item = database.execute("SELECT n FROM Tab WHERE pk = 'a'").items().get(0);
    return item.get("n") instanceof NumberValue number ? number.value().intValueExact() : -1;
  }
}
