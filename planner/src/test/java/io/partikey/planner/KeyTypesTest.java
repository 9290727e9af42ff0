package io.partikey.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.planner.api.PlannerSettings;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Values of another type than a key, wherever they meet it: an error where a statement itself
 * compares them, whatever the plan, and nothing found everywhere else.
 */
class KeyTypesTest {
  private static final String WRONG_TYPE =
      " KEY_INVALID\nKey attribute's data type should match its data type in table's schema: Key ";

  private final TestSession session = TestSession.open(PlannerSettings.DEFAULT);

  @BeforeEach
  void fill() {
    session.answer("CREATE TABLE Tea (p STRING, s NUMBER, g STRING, PRIMARY KEY (p, s))");
    session.answer("CREATE TABLE Uno (id NUMBER, g STRING, PRIMARY KEY (id))");
    session.answer(
        "INSERT INTO Tea VALUES {'p': 'a', 's': 1, 'g': 'x'}, {'p': 'a', 's': 2, 'g': 7},"
            + " {'p': 'b', 's': 1}");
    session.answer("INSERT INTO Uno VALUES {'id': 1, 'g': 'a', 'v': 7}, {'id': 2, 'v': ''}");
  }

  @AfterEach
  void close() {
    session.close();
  }

  private void refuses(String key, String statement, AttributeValue... parameters) {
    String position = "1:" + (statement.indexOf('¦') + 1);
    assertThat(session.answer(statement.replace("¦", ""), parameters))
        .as(statement)
        .startsWith(position + ":")
        .matches(".*" + WRONG_TYPE + key + "(\\. .*)?");
  }

  private void finds(String statement, String rows, AttributeValue... parameters) {
    assertThat(session.answer(statement, parameters)).as(statement).isEqualTo(rows);
  }

  @Test
  void aStatementThatComparesAKeyWithAnotherTypeIsRefusedWhereverItDoes() {
    refuses("p", "SELECT * FROM Tea WHERE ¦p = 5");
    refuses("p", "SELECT * FROM Tea WHERE ¦5 = p AND s = 1");
    refuses("p", "SELECT * FROM Tea WHERE p = 'a' AND ¦p IN ('a', 5)");
    refuses("s", "SELECT * FROM Tea WHERE p = 'a' AND ¦s BETWEEN 1 AND 'z'");
    refuses("p", "SELECT * FROM Tea WHERE (¦p = 5 OR p = 'a') AND s = 1");
    refuses("p", "SELECT * FROM Tea WHERE ¦p = 'a' || 1 OR p = 5");
    refuses("p", "SELECT * FROM Tea WHERE ¦NOT (p <> 5)");
    refuses("p", "SELECT * FROM Tea WHERE ¦NOT (NOT (p = 5 OR s = 1) OR s = 2)");
    finds("SELECT s FROM Tea WHERE p = 'b' AND NOT (p = 5)", "s\n1");
    refuses(
        "id", "SELECT * FROM Tea JOIN Uno ON Uno.id = Tea.s AND ¦Uno.id = 'x' WHERE Tea.p = 'a'");
    refuses("p", "SELECT * FROM Uno WHERE id = 1 AND EXISTS (SELECT * FROM Tea WHERE ¦p = 5)");
    refuses("p", "SELECT n FROM (SELECT COUNT(*) AS n FROM Tea WHERE ¦p = 5) AS d");
    refuses("p", "UPDATE Tea SET v = 1 WHERE ¦p = 5 AND s = 1");
    refuses("s", "DELETE FROM Tea WHERE p = 'a' AND ¦s = 'one'");
    refuses("p", "SELECT * FROM Tea WHERE 1 = 0 AND ¦p = 5");
  }

  @Test
  void aParameterOfAnotherTypeIsRefusedWhateverThePlan() {
    session.answer("CREATE INDEX ByG ON Tea (g)");
    refuses("p", "SELECT * FROM Tea WHERE ¦p = ?", number(5));
    refuses("p", "SELECT * FROM Tea WHERE g = 'x' AND ¦p = ?", number(5));
    refuses("p", "SELECT * FROM Tea WHERE p = 'a' AND ¦p IN ?", list(text("a"), number(1)));
    refuses("p", "SELECT /*+ ALLOW_SCAN */ * FROM Tea WHERE ¦p = ? OR v = 1", number(5));
    refuses("s", "SELECT * FROM Tea WHERE p = 'a' AND ¦s > ?", text("z"));
    refuses("id", "SELECT * FROM Uno WHERE ¦id = ? || 'x'", text("a"));
    refuses(
        "p",
        "SELECT * FROM Tea, Uno WHERE Tea.g = 'x' AND Uno.id = Tea.s AND ¦Tea.p = ?",
        number(5));
    refuses("p", "DELETE FROM Tea WHERE ¦p = ? AND s = 1", number(5));
    finds("SELECT s FROM Tea WHERE p = ? AND s = ?", "s\n1", text("a"), text("1"));
  }

