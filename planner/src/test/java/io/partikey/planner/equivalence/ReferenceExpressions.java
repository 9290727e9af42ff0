package io.partikey.planner.equivalence;

import io.partikey.engine.expression.Arithmetic;
import io.partikey.engine.expression.Cast;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.FunctionCatalog;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.expression.SetConstructor;
import io.partikey.engine.expression.TextFunction;
import io.partikey.engine.expression.TypeKind;
import io.partikey.engine.expression.ValueType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.item.NullValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.parser.ast.AggregateCallSyntax;
import io.partikey.parser.ast.ArithmeticSyntax;
import io.partikey.parser.ast.AstVisitor;
import io.partikey.parser.ast.BagLiteral;
import io.partikey.parser.ast.BetweenSyntax;
import io.partikey.parser.ast.BooleanLiteral;
import io.partikey.parser.ast.CaseExpression;
import io.partikey.parser.ast.CastSyntax;
import io.partikey.parser.ast.ComparisonSyntax;
import io.partikey.parser.ast.Concatenation;
import io.partikey.parser.ast.Exists;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FunctionCallSyntax;
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
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.NotSyntax;
import io.partikey.parser.ast.NullLiteral;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.ParameterSyntax;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.Signed;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.parser.ast.TupleLiteral;
import io.partikey.parser.ast.Variable;
import io.partikey.parser.ast.WhenClause;
import io.partikey.parser.format.PartiqlFormatter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions straight from the syntax tree; empty stands for MISSING. Comparisons, logic
 * and everything about NULL and MISSING is written down here once more; only arithmetic, CAST and
 * functions of values are the engine's.
 */
final class ReferenceExpressions implements AstVisitor<Optional<AttributeValue>, Frame> {
  private static final Set<String> PARTS_OF_DATES = Set.of("YEAR", "MONTH", "DAY");

  private final List<AttributeValue> parameters;
  private final BiFunction<QuerySyntax, Frame, List<Optional<AttributeValue>>> queries;

  /**
   * An evaluation.
   *
   * @param queries the rows of a query inside a frame
   */
  ReferenceExpressions(
      List<AttributeValue> parameters,
      BiFunction<QuerySyntax, Frame, List<Optional<AttributeValue>>> queries) {
    this.parameters = List.copyOf(parameters);
    this.queries = queries;
  }

  Optional<AttributeValue> value(ExpressionSyntax expression, Frame frame) {
    if (frame.group() != null) {
      String text = PartiqlFormatter.format(expression);
      if (frame.keys().containsKey(text)) {
        return Objects.requireNonNull(frame.keys().get(text));
      }
    }
    return expression.accept(this, frame);
  }

  boolean isTrue(ExpressionSyntax condition, Frame frame) {
    return value(condition, frame).equals(Optional.of(BooleanValue.TRUE));
  }

  private static Optional<AttributeValue> of(boolean condition) {
    return Optional.of(BooleanValue.of(condition));
  }

  @Override
  public Optional<AttributeValue> visitNode(Node node, Frame frame) {
    throw new IllegalStateException("the reference interpreter does not know " + node);
  }

  @Override
  public Optional<AttributeValue> visitStringLiteral(StringLiteral node, Frame frame) {
    return Optional.of(new StringValue(node.value()));
  }

  @Override
  public Optional<AttributeValue> visitNumberLiteral(NumberLiteral node, Frame frame) {
    return Optional.of(new NumberValue(new BigDecimal(node.text())));
  }

  @Override
  public Optional<AttributeValue> visitBooleanLiteral(BooleanLiteral node, Frame frame) {
    return of(node.value());
  }

  @Override
  public Optional<AttributeValue> visitNullLiteral(NullLiteral node, Frame frame) {
    return Optional.of(NullValue.NULL);
  }

  @Override
  public Optional<AttributeValue> visitMissingLiteral(MissingLiteral node, Frame frame) {
    return Optional.empty();
  }

  @Override
  public Optional<AttributeValue> visitParameter(ParameterSyntax node, Frame frame) {
    return Optional.of(parameters.get(node.ordinal() - 1));
  }

  @Override
  public Optional<AttributeValue> visitVariable(Variable node, Frame frame) {
    return frame.value(node.name().value());
  }

  @Override
  public Optional<AttributeValue> visitPathExpression(PathExpression node, Frame frame) {
    return ReferencePaths.follow(value(node.root(), frame), node.steps(), key -> value(key, frame));
  }

  @Override
  public Optional<AttributeValue> visitListLiteral(ListLiteral node, Frame frame) {
    return Optional.of(new ListValue(present(node.elements(), frame)));
  }

