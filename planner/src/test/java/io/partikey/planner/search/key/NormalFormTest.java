package io.partikey.planner.search.key;

import static io.partikey.engine.expression.ComparisonOperator.LESS_OR_EQUAL;
import static io.partikey.planner.search.Conditions.and;
import static io.partikey.planner.search.Conditions.atLeast;
import static io.partikey.planner.search.Conditions.attribute;
import static io.partikey.planner.search.Conditions.between;
import static io.partikey.planner.search.Conditions.equal;
import static io.partikey.planner.search.Conditions.exists;
import static io.partikey.planner.search.Conditions.greater;
import static io.partikey.planner.search.Conditions.in;
import static io.partikey.planner.search.Conditions.less;
import static io.partikey.planner.search.Conditions.never;
import static io.partikey.planner.search.Conditions.not;
import static io.partikey.planner.search.Conditions.notEqual;
import static io.partikey.planner.search.Conditions.number;
import static io.partikey.planner.search.Conditions.or;
import static io.partikey.planner.search.Conditions.parameter;
import static io.partikey.planner.search.Conditions.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.testing.SeededTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NormalFormTest {
  private static final Expression A = attribute("a");
  private static final Expression B = attribute("b");

  @Test
  void complementsEqualityUnderNot() {
    assertThat(NormalForm.of(List.of(not(notEqual(A, number(1))))))
        .containsExactly(equal(A, number(1)));
    assertThat(NormalForm.of(List.of(not(equal(A, number(1))))))
        .containsExactly(notEqual(A, number(1)));
  }

  @Test
  void keepsTheTightestOfLiteralBounds() {
    assertThat(NormalForm.of(List.of(greater(A, number(5)), greater(A, number(7)))))
        .containsExactly(greater(A, number(7)));
    assertThat(NormalForm.of(List.of(between(A, number(1), number(9)), greater(A, number(1)))))
        .containsExactly(greater(A, number(1)), new Comparison(LESS_OR_EQUAL, A, number(9)));
    assertThat(NormalForm.of(List.of(between(A, number(1), number(9)), less(A, number(10)))))
        .containsExactly(between(A, number(1), number(9)));
  }

  @Test
  void knowsWhatBoundsLeaveNothingOrOneValue() {
    assertThat(NormalForm.of(List.of(greater(A, number(9)), less(A, number(5)))))
        .containsExactly(never());
    assertThat(NormalForm.of(List.of(greater(A, number(5)), less(A, number(5)))))
        .containsExactly(never());
    assertThat(NormalForm.of(List.of(atLeast(A, number(5)), atLeast(number(5), A))))
        .containsExactly(equal(A, number(5)));
    assertThat(NormalForm.of(List.of(in(A, number(1), number(5)), greater(A, number(4)))))
        .containsExactly(equal(A, number(5)));
  }

  @Test
  void keepsBoundsOfDifferentTypesAndParameters() {
    List<Expression> types = List.of(greater(A, number(5)), less(A, text("x")));
    assertThat(NormalForm.of(types)).isEqualTo(types);
    List<Expression> parameters = List.of(greater(A, number(5)), greater(A, parameter(0)));
    assertThat(NormalForm.of(parameters)).isEqualTo(parameters);
  }

  @Test
  void keepsNotBeforeAnOrdering() {
    assertThat(NormalForm.of(List.of(not(less(A, number(1))))))
        .containsExactly(not(less(A, number(1))));
  }

  @Test
  void writesAnOrOfEqualitiesAsIn() {
    Expression condition = or(equal(A, number(1)), or(equal(number(2), A), equal(A, parameter(0))));
    assertThat(NormalForm.of(List.of(condition)))
        .containsExactly(in(A, number(1), number(2), parameter(0)));
  }

  @Test
  void takesCommonFactorsOutOfAnOr() {
    Expression key = equal(A, number(1));
    Expression condition = or(and(key, equal(B, number(1))), and(key, exists(B)));
    assertThat(NormalForm.of(List.of(condition)))
        .containsExactly(key, or(equal(B, number(1)), exists(B)));
  }

  @Test
  void absorbsABranchThatSaysNoMoreThanTheCommonFactor() {
    Expression key = equal(A, number(1));
    assertThat(NormalForm.of(List.of(or(key, and(key, exists(B)))))).containsExactly(key);
  }

  @Test
  void intersectsLiteralPoints() {
    assertThat(NormalForm.of(List.of(in(A, number(1), number(2)), in(A, number(2), number(3)))))
        .containsExactly(equal(A, number(2)));
    assertThat(NormalForm.isNever(NormalForm.of(List.of(equal(A, number(1)), equal(A, number(2))))))
        .isTrue();
  }

  @Test
  void keepsTwoParametersForOneOperand() {
    List<Expression> both = List.of(equal(A, parameter(0)), equal(A, parameter(1)));
    assertThat(NormalForm.of(both)).isEqualTo(both);
  }

  @Test
  void leavesOutWhatAlwaysHolds() {
    assertThat(NormalForm.of(List.of(NormalForm.TRUE, exists(A)))).containsExactly(exists(A));
    assertThat(NormalForm.isNever(NormalForm.of(List.of(NormalForm.FALSE, exists(A))))).isTrue();
  }

  @Test
  void equalityWithMissingNeverHolds() {
    assertThat(NormalForm.isNever(NormalForm.of(List.of(equal(A, new Literal(null)))))).isTrue();
  }

  /** The normal form of random conditions holds of exactly the items of which they hold. */
  @SeededTest
  void keepsTheTruthOfRandomConditions(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 3000; round++) {
      Expression condition = condition(random, 4);
      List<Expression> form = NormalForm.of(List.of(condition));
      for (int i = 0; i < 20; i++) {
        Environment item =
            Environment.of(item(random), Parameters.of(NumberValue.of(1), NumberValue.of(2)));
        assertThat(form.stream().allMatch(each -> each.isTrue(item)))
            .as("%s became %s", condition, form)
            .isEqualTo(condition.isTrue(item));
      }
    }
  }

  private static Item item(Random random) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    for (String name : List.of("a", "b")) {
      switch (random.nextInt(3)) {
        case 0 -> attributes.put(name, NumberValue.of(random.nextInt(3)));
        case 1 -> attributes.put(name, new StringValue("x"));
        default -> {}
      }
    }
    return new Item(attributes);
  }

  private static Expression condition(Random random, int depth) {
    Expression operand = random.nextBoolean() ? A : B;
    Expression value =
        random.nextInt(4) == 0 ? parameter(random.nextInt(2)) : number(random.nextInt(3));
    if (depth > 0 && random.nextInt(3) > 0) {
      Expression left = condition(random, depth - 1);
      Expression right = condition(random, depth - 1);
      return switch (random.nextInt(3)) {
        case 0 -> and(left, right);
        case 1 -> or(left, right);
        default -> not(left);
      };
    }
    return switch (random.nextInt(9)) {
      case 5 -> greater(operand, random.nextInt(5) == 0 ? text("w") : value);
      case 6 -> atLeast(value, operand);
      case 7 -> between(operand, number(random.nextInt(3)), number(random.nextInt(3)));
      case 0 -> equal(operand, value);
      case 1 -> equal(value, operand);
      case 2 -> notEqual(operand, value);
      case 3 -> less(operand, value);
      case 4 -> in(operand, value, number(random.nextInt(3)));
      default -> exists(operand);
    };
  }
}
