package io.partikey.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partikey.parser.ast.LogicalSyntax;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SelectStatement;
import io.partikey.parser.ast.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Large statements are read in steps proportional to their length: tokens read and rules entered.
 * The timeout is for what would never end.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LargeStatementTest {
  private static final int MOST_STEPS_OF_A_CHARACTER = 12;

  /** Reads a statement, or refuses it, and checks how many steps that took. */
  private static Statement parse(String text) {
    AtomicLong steps = new AtomicLong();
    try {
      return StatementParser.parseStatement(text, steps::incrementAndGet);
    } finally {
      assertThat(steps.get()).isLessThan((long) MOST_STEPS_OF_A_CHARACTER * text.length());
    }
  }

  @Test
  void readsTenThousandTermsAsOneNode() {
    String condition =
        IntStream.range(0, 10_000).mapToObj(i -> "a = " + i).collect(Collectors.joining(" OR "));

    Statement statement = parse("SELECT * FROM t WHERE " + condition);

    Select select = (Select) ((SelectStatement) statement).query().body();
    assertThat(select.where())
        .isInstanceOfSatisfying(
            LogicalSyntax.class, or -> assertThat(or.operands()).hasSize(10_000));
  }

  @Test
  void readsAMegabyteOfItems() {
    String items =
        IntStream.range(0, 25_000)
            .mapToObj("{'pk': 'u%1$d', 'n': %1$d, 'l': [1, ?]}"::formatted)
            .collect(Collectors.joining(", "));
    assertThat(items).hasSizeGreaterThan(1 << 20);

    parse("INSERT INTO t VALUES " + items);
  }

  @Test
  void failsAtTheEndOfALongStatement() {
    String condition =
        IntStream.range(0, 50_000).mapToObj(i -> "a = " + i).collect(Collectors.joining(" OR "));

    assertThatThrownBy(() -> parse("SELECT * FROM t WHERE " + condition + " b"))
        .hasMessageEndingWith(
            ": mismatched input 'b'. Expecting: ';', 'GROUP', 'HAVING', 'LIMIT', 'OFFSET',"
                + " 'ORDER', 'UNION', <operator>, end of statement");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = 1 b",
        "a =",
        "a IN (1, 2",
        "a BETWEEN 1 OR 2",
        "a IS",
        "NOT",
        "upper(a",
        "(a = 1",
        "a = [1, {'b': 2",
        "CASE WHEN a = 1 THEN",
        "a = 1 ORDER a",
        "a = 1 LIMIT x",
        "a IN (SELECT b FROM c WHERE",
        "a LIKE 'x' ESCAPE",
        "a.b.",
        "a = 1 UNION SELECT",
      })
  void expectsTheSameBehindALongStatementAsBehindAShortOne(String end) {
    String terms =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "(a = %d AND b IN (1, 2))".formatted(i))
            .collect(Collectors.joining(" OR "));
    String expected = failure("SELECT * FROM t WHERE a = 0 OR " + end);
    assertThat(expected).contains("Expecting: ");
    assertThat(failure("SELECT * FROM t WHERE " + terms + " OR " + end)).isEqualTo(expected);
    String query = "SELECT * FROM t WHERE " + terms;
    assertThat(failure(query + " UNION ALL SELECT * FROM t WHERE a = 0 OR " + end))
        .isEqualTo(expected);
  }

  @Test
  void expectsTheSameInALongListOfItems() {
    String items = "{'pk': 'a', 'l': [1, ?]}, ".repeat(5_000);
    assertThat(failure("INSERT INTO t VALUES " + items + "{'pk': }"))
        .isEqualTo(failure("INSERT INTO t VALUES {'pk': }"))
        .isEqualTo("mismatched input '}'. Expecting: <expression>");
    assertThat(failure("INSERT INTO t VALUES " + items + "{'pk' 1}"))
        .isEqualTo("mismatched input '1'. Expecting: ':'");
  }

  private static String failure(String statement) {
    ParsingException failure =
        catchThrowableOfType(
            ParsingException.class, () -> StatementParser.parseStatement(statement));
    return failure.errorMessage();
  }

  @ParameterizedTest
  @CsvSource({
    "(,)",
    "[,]",
    "<<,>>",
    "upper(,)",
    "{'a': ,}",
    "'CASE WHEN TRUE THEN ',' END'",
    "NOT ,''"
  })
  void readsAHundredLevels(String open, String close) {
    String nested = open.repeat(100) + "1" + close.repeat(100);

    parse("SELECT " + nested);
  }

  @ParameterizedTest
  @CsvSource({"(,)", "[,]", "<<,>>", "upper(,)", "{'a': ,}"})
  void refusesFiveHundredBrackets(String open, String close) {
    String nested = open.repeat(500) + "1" + close.repeat(500);

    assertThatThrownBy(() -> parse("SELECT " + nested))
        .isInstanceOf(ParsingException.class)
        .hasMessageContaining("brackets are nested too deep; at most 200 levels are read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 + ", "a || ", "- + ", "NOT ", "CASE WHEN TRUE THEN ", "a = "})
  void refusesOtherDepths(String before) {
    assertThatThrownBy(() -> parse("SELECT " + before.repeat(20_000) + "a"))
        .isInstanceOf(ParsingException.class)
        .hasMessageContaining("nested too deep");
  }

  @Test
  void tellsTheErrorBehindManyLevels() {
    assertThatThrownBy(() -> StatementParser.parseStatement("SELECT " + "(".repeat(180) + "a ]"))
        .hasMessage("line 1:190: mismatched input ']'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"trim(", "substring(", "(SELECT (", "FROM (", "((", "a[(", "CASE "})
  void doesNotBacktrackOverOpenConstructs(String open) {
    assertThatThrownBy(() -> parse("SELECT * FROM t WHERE " + open.repeat(80)))
        .isInstanceOf(ParsingException.class);
  }

  @Test
  void readsManyJoinsUnionsAndPathSteps() {

    parse("SELECT * FROM a " + "JOIN b ON a.x = b.x ".repeat(400));
    parse("SELECT 1" + " UNION ALL SELECT 1".repeat(5_000));
    parse("SELECT a" + ".b[0]".repeat(5_000));
  }
}
