package io.partikey.engine.expression;

import static io.partikey.engine.item.Values.binary;
import static io.partikey.engine.item.Values.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.expression.Arithmetic.Operator;
import io.partikey.engine.item.PathStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExpressionTextTest {
  private static final Expression A = new AttributeReference("a");
  private static final Expression B = new AttributeReference("b");
  private static final Expression ONE = new Literal(value(1));
  private static final Expression A_IS_1 = equal(A, ONE);
  private static final Expression B_IS_1 = equal(B, ONE);

  static Stream<Arguments> texts() {
    Map<String, Expression> members = new LinkedHashMap<>();
    members.put("k", A);
    members.put("it's", new Parameter(1));
    return Stream.of(
        Arguments.of("a", A),
        Arguments.of("\"a b\"", new AttributeReference("a b")),
        Arguments.of("\"say \"\"hi\"\"\"", new AttributeReference("say \"hi\"")),
        Arguments.of("?1", new Parameter(0)),
        Arguments.of("$2", new ColumnReference(2)),
        Arguments.of(
            "a.b[0].\"c d\"",
            new PathAccess(
                A,
                List.of(
                    new PathStep.Member("b"),
                    new PathStep.Element(0),
                    new PathStep.Member("c d")))),
        Arguments.of("MISSING", new Literal(null)),
        Arguments.of("NULL", literal(null)),
        Arguments.of("'it''s'", literal("it's")),
        Arguments.of("-1.5", literal(-1.5)),
        Arguments.of("true", literal(true)),
        Arguments.of("{{AQ==}}", literal(binary(1))),
        Arguments.of("['x', [1, NULL]]", literal(List.of("x", List.of(1, value(null))))),
        Arguments.of("{'k': 1}", literal(Map.of("k", 1))),
        Arguments.of("<<'x', 'y'>>", literal(Set.of("y", "x"))),
        Arguments.of("<<1, 2>>", literal(Set.of(2, 1))),
        Arguments.of("<<{{AQ==}}>>", literal(Set.of(binary(1)))),
        Arguments.of("a >= 1", new Comparison(ComparisonOperator.GREATER_OR_EQUAL, A, ONE)),
        Arguments.of("(a = 1) = true", equal(A_IS_1, literal(true))),
        Arguments.of(
            "true <> (a = 1)", new Comparison(ComparisonOperator.NOT_EQUAL, literal(true), A_IS_1)),
        Arguments.of("a BETWEEN 1 AND b", new Between(A, ONE, B)),
        Arguments.of("a NOT BETWEEN 1 AND b", new Not(new Between(A, ONE, B))),
        Arguments.of("a IN [1, ?1]", new InList(A, List.of(ONE, new Parameter(0)))),
        Arguments.of("a NOT IN [1]", new Not(new InList(A, List.of(ONE)))),
        Arguments.of("a LIKE 'x%'", new Like(A, literal("x%"), null)),
        Arguments.of(
            "a NOT LIKE 'x!%' ESCAPE '!'", new Not(new Like(A, literal("x!%"), literal("!")))),
        Arguments.of("a IS MISSING", new Presence(A, Presence.Test.MISSING)),
        Arguments.of("a IS NULL", new Presence(A, Presence.Test.NULL)),
        Arguments.of("a IS NOT NULL", new Not(new Presence(A, Presence.Test.NULL_OR_MISSING))),
        Arguments.of("a IS STRING SET", new TypeTest(A, TypeKind.STRING_SET)),
        Arguments.of("a IS NOT BOOLEAN", new Not(new TypeTest(A, TypeKind.BOOLEAN))),
        Arguments.of("NOT a = 1", new Not(A_IS_1)),
        Arguments.of("NOT NOT a = 1", new Not(new Not(A_IS_1))),
        Arguments.of("NOT (a = 1 AND b = 1)", new Not(Logical.and(List.of(A_IS_1, B_IS_1)))),
        Arguments.of("(NOT a = 1) = true", equal(new Not(A_IS_1), literal(true))),
        Arguments.of("a = 1 AND NOT b = 1", Logical.and(List.of(A_IS_1, new Not(B_IS_1)))),
        Arguments.of(
            "(a = 1 OR b = 1) AND a = 1",
            Logical.and(List.of(Logical.or(List.of(A_IS_1, B_IS_1)), A_IS_1))),
        Arguments.of(
            "a = 1 OR b = 1 AND a = 1",
            Logical.or(List.of(A_IS_1, Logical.and(List.of(B_IS_1, A_IS_1))))),
        Arguments.of("true", Logical.and(List.of())),
        Arguments.of("false", Logical.or(List.of())),
        Arguments.of(
            "a + b * 1", calculation(Operator.ADD, A, calculation(Operator.MULTIPLY, B, ONE))),
        Arguments.of(
            "(a + b) % 1", calculation(Operator.MODULO, calculation(Operator.ADD, A, B), ONE)),
        Arguments.of(
            "a - (b - 1)",
            calculation(Operator.SUBTRACT, A, calculation(Operator.SUBTRACT, B, ONE))),
        Arguments.of(
            "a - b - 1", calculation(Operator.SUBTRACT, calculation(Operator.SUBTRACT, A, B), ONE)),
        Arguments.of(
            "a + 1 BETWEEN 1 AND 1", new Between(calculation(Operator.ADD, A, ONE), ONE, ONE)),
        Arguments.of("a || b || 'x'", call(TextFunction.CONCAT, A, B, literal("x"))),
        Arguments.of("a || b = 'x'", equal(call(TextFunction.CONCAT, A, B), literal("x"))),
        Arguments.of(
            "a || (a || b)", call(TextFunction.CONCAT, A, call(TextFunction.CONCAT, A, B))),
        Arguments.of("concat(a)", call(TextFunction.CONCAT, A)),
        Arguments.of(
            "size(a) > 1",
            new Comparison(ComparisonOperator.GREATER, call(ScalarFunction.SIZE, A), ONE)),
        Arguments.of("coalesce(a = 1, b)", call(ChoiceFunction.COALESCE, A_IS_1, B)),
        Arguments.of(
            "CAST(a + 1 AS NUMBER(5, 2))",
            new Cast(
                calculation(Operator.ADD, A, ONE), new ValueType(TypeKind.NUMBER, List.of(5, 2)))),
        Arguments.of(
            "CASE WHEN a = 1 THEN 'x' WHEN b = 1 THEN b ELSE NULL END",
            new Conditional(
                List.of(
                    new Conditional.Branch(A_IS_1, literal("x")),
                    new Conditional.Branch(B_IS_1, B)),
                literal(null))),
        Arguments.of("a + 1", new Required(calculation(Operator.ADD, A, ONE))),
        Arguments.of("[a, 1]", new ListConstructor(List.of(A, ONE))),
        Arguments.of("<<a, 1>>", new SetConstructor(List.of(A, ONE))),
        Arguments.of("{'k': a, 'it''s': ?2}", new MapConstructor(members)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void writesEveryKindOfExpression(String text, Expression expression) {
    assertThat(ExpressionText.of(expression)).isEqualTo(text);
  }

  /** Parts given back in their order make the same expression, and others another. */
  @ParameterizedTest
  @MethodSource("texts")
  void isMadeAgainOfItsParts(String text, Expression expression) {
    assertThat(expression.withChildren(expression.children())).isEqualTo(expression);
    List<Expression> others =
        expression.children().stream().map(part -> (Expression) new Parameter(41)).toList();
    assertThat(expression.withChildren(others).children()).isEqualTo(others);
  }

  @Test
  void namesColumns() {
    assertThat(
            ExpressionText.of(
                equal(new ColumnReference(0), new ColumnReference(1)), i -> "t.c" + i))
        .isEqualTo("t.c0 = t.c1");
  }

  private static Expression literal(@Nullable Object value) {
    return new Literal(value(value));
  }

  private static Expression equal(Expression left, Expression right) {
    return new Comparison(ComparisonOperator.EQUAL, left, right);
  }

  private static Expression calculation(Operator operator, Expression left, Expression right) {
    return new Arithmetic(operator, left, right, false);
  }

  private static Expression call(Function function, Expression... arguments) {
    return new FunctionCall(function, List.of(arguments));
  }
}
