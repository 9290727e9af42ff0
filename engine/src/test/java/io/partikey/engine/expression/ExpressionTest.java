package io.partikey.engine.expression;

import static io.partikey.engine.item.Values.binary;
import static io.partikey.engine.item.Values.item;
import static io.partikey.engine.item.Values.map;
import static io.partikey.engine.item.Values.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.PathStep;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExpressionTest {
  private static final Item ITEM =
      item("n", 5, "s", "text", "none", null, "m", map("l", List.of("a", "b")));
  private static final Environment ENVIRONMENT =
      Environment.of(ITEM, Parameters.of(value("parameter")));
  private static final Expression MISSING = new Literal(null);
  private static final Expression TRUE = literal(true);
  private static final Expression FALSE = literal(false);

  @Test
  void findsAttributesPathsAndParameters() {
    assertThat(evaluate(attribute("n"))).isEqualTo(value(5));
    assertThat(evaluate(attribute("N"))).isNull();
    assertThat(evaluate(attribute("none"))).isEqualTo(value(null));
    assertThat(
            evaluate(
                new PathAccess(
                    attribute("m"), List.of(new PathStep.Member("l"), new PathStep.Element(1)))))
        .isEqualTo(value("b"));
    assertThat(evaluate(new PathAccess(attribute("s"), List.of(new PathStep.Element(0))))).isNull();
    assertThat(evaluate(new Parameter(0))).isEqualTo(value("parameter"));
  }

  @Test
  void refusesParametersThatWereNotGiven() {
    assertRefused(
        ErrorCode.PARAMETER_COUNT,
        "Number of parameters in request and statement don't match.",
        new Parameter(1));
  }

  @Test
  void takesParametersGivenAsMissing() {
    Parameters parameters = new Parameters(Arrays.asList(value(1), null));

    assertThat(new Parameter(1).evaluate(Environment.of(parameters))).isNull();
  }

  static Stream<Arguments> conditions() {
    return Stream.of(
        Arguments.of(true, Logical.and(List.of(TRUE, TRUE))),
        Arguments.of(false, Logical.and(List.of(TRUE, FALSE))),
        Arguments.of(true, Logical.or(List.of(FALSE, TRUE))),
        Arguments.of(false, Logical.or(List.of(FALSE, FALSE))),
        Arguments.of(true, Logical.and(List.of())),
        Arguments.of(false, Logical.or(List.of())),
        Arguments.of(false, Logical.and(List.of(TRUE, MISSING))),
        Arguments.of(true, Logical.or(List.of(MISSING, TRUE))),
        Arguments.of(false, Logical.and(List.of(TRUE, literal("true")))),
        Arguments.of(true, new Not(MISSING)),
        Arguments.of(true, new Not(literal(1))),
        Arguments.of(true, new Not(comparison(attribute("z"), literal(1)))),
        Arguments.of(false, new InList(MISSING, List.of(MISSING, literal(1)))),
        Arguments.of(true, new InList(literal(1), List.of(MISSING, literal("1"), literal(1.0)))),
        Arguments.of(true, new InList(attribute("none"), List.of(literal(null)))),
        Arguments.of(false, new InList(literal(1), List.of())),
        Arguments.of(true, new Between(attribute("n"), literal(5), literal(5))),
        Arguments.of(false, new Between(attribute("n"), literal(6), literal(4))),
        Arguments.of(false, new Between(attribute("z"), literal(1), literal(9))),
        Arguments.of(false, new Between(literal("b"), literal("a"), literal(9))),
        Arguments.of(
            true, new Between(literal(binary(5, 0)), literal(binary(5)), literal(binary(6)))));
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void conditionsHoldOrDoNot(boolean holds, Expression condition) {
    assertThat(condition.isTrue(ENVIRONMENT)).isEqualTo(holds);
    assertThat(condition.evaluate(ENVIRONMENT)).isEqualTo(value(holds));
  }

  @Test
  void logicTestsNoMoreThanItNeeds() {
    Expression failing = new Required(MISSING);

    assertThat(Logical.and(List.of(FALSE, failing)).isTrue(ENVIRONMENT)).isFalse();
    assertThat(Logical.or(List.of(TRUE, failing)).isTrue(ENVIRONMENT)).isTrue();
  }

  @Test
  void boundConditionsHoldOfItems() {
    BoundExpression condition =
        new BoundExpression(
            comparison(attribute("n"), new Parameter(0)), Parameters.of(value(5.0)));

    assertThat(condition.isTrue(ITEM)).isTrue();
    assertThat(condition.isTrue(Item.EMPTY)).isFalse();
  }

  @Test
  void choosesTheFirstBranchThatHolds() {
    Expression choice =
        new Conditional(
            List.of(
                new Conditional.Branch(comparison(attribute("n"), literal(4)), literal("four")),
                new Conditional.Branch(MISSING, literal("missing")),
                new Conditional.Branch(comparison(attribute("n"), literal(5)), literal("five")),
                new Conditional.Branch(TRUE, new Required(MISSING))),
            literal("other"));

    assertThat(evaluate(choice)).isEqualTo(value("five"));
    assertThat(choice.evaluate(Environment.of(item("n", 4), Parameters.NONE)))
        .isEqualTo(value("four"));
    assertThat(evaluate(new Conditional(List.of(), literal("other")))).isEqualTo(value("other"));
  }

  @Test
  void constructorsLeaveMissingOut() {
    Map<String, Expression> members = new LinkedHashMap<>();
    members.put("b", attribute("n"));
    members.put("gone", MISSING);
    members.put("a", literal(null));

    assertThat(evaluate(new ListConstructor(List.of(attribute("n"), MISSING, literal("x")))))
        .isEqualTo(value(List.of(5, "x")));
    assertThat(evaluate(new MapConstructor(members))).isEqualTo(map("b", 5, "a", null));
    assertThat(evaluate(new SetConstructor(List.of(attribute("s"), MISSING, literal("x")))))
        .isEqualTo(value(Set.of("x", "text")));
  }

  @Test
  void setsAreOfOneTypeNotEmptyAndWithoutRepetition() {
    String mixed =
        "Unsupported data type in Bag. DynamoDB only supports either numbers or strings in bags";
    assertRefused(
        ErrorCode.VALIDATION, "Empty bags are not supported", new SetConstructor(List.of()));
    assertRefused(
        ErrorCode.VALIDATION, mixed, new SetConstructor(List.of(literal(1), literal(""))));
    assertRefused(ErrorCode.VALIDATION, mixed, new SetConstructor(List.of(TRUE)));
    assertRefused(
        ErrorCode.VALIDATION,
        "One or more parameter values were invalid: Input collection [a, a] contains duplicates.",
        new SetConstructor(List.of(literal("a"), literal("a"))));
    assertRefused(
        ErrorCode.VALIDATION,
        "One or more parameter values were invalid: Input collection [2, 2] contains duplicates!"
            + " under root",
        new SetConstructor(List.of(literal(2), literal(2.0))));
  }

  @Test
  void requiredValuesMustBeThere() {
    assertThat(evaluate(new Required(attribute("none")))).isEqualTo(value(null));
    assertRefused(
        ErrorCode.VALIDATION,
        "The provided expression refers to an attribute that does not exist in the item",
        new Required(attribute("z")));
  }

  @Test
  void sumsRoundInQueriesAndFailInUpdates() {
    Expression large = literal(new BigDecimal("9".repeat(38)));

    assertThat(evaluate(sum(large, literal(0.4), false))).isEqualTo(evaluate(large));
    assertRefused(
        ErrorCode.NUMBER_OUT_OF_RANGE,
        "Attempting to store more than 38 significant digits in a Number",
        sum(large, literal(0.4), true));
    assertRefused(
        ErrorCode.WRONG_TYPE,
        "An operand in the update expression has an incorrect data type",
        sum(attribute("s"), literal(1), true));
    assertRefused(
        ErrorCode.DIVISION_BY_ZERO,
        "Division by zero. Guard the divisor, for example NULLIF(divisor, 0).",
        new Arithmetic(Arithmetic.Operator.DIVIDE, literal(1), literal(0), false));
  }

  @Test
  void itemsHaveNoColumns() {
    assertThatThrownBy(() -> evaluate(new ColumnReference(0)))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "CURRENT_DATE, 2024-01-31",
    "current_time, 23:59:59",
    "Current_Timestamp, 2024-01-31T23:59:59.500Z",
    "now, 2024-01-31T23:59:59.500Z",
    "UTCNOW, 2024-01-31T23:59:59.500Z"
  })
  void theTimeIsInUtcWhateverTheZoneOfTheClock(String word, String text) {
    Clock clock = Clock.fixed(Instant.parse("2024-01-31T23:59:59.5Z"), ZoneId.of("Asia/Tokyo"));

    assertThat(CurrentTime.find(word).orElseThrow().now(clock)).isEqualTo(value(text));
    assertThat(CurrentTime.find("size")).isEmpty();
  }

  private static @Nullable AttributeValue evaluate(Expression expression) {
    return expression.evaluate(ENVIRONMENT);
  }

  private static Expression attribute(String name) {
    return new AttributeReference(name);
  }

  private static Expression literal(@Nullable Object value) {
    return new Literal(value(value));
  }

  private static Expression comparison(Expression left, Expression right) {
    return new Comparison(ComparisonOperator.EQUAL, left, right);
  }

  private static Expression sum(Expression left, Expression right, boolean strict) {
    return new Arithmetic(Arithmetic.Operator.ADD, left, right, strict);
  }

  private static void assertRefused(ErrorCode code, String message, Expression expression) {
    assertThatThrownBy(() -> evaluate(expression))
        .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessage(message);
  }
}
