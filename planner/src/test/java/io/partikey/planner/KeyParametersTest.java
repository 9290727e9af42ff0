package io.partikey.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringSetValue;
import io.partikey.engine.item.StringValue;
import io.partikey.planner.api.PlannerSettings;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parameters that are compared with keys, by themselves and in lists, of the right type or not. */
class KeyParametersTest {
  private static final String WRONG_TYPE =
      "KEY_INVALID\nKey attribute's data type should match its data type in table's schema: Key ";

  private final TestSession session = TestSession.open(PlannerSettings.DEFAULT);

  @BeforeEach
  void fill() {
    session.answer(
        "CREATE TABLE Users (id NUMBER, age NUMBER, mail STRING, PRIMARY KEY (id),"
            + " GLOBAL INDEX ByAge (age), GLOBAL INDEX ByMail (mail))");
    session.answer(
        "INSERT INTO Users VALUES {'id': 1, 'age': 30, 'mail': 'a'}, {'id': 2, 'age': 40}, {'id':"
            + " 3}");
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void aStringThatSpellsANumberIsItWhereANumberKeyIsComparedWithIt() {
    assertThat(ids("id = ?", text(" 2.0 "))).isEqualTo("id\n2");
    assertThat(ids("id = 1 AND id < ?", text("2"))).isEqualTo("id\n1");
    assertThat(ids("age = ?", text("40"))).isEqualTo("id\n2");
    assertThat(ids("id = 2 AND age BETWEEN ? AND 50", text("40"))).isEqualTo("id\n2");
    assertThat(ids("id IN (1, ?)", text("2"))).isEqualTo("id\n1\n2");
    assertThat(ids("id IN ?", list(text("3"), number(1)))).isEqualTo("id\n3\n1");
    assertThat(ids("id IN ?", StringSetValue.of(List.of("1", "2")))).isEqualTo("id\n1\n2");
  }

  @Test
  void anotherTypeIsAnErrorForTheKeyOfTheTableAndOfANamedIndex() {
    assertThat(ids("id = ?", text("two"))).contains(WRONG_TYPE + "id");
    assertThat(ids("id IN ?", list(number(1), text("two")))).contains(WRONG_TYPE + "id");
    assertThat(session.answer("SELECT id FROM Users.ByAge WHERE age = ?", text("two")))
        .contains(WRONG_TYPE + "age");
    assertThat(session.answer("SELECT id FROM Users.ByMail WHERE mail IN ?", list(number(1))))
        .contains(WRONG_TYPE + "mail");
  }

  @Test
  void anotherTypeFindsNothingThroughAnIndexThatIsNotNamed() {
    assertThat(ids("age = ?", text("two"))).isEqualTo("id");
    assertThat(ids("mail = ?", number(1))).isEqualTo("id");
    assertThat(ids("mail IN ?", list(number(1), text("a")))).isEqualTo("id\n1");
  }

  @Test
  void aListOfKeysIsGotByKeyWhateverItsLength() {
    assertThat(session.answer("EXPLAIN SELECT id FROM Users WHERE id IN ?"))
        .contains("MultiGet Users key=[id IN ?1]");
    assertThat(session.answer("EXPLAIN SELECT id FROM Users WHERE mail IN ?"))
        .contains("IndexQuery Users.ByMail key=[mail IN ?1]");
    assertThat(ids("id IN ?", list())).isEqualTo("id");
    assertThat(ids("id IN ?", list(number(2), number(2), number(9)))).isEqualTo("id\n2");
    assertThat(ids("id IN ?", number(2))).isEqualTo("id");
    assertThat(
            session.answer(
                "UPDATE Users SET seen = TRUE WHERE id IN ?", list(number(1), number(3))))
        .isEqualTo("count 2");
    assertThat(session.answer("DELETE FROM Users WHERE id IN ?", list(number(1), number(7))))
        .isEqualTo("count 1");
  }

  private String ids(String where, AttributeValue... parameters) {
    return session.answer("SELECT id FROM Users WHERE " + where, parameters);
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
