package io.partikey.engine.expression;

import static io.partikey.engine.item.Values.binary;
import static io.partikey.engine.item.Values.map;
import static io.partikey.engine.item.Values.value;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.item.AnyValue;
import io.partikey.engine.item.AttributeValue;
import io.partikey.testing.GoldenFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every operator on operands of every type, as tables. */
class OperatorTest {
  private static final Environment NONE = Environment.of(Parameters.NONE);

  /** Two unequal values of each type, one that equals another, and MISSING. */
  private static final List<Expression> OPERANDS =
      Stream.concat(
              Stream.of(
                      "a",
                      "b",
                      "",
                      2,
                      2.0,
                      10,
                      -1,
                      binary(1),
                      binary(255),
                      false,
                      true,
                      value(null),
                      List.of(1, 2),
                      List.of(2, 1),
                      List.of(),
                      map("x", 1, "y", 2),
                      map("y", 2, "x", 1),
                      map("x", 1),
                      Set.of("a", "b"),
                      Set.of("a"),
                      Set.of(1, 2),
                      Set.of(2.0, 1.0),
                      Set.of(binary(1)),
                      Set.of(binary(2)))
                  .map(object -> new Literal(value(object))),
              Stream.of(new Literal(null)))
          .map(Expression.class::cast)
          .toList();

  @Provide
  Arbitrary<AttributeValue> values() {
    return AnyValue.value();
  }

  @Test
  void comparesOperandsOfAllTypes() throws IOException {
    String legend =
        "= equal and ordered   ~ equal, no order   < less   > greater   . different, no order\n\n";

    GoldenFile.check(
        getClass(), "comparisons.txt", legend + table(OPERANDS, OperatorTest::relation));
  }

  @Test
  void calculatesWithOperandsOfAllTypes() throws IOException {
    List<Expression> operands =
        Stream.concat(
                Stream.of(7, 2.5, -3, 0, "1", true, List.of(1), value(null))
                    .map(object -> (Expression) new Literal(value(object))),
                Stream.of(new Literal(null)))
            .toList();
    StringBuilder tables = new StringBuilder("A row's operand stands left; ! is an error.\n");
    for (boolean strict : new boolean[] {false, true}) {
      for (Arithmetic.Operator operator : Arithmetic.Operator.values()) {
        tables
            .append("\n")
            .append(strict ? "strict " : "")
            .append(operator.symbol())
            .append("\n")
            .append(
                table(
                    operands,
                    (left, right) -> result(new Arithmetic(operator, left, right, strict))));
      }
    }

    GoldenFile.check(getClass(), "arithmetic.txt", tables.toString());
  }

  @Test
  void testsTypesAndPresence() throws IOException {
    List<Function<Expression, Expression>> tests = new ArrayList<>();
    for (Presence.Test test : Presence.Test.values()) {
      tests.add(operand -> new Presence(operand, test));
    }
    for (TypeKind kind : TypeKind.values()) {
      tests.add(operand -> new TypeTest(operand, kind));
    }
    List<Expression> operands = new ArrayList<>(OPERANDS);
    Stream.of(
            1.5, 127, 128, 40_000, 3_000_000_000L, "2024-01-31", "2024-01-31T10:20:30Z", "10:20:30")
        .map(object -> new Literal(value(object)))
        .forEach(operands::add);
    StringBuilder lines = new StringBuilder("Which tests hold of a value.\n\n");
    for (Expression operand : operands) {
      lines
          .append("%-24s".formatted(ExpressionText.of(operand)))
          .append(
              tests.stream()
                  .map(test -> test.apply(operand))
                  .filter(test -> test.isTrue(NONE))
                  .map(OperatorTest::testName)
                  .collect(joining(", ")))
          .append("\n");
    }

    GoldenFile.check(getClass(), "types.txt", lines.toString());
  }

  @Property
  void unequalIsTheComplementOfEqual(
      @ForAll("values") AttributeValue left, @ForAll("values") AttributeValue right) {
    assertThat(ComparisonOperator.NOT_EQUAL.test(left, right))
        .isNotEqualTo(ComparisonOperator.EQUAL.test(left, right));
  }

  @Property
  void everyValueEqualsItself(@ForAll("values") AttributeValue value) {
    assertThat(ComparisonOperator.EQUAL.test(value, AttributeValue.fromJson(value.toJson())))
        .isTrue();
  }

  @Property
  void flippedOperatorsMeanTheSameWithExchangedOperands(
      @ForAll ComparisonOperator operator,
      @ForAll("values") AttributeValue left,
      @ForAll("values") AttributeValue right) {
    assertThat(operator.flip().test(right, left)).isEqualTo(operator.test(left, right));
  }

  @Property
  void aRangeIsTwoBounds(
      @ForAll("values") AttributeValue value,
      @ForAll("values") AttributeValue lower,
      @ForAll("values") AttributeValue upper) {
    boolean between =
        new Between(new Literal(value), new Literal(lower), new Literal(upper)).isTrue(NONE);

    assertThat(between)
        .isEqualTo(
            ComparisonOperator.GREATER_OR_EQUAL.test(value, lower)
                && ComparisonOperator.LESS_OR_EQUAL.test(value, upper));
  }

  /** The relation of two operands, once all six operators agree on it. */
  private static String relation(Expression left, Expression right) {
    List<ComparisonOperator> holding =
        Stream.of(ComparisonOperator.values())
            .filter(operator -> new Comparison(operator, left, right).isTrue(NONE))
            .toList();
    return switch (holding.stream().map(ComparisonOperator::symbol).collect(joining(" "))) {
      case "= <= >=" -> "=";
      case "=" -> "~";
      case "<> < <=" -> "<";
      case "<> > >=" -> ">";
      case "<>" -> ".";
      default -> throw new AssertionError(holding);
    };
  }

  private static String result(Expression expression) {
    try {
      @Nullable AttributeValue value = expression.evaluate(NONE);
      return ExpressionText.of(new Literal(value));
    } catch (EngineException error) {
      return "!";
    }
  }

  private static String testName(Expression test) {
    if (test instanceof TypeTest type) {
      return type.kind().typeName();
    }
    return "is " + ((Presence) test).test();
  }

  private static String table(
      List<Expression> operands, BiFunction<Expression, Expression, String> cell) {
    List<String> names = operands.stream().map(ExpressionText::of).toList();
    List<List<String>> columns =
        operands.stream()
            .map(right -> operands.stream().map(left -> cell.apply(left, right)).toList())
            .toList();
    int[] widths =
        IntStream.range(0, operands.size())
            .map(
                i ->
                    Stream.concat(Stream.of(names.get(i)), columns.get(i).stream())
                        .mapToInt(String::length)
                        .max()
                        .orElse(0))
            .toArray();
    int first = names.stream().mapToInt(String::length).max().orElse(0);
    BinaryOperator<String> line =
        (name, cells) -> ("%-" + first + "s  %s").formatted(name, cells).stripTrailing() + "\n";
    StringBuilder table = new StringBuilder(line.apply("", cells(names, widths)));
    for (int row = 0; row < operands.size(); row++) {
      int at = row;
      table.append(
          line.apply(
              names.get(row),
              cells(columns.stream().map(column -> column.get(at)).toList(), widths)));
    }
    return table.toString();
  }

  private static String cells(List<String> texts, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> ("%-" + widths[i] + "s").formatted(texts.get(i)))
        .collect(joining("  "));
  }
}