  @Override
  public Optional<AttributeValue> visitBagLiteral(BagLiteral node, Frame frame) {
    return Optional.of(SetConstructor.setOf(present(node.elements(), frame)));
  }

  private List<AttributeValue> present(List<ExpressionSyntax> expressions, Frame frame) {
    return expressions.stream().flatMap(each -> value(each, frame).stream()).toList();
  }

  @Override
  public Optional<AttributeValue> visitTupleLiteral(TupleLiteral node, Frame frame) {
    Map<String, AttributeValue> members = new LinkedHashMap<>();
    node.fields()
        .forEach(
            field ->
                value(field.value(), frame)
                    .ifPresent(value -> members.put(field.name().value(), value)));
    return Optional.of(new MapValue(members));
  }

  @Override
  public Optional<AttributeValue> visitArithmetic(ArithmeticSyntax node, Frame frame) {
    Arithmetic.Operator operator =
        switch (node.operator()) {
          case ADD -> Arithmetic.Operator.ADD;
          case SUBTRACT -> Arithmetic.Operator.SUBTRACT;
          case MULTIPLY -> Arithmetic.Operator.MULTIPLY;
          case DIVIDE -> Arithmetic.Operator.DIVIDE;
          case REMAINDER -> Arithmetic.Operator.MODULO;
        };
    return evaluated(
        new Arithmetic(
            operator,
            literal(value(node.left(), frame)),
            literal(value(node.right(), frame)),
            false));
  }

  private static Expression literal(Optional<AttributeValue> value) {
    return new Literal(value.orElse(null));
  }

  private static Optional<AttributeValue> evaluated(Expression constant) {
    return Optional.ofNullable(constant.evaluate(Environment.of(Parameters.NONE)));
  }

  @Override
  public Optional<AttributeValue> visitSigned(Signed node, Frame frame) {
    return evaluated(
        new Arithmetic(
            Arithmetic.Operator.SUBTRACT,
            new Literal(NumberValue.of(0)),
            literal(value(node.operand(), frame)),
            false));
  }

  @Override
  public Optional<AttributeValue> visitCast(CastSyntax node, Frame frame) {
    ValueType type =
        new ValueType(TypeKind.find(node.type().name()).orElseThrow(), node.type().arguments());
    return evaluated(new Cast(literal(value(node.value(), frame)), type));
  }

  @Override
  public Optional<AttributeValue> visitConcatenation(Concatenation node, Frame frame) {
    List<@Nullable AttributeValue> operands = new ArrayList<>();
    operands.add(value(node.left(), frame).orElse(null));
    operands.add(value(node.right(), frame).orElse(null));
    return Optional.ofNullable(TextFunction.CONCAT.apply(operands));
  }

  @Override
  public Optional<AttributeValue> visitFunctionCall(FunctionCallSyntax node, Frame frame) {
    List<@Nullable AttributeValue> arguments = new ArrayList<>();
    for (ExpressionSyntax argument : node.arguments()) {
      if (argument instanceof Variable part && PARTS_OF_DATES.contains(part.name().value())) {
        arguments.add(new StringValue(part.name().value()));
      } else if (argument instanceof InCollection in && node.arguments().size() == 1) {
        arguments.add(value(in.value(), frame).orElse(null));
        arguments.add(value(in.collection(), frame).orElse(null));
      } else {
        arguments.add(value(argument, frame).orElse(null));
      }
    }
    return Optional.ofNullable(
        FunctionCatalog.resolve(node.lowerCaseName(), arguments.size()).apply(arguments));
  }

  @Override
  public Optional<AttributeValue> visitLogical(LogicalSyntax node, Frame frame) {
    Stream<ExpressionSyntax> operands = node.operands().stream();
    return of(
        node.operator() == LogicalSyntax.Operator.AND
            ? operands.allMatch(each -> isTrue(each, frame))
            : operands.anyMatch(each -> isTrue(each, frame)));
  }

  @Override
  public Optional<AttributeValue> visitNot(NotSyntax node, Frame frame) {
    return of(!isTrue(node.operand(), frame));
  }

  @Override
  public Optional<AttributeValue> visitComparison(ComparisonSyntax node, Frame frame) {
    Optional<AttributeValue> left = value(node.left(), frame);
    Optional<AttributeValue> right = value(node.right(), frame);
    return of(
        switch (node.operator()) {
          case EQUAL -> equal(left, right);
          case NOT_EQUAL -> !equal(left, right);
          case LESS -> ordered(left, right) && order(left, right) < 0;
          case LESS_OR_EQUAL -> ordered(left, right) && order(left, right) <= 0;
          case GREATER -> ordered(left, right) && order(left, right) > 0;
          case GREATER_OR_EQUAL -> ordered(left, right) && order(left, right) >= 0;
        });
  }

