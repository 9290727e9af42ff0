package io.partikey.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.planner.api.PlannerSettings;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Large statements through the whole planner: each is answered, or refused for a limit or a missing
 * key, and so is EXPLAIN of it. The timeout is for what would never end.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LargeStatementTest {
  private static final String KEYED = "SELECT sk FROM Tab WHERE pk = 'p'";

  private final TestSession session = TestSession.open(PlannerSettings.DEFAULT);

  @BeforeEach
  void makeTable() {
    session.answer(
        "CREATE TABLE Tab (pk STRING, sk NUMBER, a STRING, b NUMBER, PRIMARY KEY (pk, sk),"
            + " GLOBAL INDEX ByA (a, b))");
    session.answer("INSERT INTO Tab VALUE {'pk': 'p', 'sk': 1, 'a': 'x', 'b': 2}");
  }

  @AfterEach
  void close() {
    session.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"lists", "depths", "relations", "lengths"})
  void answersOrSaysTheLimit(String name, String statement, String answer) {
    assertThat(session.answer("EXPLAIN " + statement))
        .startsWith(answer.startsWith("count") || answer.startsWith("sk") ? "plan" : "");
    assertThat(session.answer(statement)).contains(answer);
  }

  static Stream<Arguments> lists() {
    String found = "sk\n1";
    return Stream.of(
        of("an OR of sort keys", KEYED + " AND (" + many(" OR ", i -> "sk = " + i) + ")", found),
        of(
            "an OR of full keys of one partition",
            "SELECT sk FROM Tab WHERE " + many(" OR ", i -> "(pk = 'p' AND sk = " + i + ")"),
            found),
        of(
            "an OR of full keys",
            "SELECT sk FROM Tab WHERE "
                + many(" OR ", i -> "(pk = 'p" + i + "' AND sk = " + i + ")"),
            "Its OR has 10000 branches, more than are read each by itself."),
        of("an OR of filters", KEYED + " AND (" + many(" OR ", i -> "c" + i + " = 1") + ")", "sk"),
        of(
            "an OR of other attributes",
            "SELECT sk FROM Tab WHERE " + many(" OR ", i -> "c" + i + " > " + i),
            "NOT_KEYED"),
        of("an AND of filters", KEYED + " AND " + many(" AND ", i -> "c <> " + i), found),
        of("an AND of ranges", KEYED + " AND " + many(" AND ", i -> "sk > -" + i), found),
        of(
            "an AND of ORs",
            KEYED + " AND " + many(" AND ", i -> "(a = 'x' OR d = " + i + ")"),
            found),
        of("IN", "SELECT sk FROM Tab WHERE pk IN (" + many(", ", i -> "'" + i + "'") + ")", "sk"),
        of("IN of sort keys", KEYED + " AND sk IN (" + many(", ", i -> "" + i) + ")", found),
        of(
            "IN of an index",
            "SELECT sk FROM Tab WHERE a = 'x' AND b IN (" + many(", ", i -> "" + i) + ")",
            found),
        of("NOT IN", KEYED + " AND c NOT IN (" + many(", ", i -> "" + i) + ")", found));
  }

  static Stream<Arguments> depths() {
    String tooDeep = "nested too deep";
    return Stream.of(
        of("few parentheses", "SELECT sk FROM Tab WHERE " + nested(190, "(", "pk = 'p'", ")"), "1"),
        of("parentheses", "SELECT sk FROM Tab WHERE " + nested(500, "(", "pk = 'p'", ")"), tooDeep),
        of("NOT", KEYED + " AND " + nested(190, "NOT (", "a = 'x'", ")"), "sk\n1"),
        of(
            "OR in AND in OR",
            KEYED + " AND " + nested(95, "(a = 'x' OR (d = 1 AND ", "e = 1", "))"),
            "sk\n1"),
        of(
            "OR in OR",
            "SELECT sk FROM Tab WHERE " + nested(190, "(pk = 'q' OR ", "pk = 'p'", ")"),
            "sk\n1"),
        of("lists", "SELECT " + nested(190, "[", "1", "]") + " AS sk", "sk\n[[["),
        of("maps", "SELECT " + nested(190, "{'a': ", "1", "}") + " AS sk", "sk\n{'a': {"),
        of("functions", "SELECT " + nested(190, "upper(", "'x'", ")") + " AS sk", "sk\n'X'"),
        of(
            "CASE",
            "SELECT " + nested(190, "CASE WHEN true THEN ", "1", " END") + " AS sk",
            "sk\n1"),
        of("few sums", "SELECT 0" + " + 1".repeat(400) + " AS sk", "sk\n400"),
        of("sums", "SELECT 0" + " + 1".repeat(5_000) + " AS sk", tooDeep),
        of(
            "derived tables",
            IntStream.range(0, 190)
                .mapToObj(i -> ") t" + i)
                .collect(
                    Collectors.joining(
                        "", "SELECT * FROM (".repeat(190) + KEYED, " WHERE t189.sk = 1")),
            "sk\n1"),
        of(
            "subqueries",
            KEYED
                + " AND "
                + nested(60, "sk IN (SELECT sk FROM Tab WHERE pk = 'p' AND ", "1 = 1", ")"),
            "sk\n1"));
  }

  static Stream<Arguments> relations() {
    return Stream.of(
        of("ten joins", joins(10), "sk\n1"),
        of("a hundred joins", joins(100), "sk\n1"),
        of(
            "subqueries side by side",
            KEYED + " AND EXISTS (SELECT 1 FROM Tab t WHERE t.pk = 'p')".repeat(30),
            "sk\n1"),
        of(
            "collections",
            IntStream.range(0, 50)
                .mapToObj(i -> ", t.l AS l" + i)
                .collect(
                    Collectors.joining(
                        "", "SELECT t.sk FROM Tab AS t", " WHERE t.pk = 'p' AND t.sk = 1")),
            "sk"),
        of(
            "unions",
            IntStream.range(0, 2_000)
                .mapToObj(i -> "SELECT sk FROM Tab WHERE pk = 'p" + i + "'")
                .collect(Collectors.joining(" UNION ALL ")),
            "sk"));
  }

  static Stream<Arguments> lengths() {
    return Stream.of(
        of("columns", "SELECT " + many(", ", i -> "c" + i) + " FROM Tab WHERE pk = 'p'", "c9999"),
        of(
            "expressions",
            "SELECT " + many(", ", i -> "c" + i + " || 'x'") + " FROM Tab WHERE pk = 'p'",
            "c9999"),
        of(
            "groups",
            "SELECT COUNT(*) AS sk FROM Tab WHERE pk = 'p' GROUP BY " + many(", ", i -> "c" + i),
            "sk\n1"),
        of("orders", KEYED + " ORDER BY " + many(", ", i -> "c" + i), "sk\n1"),
        of("a path", "SELECT a" + ".b".repeat(5_000) + " AS sk FROM Tab WHERE pk = 'p'", "sk\n-"),
        of(
            "a megabyte of text",
            "SELECT char_length('" + "x".repeat(1 << 20) + "') AS sk",
            "sk\n1048576"),
        of(
            "a megabyte of items",
            "INSERT INTO Tab VALUES "
                + IntStream.range(0, 20_000)
                    .mapToObj("{'pk': 'u%1$d', 'sk': %1$d, 'l': [1, 2, 3, 4, 5]}"::formatted)
                    .collect(Collectors.joining(", ")),
            "count 20000"),
        of(
            "SET",
            "UPDATE Tab SET " + many(", ", i -> "c" + i + " = 1") + " WHERE pk = 'p' AND sk = 1",
            "count 1"),
        of(
            "WHEN",
            "SELECT CASE "
                + many(" ", i -> "WHEN b = " + i + " THEN 1")
                + " END AS sk FROM Tab"
                + " WHERE pk = 'p'",
            "sk\n1"));
  }

  private static String joins(int count) {
    return IntStream.range(1, count)
        .mapToObj(i -> "JOIN Tab t%d ON t%1$d.pk = t%d.pk".formatted(i, i - 1))
        .collect(Collectors.joining(" ", "SELECT t0.sk FROM Tab t0 ", " WHERE t0.pk = 'p'"));
  }

  private static String nested(int count, String open, String inner, String close) {
    return open.repeat(count) + inner + close.repeat(count);
  }

  private static String many(String between, IntFunction<String> each) {
    return IntStream.range(0, 10_000).mapToObj(each).collect(Collectors.joining(between));
  }

  private static Arguments of(String name, String statement, String answer) {
    return Arguments.of(name, statement, answer);
  }
}
