package io.partikey.parser;

import io.partikey.grammar.PartiqlBaseBaseVisitor;
import io.partikey.grammar.PartiqlBaseLexer;
import io.partikey.grammar.PartiqlBaseParser;
import io.partikey.parser.ast.ArithmeticSyntax;
import io.partikey.parser.ast.BetweenSyntax;
import io.partikey.parser.ast.ComparisonSyntax;
import io.partikey.parser.ast.Concatenation;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.InCollection;
import io.partikey.parser.ast.InListSyntax;
import io.partikey.parser.ast.InQuery;
import io.partikey.parser.ast.IsMissing;
import io.partikey.parser.ast.IsNull;
import io.partikey.parser.ast.IsType;
import io.partikey.parser.ast.LikeSyntax;
import io.partikey.parser.ast.LogicalSyntax;
import io.partikey.parser.ast.NotSyntax;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.Signed;
import io.partikey.parser.ast.SourceSpan;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Builds operators and predicates; what they are made of comes from {@link PrimaryBuilder}. */
final class ExpressionBuilder extends PartiqlBaseBaseVisitor<ExpressionSyntax> {
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
  ExpressionSyntax build(ParserRuleContext rule) {
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

  @Nullable ExpressionSyntax buildOptional(@Nullable ParserRuleContext rule) {
    return rule == null ? null : build(rule);
  }

  List<ExpressionSyntax> buildAll(List<? extends ParserRuleContext> rules) {
    return rules.stream().map(this::build).toList();
  }

  @Override
  public ExpressionSyntax visitExpression(PartiqlBaseParser.ExpressionContext rule) {
    if (rule.conjunction().size() == 1) {
      return visitConjunction(rule.conjunction(0));
    }
    return new LogicalSyntax(
        LogicalSyntax.Operator.OR, buildAll(rule.conjunction()), context.span(rule));
  }

  @Override
  public ExpressionSyntax visitConjunction(PartiqlBaseParser.ConjunctionContext rule) {
    if (rule.negation().size() == 1) {
      return rule.negation(0).accept(this);
    }
    return new LogicalSyntax(
        LogicalSyntax.Operator.AND, buildAll(rule.negation()), context.span(rule));
  }

  @Override
  public ExpressionSyntax visitNot(PartiqlBaseParser.NotContext rule) {
    return new NotSyntax(build(rule.negation()), context.span(rule));
  }

  @Override
  public ExpressionSyntax visitComparison(PartiqlBaseParser.ComparisonContext rule) {
    Token operator = rule.comparisonOperator().getStart();
    return new ComparisonSyntax(
        comparisonOperator(operator),
        build(rule.left),
        build(rule.right),
        context.span(operator),
        context.span(rule));
  }

  private static ComparisonSyntax.Operator comparisonOperator(Token token) {
    return switch (token.getType()) {
      case PartiqlBaseLexer.EQUAL -> ComparisonSyntax.Operator.EQUAL;
      case PartiqlBaseLexer.NOT_EQUAL, PartiqlBaseLexer.NOT_EQUAL_C ->
          ComparisonSyntax.Operator.NOT_EQUAL;
      case PartiqlBaseLexer.LESS -> ComparisonSyntax.Operator.LESS;
      case PartiqlBaseLexer.LESS_OR_EQUAL -> ComparisonSyntax.Operator.LESS_OR_EQUAL;
      case PartiqlBaseLexer.GREATER -> ComparisonSyntax.Operator.GREATER;
      case PartiqlBaseLexer.GREATER_OR_EQUAL -> ComparisonSyntax.Operator.GREATER_OR_EQUAL;
      default -> throw new IllegalArgumentException("not a comparison: " + token);
    };
  }

  @Override
  public ExpressionSyntax visitBetween(PartiqlBaseParser.BetweenContext rule) {
    return new BetweenSyntax(
        rule.NOT() != null,
        build(rule.value),
        build(rule.lower),
        build(rule.upper),
        context.span(rule));
  }

  @Override
  public ExpressionSyntax visitIn(PartiqlBaseParser.InContext rule) {
    boolean negated = rule.NOT() != null;
    ExpressionSyntax value = build(rule.value);
    SourceSpan span = context.span(rule);
    PartiqlBaseParser.@Nullable AtomContext atom = Shapes.atom(rule.collectionExpression);
    if (atom instanceof PartiqlBaseParser.ParenthesizedContext round) {
      return new InListSyntax(
          negated, value, InListSyntax.Brackets.ROUND, buildAll(round.expression()), span);
    }
    if (atom instanceof PartiqlBaseParser.PlainListContext square) {
      List<ExpressionSyntax> elements = buildAll(square.list().expression());
      return new InListSyntax(negated, value, InListSyntax.Brackets.SQUARE, elements, span);
    }
    if (atom instanceof PartiqlBaseParser.ScalarQueryContext query) {
      return new InQuery(negated, value, queries.subquery(query.subquery()), span);
    }
    return new InCollection(negated, value, build(rule.collectionExpression), span);
  }

  @Override
  public ExpressionSyntax visitLike(PartiqlBaseParser.LikeContext rule) {
    return new LikeSyntax(
        rule.NOT() != null,
        build(rule.value),
        build(rule.pattern),
        buildOptional(rule.escape),
        context.span(rule));
  }

  @Override
  public ExpressionSyntax visitIsNull(PartiqlBaseParser.IsNullContext rule) {
    return new IsNull(rule.NOT() != null, build(rule.value), context.span(rule));
  }

  @Override
  public ExpressionSyntax visitIsMissing(PartiqlBaseParser.IsMissingContext rule) {
    return new IsMissing(rule.NOT() != null, build(rule.value), context.span(rule));
  }

  @Override
  public ExpressionSyntax visitIsType(PartiqlBaseParser.IsTypeContext rule) {
    return new IsType(
        rule.NOT() != null, build(rule.value), names.dataType(rule.dataType()), context.span(rule));
  }

  @Override
  public ExpressionSyntax visitSigned(PartiqlBaseParser.SignedContext rule) {
    ExpressionSyntax operand = build(rule.valueExpression());
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
  public ExpressionSyntax visitArithmetic(PartiqlBaseParser.ArithmeticContext rule) {
    return new ArithmeticSyntax(
        arithmeticOperator(rule.operator),
        build(rule.left),
        build(rule.right),
        context.span(rule.operator),
        context.span(rule));
  }

  private static ArithmeticSyntax.Operator arithmeticOperator(Token token) {
    return switch (token.getType()) {
      case PartiqlBaseLexer.PLUS -> ArithmeticSyntax.Operator.ADD;
      case PartiqlBaseLexer.MINUS -> ArithmeticSyntax.Operator.SUBTRACT;
      case PartiqlBaseLexer.ASTERISK -> ArithmeticSyntax.Operator.MULTIPLY;
      case PartiqlBaseLexer.SLASH -> ArithmeticSyntax.Operator.DIVIDE;
      case PartiqlBaseLexer.PERCENT -> ArithmeticSyntax.Operator.REMAINDER;
      default -> throw new IllegalArgumentException("not an arithmetic operator: " + token);
    };
  }

  @Override
  public ExpressionSyntax visitConcatenation(PartiqlBaseParser.ConcatenationContext rule) {
    return new Concatenation(
        build(rule.left), build(rule.right), context.span(rule.operator), context.span(rule));
  }

  @Override
  public ExpressionSyntax visitPrimaryExpression(PartiqlBaseParser.PrimaryExpressionContext rule) {
    return primaries.primary(rule);
  }
}
