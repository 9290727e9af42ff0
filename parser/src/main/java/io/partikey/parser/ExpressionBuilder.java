package io.partikey.parser;

import io.partikey.grammar.PartiqlBaseBaseVisitor;
import io.partikey.grammar.PartiqlBaseLexer;
import io.partikey.grammar.PartiqlBaseParser;
import io.partikey.parser.ast.Arithmetic;
import io.partikey.parser.ast.Between;
import io.partikey.parser.ast.Comparison;
import io.partikey.parser.ast.Concatenation;
import io.partikey.parser.ast.Expression;
import io.partikey.parser.ast.InCollection;
import io.partikey.parser.ast.InList;
import io.partikey.parser.ast.InQuery;
import io.partikey.parser.ast.IsMissing;
import io.partikey.parser.ast.IsNull;
import io.partikey.parser.ast.IsType;
import io.partikey.parser.ast.Like;
import io.partikey.parser.ast.Logical;
import io.partikey.parser.ast.Not;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.Signed;
import io.partikey.parser.ast.SourceSpan;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Builds operators and predicates; what they are made of comes from {@link PrimaryBuilder}. */
final class ExpressionBuilder extends PartiqlBaseBaseVisitor<Expression> {
  /** How deep a tree may be, so that whoever walks it needs no more than an ordinary stack. */
  private static final int MAXIMUM_DEPTH = 500;

  private final ParseContext context;
  private final NameBuilder names;
  private final PrimaryBuilder primaries;
  private final QueryBuilder queries;
  private int depth;

  ExpressionBuilder(ParseContext context, NameBuilder names, QueryBuilder queries) {
    this.context = context;
    this.names = names;
    this.queries = queries;
    this.primaries = new PrimaryBuilder(context, names, this, queries);
  }

  PrimaryBuilder primaries() {
    return primaries;
  }

  /** Builds any rule of the expression ladder, one level further down. */
  Expression build(ParserRuleContext rule) {
    if (depth == MAXIMUM_DEPTH) {
      throw context.error(
          rule.getStart(),
          "the expression is nested too deep; at most %d levels are read".formatted(MAXIMUM_DEPTH));
    }
    depth++;
    try {
      return rule.accept(this);
    } finally {
      depth--;
    }
  }

  @Nullable Expression buildOptional(@Nullable ParserRuleContext rule) {
    return rule == null ? null : build(rule);
  }

  List<Expression> buildAll(List<? extends ParserRuleContext> rules) {
    return rules.stream().map(this::build).toList();
  }

  @Override
  public Expression visitExpression(PartiqlBaseParser.ExpressionContext rule) {
    if (rule.conjunction().size() == 1) {
      return visitConjunction(rule.conjunction(0));
    }
    return new Logical(Logical.Operator.OR, buildAll(rule.conjunction()), context.span(rule));
  }

  @Override
  public Expression visitConjunction(PartiqlBaseParser.ConjunctionContext rule) {
    if (rule.negation().size() == 1) {
      return rule.negation(0).accept(this);
    }
    return new Logical(Logical.Operator.AND, buildAll(rule.negation()), context.span(rule));
  }

  @Override
  public Expression visitNot(PartiqlBaseParser.NotContext rule) {
    return new Not(build(rule.negation()), context.span(rule));
  }

  @Override
  public Expression visitComparison(PartiqlBaseParser.ComparisonContext rule) {
    Token operator = rule.comparisonOperator().getStart();
    return new Comparison(
        comparisonOperator(operator),
        build(rule.left),
        build(rule.right),
        context.span(operator),
        context.span(rule));
  }

  private static Comparison.Operator comparisonOperator(Token token) {
    return switch (token.getType()) {
      case PartiqlBaseLexer.EQUAL -> Comparison.Operator.EQUAL;
      case PartiqlBaseLexer.NOT_EQUAL, PartiqlBaseLexer.NOT_EQUAL_C ->
          Comparison.Operator.NOT_EQUAL;
      case PartiqlBaseLexer.LESS -> Comparison.Operator.LESS;
      case PartiqlBaseLexer.LESS_OR_EQUAL -> Comparison.Operator.LESS_OR_EQUAL;
      case PartiqlBaseLexer.GREATER -> Comparison.Operator.GREATER;
      case PartiqlBaseLexer.GREATER_OR_EQUAL -> Comparison.Operator.GREATER_OR_EQUAL;
      default -> throw new IllegalArgumentException("not a comparison: " + token);
    };
  }

