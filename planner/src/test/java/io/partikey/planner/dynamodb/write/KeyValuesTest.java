package io.partikey.planner.dynamodb.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.InList;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.dynamodb.mistake.MistakeException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyValuesTest {
  private static final TableDescription ORDERS =
      new TableDescription(
          "Orders",
          new KeySchema(
              List.of(new KeyAttribute("pk", AttributeType.S)),
              List.of(new KeyAttribute("sk", AttributeType.N))),
          List.of(),
          List.of(),
          Optional.empty(),
          1);
  private static final Expression PK = equal("pk", new Literal(new StringValue("a")));
  private static final Expression SK = equal("sk", new Literal(NumberValue.of(1)));
  private static final String TWO =
      "Multiple conditions on same key sk. Only single item Update/Insert/Delete are supported";

  @Test
  void asksForAnEqualityOnEachKeyAttribute() {
    String message = "Where clause does not contain a mandatory equality on all key attributes";
    Expression listed =
        new InList(new AttributeReference("sk"), List.of(new Literal(NumberValue.of(1))));

    assertThatThrownBy(() -> require(PK)).hasMessage(message);
    assertThatThrownBy(() -> require(SK)).hasMessage(message);
    assertThatThrownBy(() -> require(PK, listed)).hasMessage(message);
    assertThatCode(() -> require(PK, SK)).doesNotThrowAnyException();
  }

  @Test
  void takesOneValueForEachHoweverOftenItIsGiven() {
    assertThatThrownBy(() -> require(PK, SK, equal("sk", new Literal(NumberValue.of(2)))))
        .hasMessage(TWO);
    assertThatCode(() -> require(PK, SK, SK)).doesNotThrowAnyException();
  }

  @Test
  void comparesParametersWhenTheyAreKnown() {
    Expression given = equal("sk", new Parameter(0));

    assertThatCode(() -> require(PK, SK, given)).doesNotThrowAnyException();
    assertThatCode(() -> of(PK, SK, given).check(Parameters.of(NumberValue.of(1))))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> of(PK, SK, given).check(Parameters.of(NumberValue.of(2))))
        .hasMessage(TWO);
  }

  @Test
  void looksAtTheTypeOfTheSortKeyFirst() {
    Expression number = equal("pk", new Literal(NumberValue.of(1)));
    Expression text = equal("sk", new Literal(new StringValue("x")));

    assertThatThrownBy(() -> require(number, text))
        .hasMessage(
            "Key attribute's data type should match its data type in table's schema: Key sk");
  }

  @Test
  void takesAnEqualityOfEachKeyAttributeAndAsksTheRestOfTheItem() {
    Expression other =
        new InList(new AttributeReference("sk"), List.of(new Literal(new StringValue("x"))));

    KeyValues key = of(other, PK, SK, PK);

    assertThat(key.target().partition()).isEqualTo(new Literal(new StringValue("a")));
    assertThat(key.target().sort()).isEqualTo(new Literal(NumberValue.of(1)));
    assertThat(key.condition()).isEqualTo(other);
    assertThat(of(PK, SK).condition()).isNull();
  }

  private static void require(Expression... conjuncts) {
    KeyValues key = of(conjuncts);
    MistakeException.raise(key.ofCount(null).or(key::ofWhole).or(key::ofTypes));
  }

  private static KeyValues of(Expression... conjuncts) {
    return KeyValues.of(ORDERS, List.of(conjuncts));
  }

  private static Expression equal(String attribute, Expression value) {
    return new Comparison(ComparisonOperator.EQUAL, new AttributeReference(attribute), value);
  }
}
