package io.partikey.parser;

import io.partikey.parser.ast.AggregateCallSyntax;
import io.partikey.parser.ast.Alias;
import io.partikey.parser.ast.ArithmeticSyntax;
import io.partikey.parser.ast.BagLiteral;
import io.partikey.parser.ast.BetweenSyntax;
import io.partikey.parser.ast.BooleanLiteral;
import io.partikey.parser.ast.CaseExpression;
import io.partikey.parser.ast.CastSyntax;
import io.partikey.parser.ast.ComparisonSyntax;
import io.partikey.parser.ast.Concatenation;
import io.partikey.parser.ast.DataType;
import io.partikey.parser.ast.Exists;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FunctionCallSyntax;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.InCollection;
import io.partikey.parser.ast.InListSyntax;
import io.partikey.parser.ast.InQuery;
import io.partikey.parser.ast.IsMissing;
import io.partikey.parser.ast.IsNull;
import io.partikey.parser.ast.IsType;
import io.partikey.parser.ast.LikeSyntax;
import io.partikey.parser.ast.ListLiteral;
import io.partikey.parser.ast.LogicalSyntax;
import io.partikey.parser.ast.MissingLiteral;
import io.partikey.parser.ast.NotSyntax;
import io.partikey.parser.ast.NullLiteral;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.ParameterSyntax;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.PathStepSyntax;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.ScalarQuery;
import io.partikey.parser.ast.Signed;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.parser.ast.TupleField;
import io.partikey.parser.ast.TupleLiteral;
import io.partikey.parser.ast.Variable;
import io.partikey.parser.ast.WhenClause;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes random expressions, of every kind that text can have, from a seed.
 *
 * <p>Parts are made in the order of the text, so that parameters are numbered as the parser numbers
 * them.
 */
class RandomTrees {
  static final SourceSpan NOWHERE = new SourceSpan(1, 1, 0, 0);

  private static final List<String> NAMES =
      List.of("a", "B2", "_c", "$d", "value", "status", "size", "limit", "set", "left", "first");
  private static final List<String> QUOTED_NAMES =
      List.of("a b", "SELECT", "qu\"ote", "", "имя", "😀", "x.y", "1", "--");
  private static final List<String> FUNCTIONS =
      List.of("upper", "begins_with", "SIZE", "replace", "trim", "extract", "exists", "value");
  private static final List<String> NUMBERS =
      List.of("0", "42", "3.14", ".5", "1.", "1e10", "4.2E-3", "007", "-1", "-0.5");
  private static final List<String> STRINGS =
      List.of("", "it's", "a -- b", "/* c */", "😀\n", ";", "\"", "?");

  private final Random random;
  private int parameters;

  RandomTrees(long seed) {
    this.random = new Random(seed);
  }

  final boolean coin() {
    return random.nextBoolean();
  }

  final int below(int bound) {
    return random.nextInt(bound);
  }

  final <T> T oneOf(List<T> values) {
    return values.get(below(values.size()));
  }

  final <T extends Enum<T>> T oneOf(Class<T> type) {
    return oneOf(List.of(type.getEnumConstants()));
  }

  final <T> List<T> some(int atLeast, int atMost, Supplier<T> supplier) {
    return Stream.generate(supplier).limit(atLeast + below(atMost - atLeast + 1)).toList();
  }

  final <T> @Nullable T perhaps(Supplier<T> supplier) {
    return coin() ? supplier.get() : null;
  }

  final Identifier identifier() {
    return below(4) == 0
        ? new Identifier(oneOf(QUOTED_NAMES), true, NOWHERE)
        : new Identifier(oneOf(NAMES), false, NOWHERE);
  }

  final Alias alias() {
    return coin()
        ? new Alias(identifier(), true, NOWHERE)
        : new Alias(
            new Identifier(oneOf(List.of("x", "total", "end")), false, NOWHERE), false, NOWHERE);
  }

  final ParameterSyntax parameter() {
    parameters++;
    return new ParameterSyntax(parameters, NOWHERE);
  }

  final StringLiteral string() {
    return new StringLiteral(oneOf(STRINGS), NOWHERE);
  }

  /** A query that begins with its verb; plain expressions know none. */
  @Nullable QuerySyntax subquery(int depth) {
    return null;
  }

  final ExpressionSyntax expression(int depth) {
    if (depth <= 0) {
      return leaf();
    }
    return coin() ? operation(depth - 1) : primary(depth - 1);
  }

  private ExpressionSyntax leaf() {
    return switch (below(7)) {
      case 0 -> new NullLiteral(NOWHERE);
      case 1 -> new MissingLiteral(NOWHERE);
      case 2 -> new BooleanLiteral(coin(), NOWHERE);
      case 3 -> new NumberLiteral(oneOf(NUMBERS), NOWHERE);
      case 4 -> string();
      case 5 -> parameter();
      default -> variable();
    };
  }

  final Variable variable() {
    return new Variable(identifier(), NOWHERE);
  }