  @Override
  public Expression visitBetween(PartiqlBaseParser.BetweenContext rule) {
    return new Between(
        rule.NOT() != null,
        build(rule.value),
        build(rule.lower),
        build(rule.upper),
        context.span(rule));
  }

  @Override
  public Expression visitIn(PartiqlBaseParser.InContext rule) {
    boolean negated = rule.NOT() != null;
    Expression value = build(rule.value);
    SourceSpan span = context.span(rule);
    PartiqlBaseParser.@Nullable AtomContext atom = Shapes.atom(rule.collectionExpression);
    if (atom instanceof PartiqlBaseParser.ParenthesizedContext round) {
      return new InList(negated, value, InList.Brackets.ROUND, buildAll(round.expression()), span);
    }
    if (atom instanceof PartiqlBaseParser.PlainListContext square) {
      List<Expression> elements = buildAll(square.list().expression());
      return new InList(negated, value, InList.Brackets.SQUARE, elements, span);
    }
    if (atom instanceof PartiqlBaseParser.ScalarQueryContext query) {
      return new InQuery(negated, value, queries.subquery(query.subquery()), span);
    }
    return new InCollection(negated, value, build(rule.collectionExpression), span);
  }

  @Override
  public Expression visitLike(PartiqlBaseParser.LikeContext rule) {
    return new Like(
        rule.NOT() != null,
        build(rule.value),
        build(rule.pattern),
        buildOptional(rule.escape),
        context.span(rule));
  }

  @Override
  public Expression visitIsNull(PartiqlBaseParser.IsNullContext rule) {
    return new IsNull(rule.NOT() != null, build(rule.value), context.span(rule));
  }

  @Override
  public Expression visitIsMissing(PartiqlBaseParser.IsMissingContext rule) {
    return new IsMissing(rule.NOT() != null, build(rule.value), context.span(rule));
  }

  @Override
  public Expression visitIsType(PartiqlBaseParser.IsTypeContext rule) {
    return new IsType(
        rule.NOT() != null, build(rule.value), names.dataType(rule.dataType()), context.span(rule));
  }

  @Override
  public Expression visitSigned(PartiqlBaseParser.SignedContext rule) {
    Expression operand = build(rule.valueExpression());
    boolean minus = rule.sign.getType() == PartiqlBaseLexer.MINUS;
    SourceSpan span = context.span(rule);
    if (operand instanceof NumberLiteral number) {
      return new NumberLiteral(minus ? negate(number.text()) : number.text(), span);
    }
    return new Signed(minus ? Signed.Sign.MINUS : Signed.Sign.PLUS, operand, span);
  }

  private static String negate(String number) {
    return number.startsWith("-") ? number.substring(1) : "-" + number;
  }

  @Override
  public Expression visitArithmetic(PartiqlBaseParser.ArithmeticContext rule) {
    return new Arithmetic(
        arithmeticOperator(rule.operator),
        build(rule.left),
        build(rule.right),
        context.span(rule.operator),
        context.span(rule));
  }

  private static Arithmetic.Operator arithmeticOperator(Token token) {
    return switch (token.getType()) {
      case PartiqlBaseLexer.PLUS -> Arithmetic.Operator.ADD;
      case PartiqlBaseLexer.MINUS -> Arithmetic.Operator.SUBTRACT;
      case PartiqlBaseLexer.ASTERISK -> Arithmetic.Operator.MULTIPLY;
      case PartiqlBaseLexer.SLASH -> Arithmetic.Operator.DIVIDE;
      case PartiqlBaseLexer.PERCENT -> Arithmetic.Operator.REMAINDER;
      default -> throw new IllegalArgumentException("not an arithmetic operator: " + token);
    };
  }

  @Override
  public Expression visitConcatenation(PartiqlBaseParser.ConcatenationContext rule) {
    return new Concatenation(
        build(rule.left), build(rule.right), context.span(rule.operator), context.span(rule));
  }

  @Override
  public Expression visitPrimaryExpression(PartiqlBaseParser.PrimaryExpressionContext rule) {
    return primaries.primary(rule);
  }
}
