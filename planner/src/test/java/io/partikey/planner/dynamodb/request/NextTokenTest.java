package io.partikey.planner.dynamodb.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.testing.SeededTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tokens of pages. */
class NextTokenTest {
  private static final String QUERY = "SELECT sk FROM Tab WHERE pk = ?";
  private static final AttributeValue A = new StringValue("a");

  private RequestDatabase database;

  @BeforeEach
  void open() {
    database = RequestDatabase.open(new RequestTokens());
    database.define("CREATE TABLE Tab (pk STRING, sk NUMBER, PRIMARY KEY (pk, sk))");
    for (int sk = 10; sk <= 60; sk += 10) {
      insert(sk);
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void goesOnBehindTheLastItemThatWasReadWhateverWasWrittenSince() {
    String token = firstPage(2);

    insert(15);
    insert(25);
    delete(20);
    delete(30);

    assertThat(sortKeys(database.execute(query().after(token)))).containsExactly(25, 40, 50, 60);
  }

  @SeededTest
  void answersEveryItemThatStaysOnceWhileOthersComeAndGo(long seed) throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try {
      Future<?> writing = writer.submit(() -> comeAndGo(new Random(seed), stop));
      for (int round = 0; round < (Boolean.getBoolean("nightly") ? 200 : 20); round++) {
        List<Integer> stayed =
            allPages(query().withLimit(1 + round % 5)).stream().filter(sk -> sk % 10 == 0).toList();
        assertThat(stayed).containsExactly(10, 20, 30, 40, 50, 60);
      }
      stop.set(true);
      writing.get();
    } finally {
      stop.set(true);
      writer.shutdown();
    }
  }

  private void comeAndGo(Random random, AtomicBoolean stop) {
    boolean[] there = new boolean[61];
    while (!stop.get()) {
      int sk = 1 + random.nextInt(60);
      if (sk % 10 != 0) {
        if (there[sk]) {
          delete(sk);
        } else {
          insert(sk);
        }
        there[sk] = !there[sk];
      }
    }
  }

  @Test
  void refusesWhatIsNoToken() {
    for (String text : List.of("", "a", "YWJj", "!", "token of another kind", "é")) {
      assertThatThrownBy(() -> database.execute(query().after(text)))
          .as(text)
          .hasMessage("Invalid NextToken");
    }
  }

  @Test
  void refusesTokensThatWereChanged() {
    String token = firstPage(2);
    String plain = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);

    for (String changed :
        List.of(
            plain.replace("\"20\"", "\"50\""),
            plain.replace("|0|", "|7|"),
            plain.replace("|0|", "|-1|"),
            plain.substring(0, plain.length() - 1),
            plain + " ")) {
      String forged =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(changed.getBytes(StandardCharsets.UTF_8));
      assertThat(changed).isNotEqualTo(plain);
      assertThatThrownBy(() -> database.execute(query().after(forged)))
          .as(changed)
          .hasMessage("Invalid NextToken");
    }
  }

  @Test
  void refusesTokensOfOtherStatementsAndParameters() {
    String token = firstPage(2);
    database.define("CREATE TABLE Other (pk STRING, sk NUMBER, PRIMARY KEY (pk, sk))");

    List<ExecuteStatement> others =
        List.of(
            ExecuteStatement.of(QUERY, new StringValue("b")),
            ExecuteStatement.of(QUERY.replace("?", "'a'")),
            ExecuteStatement.of(QUERY + " ", A),
            ExecuteStatement.of(QUERY + " AND sk > ?", A, NumberValue.of(1)),
            ExecuteStatement.of(QUERY.replace("Tab", "Other"), A));

    for (ExecuteStatement other : others) {
      assertThatThrownBy(() -> database.execute(other.after(token)))
          .as(other.statement())
          .hasMessage("NextToken does not match request");
    }
  }

  @Test
  void takesAnotherLimitAndConsistency() {
    String token = firstPage(2);

    ExecuteStatementAnswer answer =
        database.execute(query().consistently().withLimit(3).after(token));

    assertThat(sortKeys(answer)).containsExactly(30, 40, 50);
    assertThat(answer.nextToken()).isPresent();
  }

  @Test
  void mayBeUsedAgain() {
    String token = firstPage(4);

    assertThat(sortKeys(database.execute(query().after(token)))).containsExactly(50, 60);
    assertThat(sortKeys(database.execute(query().after(token)))).containsExactly(50, 60);
  }

  private static ExecuteStatement query() {
    return ExecuteStatement.of(QUERY, A);
  }

  private String firstPage(int limit) {
    return database.execute(query().withLimit(limit)).nextToken().orElseThrow();
  }

  private List<Integer> allPages(ExecuteStatement request) {
    List<Integer> all = new ArrayList<>();
    @Nullable String token = null;
    do {
      ExecuteStatementAnswer answer =
          database.execute(token == null ? request : request.after(token));
      all.addAll(sortKeys(answer));
      token = answer.nextToken().orElse(null);
    } while (token != null);
    return all;
  }

  private static List<Integer> sortKeys(ExecuteStatementAnswer answer) {
    return answer.items().stream().map(NextTokenTest::sortKey).toList();
  }

  private static int sortKey(Item item) {
    return item.get("sk") instanceof NumberValue number ? number.value().intValueExact() : -1;
  }

  private void insert(int sk) {
    database.execute("INSERT INTO Tab VALUE {'pk': ?, 'sk': ?}", A, NumberValue.of(sk));
  }

  private void delete(int sk) {
    database.execute("DELETE FROM Tab WHERE pk = ? AND sk = ?", A, NumberValue.of(sk));
  }
}