  @Test
  void aColumnOfADerivedTableOfAnotherTypeIsNotFound() {
    finds("SELECT p FROM (SELECT p, g FROM Tea) AS d WHERE d.p = 5", "p");
    finds("SELECT p FROM (SELECT p, g FROM Tea) AS d WHERE d.p = ?", "p", number(5));
    finds("SELECT s FROM (SELECT * FROM Tea) AS d WHERE d.p = 5 OR d.p = 'b'", "s\n1");
    finds("SELECT s FROM (SELECT p, s FROM Tea) AS d WHERE d.p IN (5, 'b')", "s\n1");
    finds("SELECT s FROM (SELECT p, s FROM Tea) AS d WHERE d.p = 'a' AND d.s > 'x'", "s");
    finds("SELECT n FROM (SELECT p, COUNT(*) AS n FROM Tea GROUP BY p) AS d WHERE d.p = 5", "n");
    finds(
        "SELECT p FROM (SELECT p FROM Tea UNION ALL SELECT id FROM Uno) AS d WHERE d.p = 2",
        "p\n2");
    finds(
        "SELECT p FROM (SELECT p FROM Tea WHERE p = 'a' UNION ALL SELECT id FROM Uno) AS d WHERE"
            + " d.p = ?",
        "p\n2",
        number(2));
    finds(
        "SELECT k FROM (SELECT COALESCE(p, 5) AS k FROM Tea WHERE p = 'a') AS d WHERE k = 5", "k");
    finds("SELECT p FROM Tea WHERE p = 'a' GROUP BY p HAVING p = 5", "p");
  }

  @Test
  void aRowOfAnotherTypeJoinsNothing() {
    finds("SELECT Tea.p FROM Uno JOIN Tea ON Tea.p = Uno.v WHERE Uno.id IN (1, 2)", "p");
    finds(
        "SELECT Uno.id, Tea.p FROM Uno LEFT JOIN Tea ON Tea.p = Uno.v WHERE Uno.id IN (1, 2)",
        "id | p\n1 | -\n2 | -");
    finds("SELECT id FROM Uno WHERE id IN (1, 2) AND v IN (SELECT p FROM Tea)", "id");
    finds("SELECT e FROM <<'x', 1, 2>> AS e, Uno WHERE Uno.id = e", "e\n1\n2");
    finds(
        "SELECT Tea.s FROM Uno JOIN Tea ON Tea.p = 'a' AND Tea.s >= Uno.v WHERE Uno.id IN (1, 2)",
        "s");
    finds("SELECT p FROM Tea WHERE p = 'a' AND p IN (SELECT 5 FROM Uno WHERE id = 1)", "p");
  }

  @Test
  void noPatternBoundsAKeyOfNumbers() {
    finds("SELECT id FROM Uno WHERE id = 1 AND id LIKE '1'", "id");
    finds("SELECT id FROM Uno WHERE id = 1 AND id LIKE '1%'", "id");
    finds("SELECT s FROM Tea WHERE p = 'a' AND s LIKE ?", "s", text("1%"));
    finds("SELECT s FROM Tea WHERE p = 'a' AND s NOT LIKE '1%'", "s\n1\n2");
  }

  @Test
  void emptyAndLongValuesAreFoundNowhere() {
    finds("SELECT s FROM Tea WHERE p = ''", "s");
    finds("SELECT s FROM Tea WHERE p = ? AND s = 1", "s", text("x".repeat(3000)));
    finds("UPDATE Tea SET v = 1 WHERE p = '' AND s = 1", "count 0");
    finds("SELECT Uno.id FROM Uno WHERE id = 2 AND v IN (SELECT p FROM Tea)", "id");
  }

  @Test
  void anIndexThatIsNotNamedDoesNotAnswerForItemsThatItLeavesOut() {
    finds("SELECT /*+ ALLOW_SCAN */ s FROM Tea WHERE g = 7", "s\n2");
    finds("SELECT /*+ ALLOW_SCAN */ s FROM Tea WHERE g = ?", "s\n2", number(7));
    session.answer("CREATE INDEX ByG ON Tea (g)");
    finds("SELECT /*+ ALLOW_SCAN */ s FROM Tea WHERE g = 7", "s\n2");
    finds("SELECT s FROM Tea WHERE g = ?", "s\n1", text("x"));
    finds("SELECT s FROM Tea WHERE g = ?", "s", AttributeValue.fromJson("{\"BOOL\": true}"));
    assertThat(session.answer("SELECT s FROM Tea WHERE g = ?", number(7)))
        .isEqualTo(
            "NOT_KEYED\n"
                + "The index Tea.ByG has no entry of the items whose g is N, and Tea has had such"
                + " items. Write FROM Tea.ByG to leave them out, or compare g with a value of the"
                + " type S.");
    assertThat(
            session.answer(
                "SELECT Tea.s FROM Uno JOIN Tea ON Tea.g = Uno.v WHERE Uno.id IN (1, 2)"))
        .startsWith("NOT_KEYED\nThe index Tea.ByG has no entry");
    finds("SELECT Tea.s FROM Uno JOIN Tea.ByG AS Tea ON Tea.g = Uno.v WHERE Uno.id IN (1, 2)", "s");
  }

  private static AttributeValue text(String text) {
    return new StringValue(text);
  }

  private static AttributeValue number(long number) {
    return NumberValue.of(number);
  }

  private static AttributeValue list(AttributeValue... elements) {
    return new ListValue(List.of(elements));
  }
}
