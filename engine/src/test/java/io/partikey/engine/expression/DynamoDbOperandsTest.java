package io.partikey.engine.expression;

import static io.partikey.engine.item.Values.binary;
import static io.partikey.engine.item.Values.map;
import static io.partikey.engine.item.Values.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.item.DocumentPath;
import io.partikey.engine.item.PathStep;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DynamoDbOperandsTest {
  private static final Expression V = new AttributeReference("v");
  private static final Expression W = new AttributeReference("w");
  private static final Expression NESTED =
      PathAccess.of(
          new DocumentPath("m", List.of(new PathStep.Member("b"), new PathStep.Element(0))));
  private static final String WRONG_TYPE =
      "Incorrect operand type for operator or function; operator or function: ";

  static Stream<Arguments> wrongTypes() {
    return Stream.of(
        Arguments.of(
            "<, operand type: BOOL", comparison(ComparisonOperator.LESS, V, literal(true))),
        Arguments.of(
            ">=, operand type: NULL",
            comparison(ComparisonOperator.GREATER_OR_EQUAL, literal(null), V)),
        Arguments.of(
            "<=, operand type: M",
            new Not(comparison(ComparisonOperator.LESS_OR_EQUAL, V, literal(map())))),
        Arguments.of(
            ">, operand type: SS",
            Logical.and(
                List.of(
                    comparison(ComparisonOperator.EQUAL, V, W),
                    comparison(ComparisonOperator.GREATER, V, literal(Set.of("a")))))),
        Arguments.of("BETWEEN, operand type: L", new Between(V, literal(1), literal(List.of()))),
        Arguments.of("BETWEEN, operand type: BOOL", new Between(literal(true), V, W)),
        Arguments.of(
            "begins_with, operand type: N", call(ScalarFunction.BEGINS_WITH, V, literal(12))),
        Arguments.of(
            "begins_with, operand type: SS",
            call(ScalarFunction.BEGINS_WITH, V, literal(Set.of("he")))),
        Arguments.of("size, operand type: N", call(ScalarFunction.SIZE, literal(5))),
        Arguments.of(
            "size, operand type: N", call(ScalarFunction.SIZE, call(ScalarFunction.SIZE, V))),
        Arguments.of(
            "<, operand type: BOOL",
            comparison(
                ComparisonOperator.LESS,
                comparison(ComparisonOperator.EQUAL, V, literal(1)),
                literal(2))),
        Arguments.of(
            "BETWEEN, operand type: BOOL",
            new Between(call(ScalarFunction.ATTRIBUTE_EXISTS, V), literal(1), literal(2))),
        Arguments.of(
            "begins_with, operand type: BOOL",
            call(
                ScalarFunction.BEGINS_WITH,
                V,
                new Not(comparison(ComparisonOperator.EQUAL, W, literal(1))))),
        Arguments.of(
            "attribute_type, operand type: N",
            call(ScalarFunction.ATTRIBUTE_TYPE, V, call(ScalarFunction.SIZE, W))),
        Arguments.of(
            "attribute_type, operand type: N", call(ScalarFunction.ATTRIBUTE_TYPE, V, literal(5))),
        Arguments.of(
            "list_append, operand type: NS",
            call(UpdateFunction.LIST_APPEND, V, literal(Set.of(4)))),
        Arguments.of(
            "+, operand type: S",
            new Arithmetic(
                Arithmetic.Operator.ADD, new Required(V), new Required(literal("1")), true)));
  }

  @ParameterizedTest
  @MethodSource("wrongTypes")
  void refusesConstantsOfTypesThatOperatorsDoNotTake(String problem, Expression expression) {
    assertThatThrownBy(() -> DynamoDbOperands.check(expression, Parameters.NONE))
        .hasMessage(WRONG_TYPE + problem);
  }

  @Test
  void refusesParametersAsItDoesConstants() {
    Expression expression = comparison(ComparisonOperator.LESS, V, new Parameter(1));

    assertThatThrownBy(
            () -> DynamoDbOperands.check(expression, Parameters.of(value(1), value(List.of()))))
        .hasMessage(WRONG_TYPE + "<, operand type: L");
    assertThatCode(
            () -> DynamoDbOperands.check(expression, Parameters.of(value(List.of()), value(1))))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesCodesOfNoType() {
    assertThatThrownBy(
            () ->
                DynamoDbOperands.check(
                    call(ScalarFunction.ATTRIBUTE_TYPE, V, new Parameter(0)),
                    Parameters.of(value("foo"))))
        .hasMessage(
            "Invalid attribute type name found; type: foo, valid types:"
                + " {N,BS,L,B,NULL,M,S,SS,NS,BOOL}");
  }

  @Test
  void wantsPathsWhereExistenceIsTested() {
    assertThatThrownBy(
            () ->
                DynamoDbOperands.check(
                    call(ScalarFunction.ATTRIBUTE_EXISTS, literal("v")), Parameters.NONE))
        .hasMessage(
            "Operator or function requires a document path; operator or function:"
                + " attribute_exists");
    assertThatCode(
            () ->
                DynamoDbOperands.check(
                    call(ScalarFunction.ATTRIBUTE_NOT_EXISTS, NESTED), Parameters.NONE))
        .doesNotThrowAnyException();
  }

  static Stream<Expression> allowed() {
    return Stream.of(
        comparison(ComparisonOperator.LESS, V, literal("a")),
        comparison(ComparisonOperator.LESS, V, literal(binary(1))),
        comparison(ComparisonOperator.EQUAL, V, literal(List.of())),
        comparison(ComparisonOperator.NOT_EQUAL, V, literal(null)),
        comparison(ComparisonOperator.LESS, V, new Literal(null)),
        new Between(V, literal("a"), literal("b")),
        call(ScalarFunction.BEGINS_WITH, literal("he"), V),
        call(ScalarFunction.CONTAINS, V, literal(map())),
        call(ScalarFunction.SIZE, literal("hello")),
        call(ScalarFunction.ATTRIBUTE_TYPE, V, literal("SS")),
        new Arithmetic(Arithmetic.Operator.ADD, V, literal("1"), false));
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void allowsOperandsThatFit(Expression expression) {
    assertThatCode(() -> DynamoDbOperands.check(expression, Parameters.NONE))
        .doesNotThrowAnyException();
  }

  static Stream<Arguments> refusedByTheService() {
    String distinct =
        "The first operand must be distinct from the remaining operands for this operator or"
            + " function; operator: ";
    String placeholder =
        "An expression attribute name used in the document path is not defined; attribute name: ";
    String order =
        "The BETWEEN operator requires upper bound to be greater than or equal to lower bound;"
            + " lower bound operand: AttributeValue: {N:4}, upper bound operand: AttributeValue:"
            + " {N:2}";
    return Stream.of(
        Arguments.of(
            distinct + "=, first operand: [v]", comparison(ComparisonOperator.EQUAL, V, V)),
        Arguments.of(
            distinct + "<, first operand: [m, b, [0]]",
            new Not(comparison(ComparisonOperator.LESS, NESTED, NESTED))),
        Arguments.of(
            distinct + "contains, first operand: [v]", call(ScalarFunction.CONTAINS, V, V)),
        Arguments.of(
            distinct + "attribute_type, first operand: [v]",
            call(ScalarFunction.ATTRIBUTE_TYPE, V, V)),
        Arguments.of(distinct + "BETWEEN, first operand: [v]", new Between(V, literal(1), V)),
        Arguments.of(distinct + "IN, first operand: [v]", new InList(V, List.of(literal(1), V))),
        Arguments.of(
            placeholder + "#v",
            comparison(ComparisonOperator.EQUAL, V, new AttributeReference("#v"))),
        Arguments.of(
            placeholder + ":b",
            call(
                ScalarFunction.SIZE,
                PathAccess.of(new DocumentPath("m", List.of(new PathStep.Member(":b")))))),
        Arguments.of(order, new Between(V, literal(4), literal(2))),
        Arguments.of(
            "The BETWEEN operator requires same data type for lower and upper bounds; lower bound"
                + " operand: AttributeValue: {S:a}, upper bound operand: AttributeValue: {N:2}",
            new Between(V, literal("a"), literal(2))),
        Arguments.of(
            "The IN operator is provided with too many operands; number of operands: 101",
            new InList(V, Collections.nCopies(101, literal(1)))),
        Arguments.of(
            "The expression contains too many operators; operator count: 301",
            Logical.or(
                Collections.nCopies(151, comparison(ComparisonOperator.EQUAL, V, literal(1))))));
  }

  @ParameterizedTest
  @MethodSource("refusedByTheService")
  void refusesWhatTheServiceDoesThoughItHasAMeaning(String message, Expression condition) {
    assertThatThrownBy(() -> DynamoDbOperands.check(condition, Parameters.NONE))
        .hasMessage(message);
  }

  @Test
  void namesTheFirstMistakeOfTheText() {
    Expression unordered = comparison(ComparisonOperator.LESS, V, literal(true));
    Expression backwards = new Between(V, literal(4), literal(2));
    Expression long301 =
        Logical.and(Collections.nCopies(301, comparison(ComparisonOperator.EQUAL, V, literal(1))));

    assertThat(firstMistake(unordered, backwards)).contains("<, operand type: BOOL");
    assertThat(firstMistake(backwards, unordered)).contains("The BETWEEN operator");
    assertThat(firstMistake(unordered, long301)).contains("<, operand type: BOOL");
    assertThat(firstMistake(long301, unordered)).contains("too many operators");
  }

  private static String firstMistake(Expression first, Expression second) {
    Expression both = Logical.and(List.of(first, second));
    return assertThrows(EngineException.class, () -> DynamoDbOperands.check(both, Parameters.NONE))
        .getMessage();
  }

  static Stream<Expression> allowedByTheService() {
    return Stream.of(
        comparison(
            ComparisonOperator.EQUAL, call(ScalarFunction.SIZE, V), call(ScalarFunction.SIZE, V)),
        comparison(ComparisonOperator.EQUAL, literal(1), literal(1)),
        new Between(V, literal(2), literal(2)),
        new Between(V, W, literal(2)),
        new InList(V, Collections.nCopies(100, literal(1))),
        Logical.or(Collections.nCopies(150, comparison(ComparisonOperator.EQUAL, V, literal(1)))));
  }

  @ParameterizedTest
  @MethodSource("allowedByTheService")
  void allowsWhatIsWithinTheLimits(Expression condition) {
    assertThatCode(() -> DynamoDbOperands.check(condition, Parameters.NONE))
        .doesNotThrowAnyException();
  }

  private static Expression literal(@Nullable Object value) {
    return new Literal(value(value));
  }

  private static Expression comparison(
      ComparisonOperator operator, Expression left, Expression right) {
    return new Comparison(operator, left, right);
  }

  private static Expression call(Function function, Expression... arguments) {
    return new FunctionCall(function, List.of(arguments));
  }
}