  static boolean equal(Optional<AttributeValue> left, Optional<AttributeValue> right) {
    return left.isPresent() && left.equals(right);
  }

  private static boolean ordered(Optional<AttributeValue> left, Optional<AttributeValue> right) {
    return left.isPresent()
        && right.isPresent()
        && left.get().type() == right.get().type()
        && left.get().type().isKeyType();
  }

  private static int order(Optional<AttributeValue> left, Optional<AttributeValue> right) {
    return ReferenceOrder.INSTANCE.compare(left.orElseThrow(), right.orElseThrow());
  }

  @Override
  public Optional<AttributeValue> visitBetween(BetweenSyntax node, Frame frame) {
    Optional<AttributeValue> value = value(node.value(), frame);
    Optional<AttributeValue> lower = value(node.lower(), frame);
    Optional<AttributeValue> upper = value(node.upper(), frame);
    boolean within =
        ordered(value, lower)
            && ordered(value, upper)
            && order(value, lower) >= 0
            && order(value, upper) <= 0;
    return of(within != node.negated());
  }

  @Override
  public Optional<AttributeValue> visitInList(InListSyntax node, Frame frame) {
    Optional<AttributeValue> value = value(node.value(), frame);
    boolean found = node.elements().stream().anyMatch(each -> equal(value, value(each, frame)));
    return of(found != node.negated());
  }

  @Override
  public Optional<AttributeValue> visitInCollection(InCollection node, Frame frame) {
    Optional<AttributeValue> value = value(node.value(), frame);
    Optional<AttributeValue> collection = value(node.collection(), frame);
    boolean found =
        collection.isPresent()
            && !(collection.get() instanceof MapValue)
            && ReferenceOrder.elements(collection.get()).stream()
                .anyMatch(each -> equal(value, Optional.of(each)));
    return of(found != node.negated());
  }

  @Override
  public Optional<AttributeValue> visitInQuery(InQuery node, Frame frame) {
    Optional<AttributeValue> value = value(node.value(), frame);
    boolean found =
        queries.apply(node.query(), frame).stream()
            .map(ReferenceExpressions::onlyColumn)
            .anyMatch(each -> equal(value, each));
    return of(found != node.negated());
  }

  private static Optional<AttributeValue> onlyColumn(Optional<AttributeValue> row) {
    return row.flatMap(value -> ((MapValue) value).members().values().stream().findFirst());
  }

  @Override
  public Optional<AttributeValue> visitExists(Exists node, Frame frame) {
    return of(!queries.apply(node.query(), frame).isEmpty());
  }

  @Override
  public Optional<AttributeValue> visitLike(LikeSyntax node, Frame frame) {
    Optional<Integer> escape =
        node.escape() == null
            ? Optional.empty()
            : value(node.escape(), frame).map(each -> ((StringValue) each).text().codePointAt(0));
    boolean matches =
        ReferencePatterns.matches(value(node.value(), frame), value(node.pattern(), frame), escape);
    return of(matches != node.negated());
  }

  @Override
  public Optional<AttributeValue> visitIsNull(IsNull node, Frame frame) {
    boolean isNull = value(node.value(), frame).orElse(NullValue.NULL) == NullValue.NULL;
    return of(isNull != node.negated());
  }

  @Override
  public Optional<AttributeValue> visitIsMissing(IsMissing node, Frame frame) {
    return of(value(node.value(), frame).isEmpty() != node.negated());
  }

  @Override
  public Optional<AttributeValue> visitIsType(IsType node, Frame frame) {
    TypeKind kind = TypeKind.find(node.type().name()).orElseThrow();
    return of(value(node.value(), frame).filter(kind::includes).isPresent() != node.negated());
  }

  @Override
  public Optional<AttributeValue> visitCaseExpression(CaseExpression node, Frame frame) {
    for (WhenClause when : node.whens()) {
      boolean holds =
          node.operand() == null
              ? isTrue(when.condition(), frame)
              : equal(value(node.operand(), frame), value(when.condition(), frame));
      if (holds) {
        return value(when.result(), frame);
      }
    }
    return node.otherwise() == null ? Optional.of(NullValue.NULL) : value(node.otherwise(), frame);
  }

  @Override
  public Optional<AttributeValue> visitAggregateCall(AggregateCallSyntax node, Frame frame) {
    return Optional.of(ReferenceAggregates.of(node, frame, this));
  }
}