  private ExpressionSyntax operation(int depth) {
    return switch (below(12)) {
      case 0 ->
          new LogicalSyntax(
              oneOf(LogicalSyntax.Operator.class), some(2, 4, () -> expression(depth)), NOWHERE);
      case 1 -> new NotSyntax(expression(depth), NOWHERE);
      case 2 ->
          new ComparisonSyntax(
              oneOf(ComparisonSyntax.Operator.class),
              expression(depth),
              expression(depth),
              NOWHERE,
              NOWHERE);
      case 3 ->
          new BetweenSyntax(
              coin(), expression(depth), expression(depth), expression(depth), NOWHERE);
      case 4 -> in(depth);
      case 5 ->
          new LikeSyntax(
              coin(),
              expression(depth),
              expression(depth),
              perhaps(() -> expression(depth)),
              NOWHERE);
      case 6 -> new IsNull(coin(), expression(depth), NOWHERE);
      case 7 -> new IsMissing(coin(), expression(depth), NOWHERE);
      case 8 -> new IsType(coin(), expression(depth), type(), NOWHERE);
      case 9 ->
          new ArithmeticSyntax(
              oneOf(ArithmeticSyntax.Operator.class),
              expression(depth),
              expression(depth),
              NOWHERE,
              NOWHERE);
      case 10 -> new Concatenation(expression(depth), expression(depth), NOWHERE, NOWHERE);
      default -> signed(expression(depth));
    };
  }

  private ExpressionSyntax signed(ExpressionSyntax operand) {
    return operand instanceof NumberLiteral
        ? operand
        : new Signed(oneOf(Signed.Sign.class), operand, NOWHERE);
  }

  private ExpressionSyntax in(int depth) {
    boolean negated = coin();
    ExpressionSyntax value = expression(depth);
    return switch (below(4)) {
      case 0 ->
          new InListSyntax(
              negated,
              value,
              InListSyntax.Brackets.SQUARE,
              some(0, 3, () -> expression(depth)),
              NOWHERE);
      case 1 ->
          new InListSyntax(
              negated,
              value,
              InListSyntax.Brackets.ROUND,
              some(1, 3, () -> expression(depth)),
              NOWHERE);
      case 2 -> {
        QuerySyntax query = subquery(depth);
        yield query == null
            ? new InCollection(negated, value, parameter(), NOWHERE)
            : new InQuery(negated, value, query, NOWHERE);
      }
      default -> new InCollection(negated, value, coin() ? variable() : bag(depth), NOWHERE);
    };
  }

  final DataType type() {
    return switch (below(4)) {
      case 0 -> new DataType("DECIMAL", List.of(10, 2), NOWHERE);
      case 1 -> new DataType("TIMESTAMP WITH TIME ZONE", some(0, 1, () -> 3), NOWHERE);
      case 2 -> new DataType("DOUBLE PRECISION", List.of(), NOWHERE);
      default -> new DataType("STRING", List.of(), NOWHERE);
    };
  }

  private ExpressionSyntax primary(int depth) {
    return switch (below(9)) {
      case 0 -> new ListLiteral(some(0, 3, () -> expression(depth)), NOWHERE);
      case 1 -> bag(depth);
      case 2 -> tuple(depth);
      case 3 -> path(expression(depth), depth);
      case 4 -> call(depth);
      case 5 -> aggregate(depth);
      case 6 -> new CastSyntax(expression(depth), type(), NOWHERE);
      case 7 ->
          new CaseExpression(
              perhaps(() -> expression(depth)),
              some(1, 2, () -> new WhenClause(expression(depth), expression(depth), NOWHERE)),
              perhaps(() -> expression(depth)),
              NOWHERE);
      default -> queryExpression(depth);
    };
  }

  private ExpressionSyntax queryExpression(int depth) {
    QuerySyntax query = subquery(depth);
    if (query == null) {
      return leaf();
    }
    return coin() ? new Exists(query, NOWHERE) : new ScalarQuery(query, NOWHERE);
  }

  private BagLiteral bag(int depth) {
    return new BagLiteral(some(0, 3, () -> expression(depth)), NOWHERE);
  }

  final TupleLiteral tuple(int depth) {
    return new TupleLiteral(
        some(0, 3, () -> new TupleField(string(), expression(depth), NOWHERE)), NOWHERE);
  }

  private FunctionCallSyntax call(int depth) {
    Identifier name =
        below(5) == 0
            ? new Identifier("COUNT", true, NOWHERE)
            : new Identifier(oneOf(FUNCTIONS), false, NOWHERE);
    return new FunctionCallSyntax(name, some(0, 3, () -> expression(depth)), NOWHERE);
  }

  private AggregateCallSyntax aggregate(int depth) {
    AggregateCallSyntax.Function function = oneOf(AggregateCallSyntax.Function.class);
    boolean star = function == AggregateCallSyntax.Function.COUNT && coin();
    return new AggregateCallSyntax(
        function,
        !star && coin(),
        star ? null : expression(depth),
        perhaps(() -> expression(depth)),
        NOWHERE);
  }

  final ExpressionSyntax path(ExpressionSyntax root, int depth) {
    return new PathExpression(root, some(1, 3, () -> step(depth)), NOWHERE);
  }

  final PathStepSyntax step(int depth) {
    return switch (below(4)) {
      case 0 -> new PathStepSyntax.Subscript(expression(depth), NOWHERE);
      case 1 -> new PathStepSyntax.AllElements(NOWHERE);
      case 2 -> new PathStepSyntax.AllAttributes(NOWHERE);
      default -> new PathStepSyntax.Attribute(identifier(), NOWHERE);
    };
  }
}
