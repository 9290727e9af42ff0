package io.partikey.parser;

import io.partikey.grammar.PartiqlBaseBaseVisitor;
import io.partikey.grammar.PartiqlBaseParser;
import io.partikey.parser.ast.BagLiteral;
import io.partikey.parser.ast.BooleanLiteral;
import io.partikey.parser.ast.CaseExpression;
import io.partikey.parser.ast.Cast;
import io.partikey.parser.ast.Exists;
import io.partikey.parser.ast.Expression;
import io.partikey.parser.ast.ListLiteral;
import io.partikey.parser.ast.MissingLiteral;
import io.partikey.parser.ast.NullLiteral;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.Parameter;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.PathStep;
import io.partikey.parser.ast.ScalarQuery;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.parser.ast.TupleField;
import io.partikey.parser.ast.TupleLiteral;
import io.partikey.parser.ast.Variable;
import io.partikey.parser.ast.WhenClause;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds literals, paths and everything else that operators combine. */
final class PrimaryBuilder extends PartiqlBaseBaseVisitor<Expression> {
  private final ParseContext context;
  private final NameBuilder names;
  private final ExpressionBuilder expressions;
  private final QueryBuilder queries;
  private final CallBuilder calls;

  PrimaryBuilder(
      ParseContext context,
      NameBuilder names,
      ExpressionBuilder expressions,
      QueryBuilder queries) {
    this.context = context;
    this.names = names;
    this.expressions = expressions;
    this.queries = queries;
    this.calls = new CallBuilder(context, names, expressions);
  }

  Expression primary(PartiqlBaseParser.PrimaryExpressionContext rule) {
    return path(rule.atom().accept(this), rule.pathStep(), rule);
  }

  /** A relation's name or collection. */
  Expression collection(PartiqlBaseParser.CollectionContext rule) {
    return path(rule.getChild(0).accept(this), rule.pathStep(), rule);
  }

  /** The target of an assignment or a removal. */
  Expression path(PartiqlBaseParser.PathContext rule) {
    return path(visitVariable(rule.variable()), rule.pathStep(), rule);
  }

  private Expression path(
      Expression root, List<PartiqlBaseParser.PathStepContext> steps, ParserRuleContext rule) {
    if (steps.isEmpty()) {
      return root;
    }
    return new PathExpression(root, steps.stream().map(this::step).toList(), context.span(rule));
  }

  private PathStep step(PartiqlBaseParser.PathStepContext rule) {
    SourceSpan span = context.span(rule);
    if (rule instanceof PartiqlBaseParser.AttributeStepContext attribute) {
      return new PathStep.Attribute(names.identifier(attribute.identifier()), span);
    }
    if (rule instanceof PartiqlBaseParser.SubscriptStepContext subscript) {
      return new PathStep.Subscript(expressions.build(subscript.expression()), span);
    }
    if (rule instanceof PartiqlBaseParser.AllElementsStepContext) {
      return new PathStep.AllElements(span);
    }
    return new PathStep.AllAttributes(span);
  }

  StringLiteral string(PartiqlBaseParser.StringContext rule) {
    String text = rule.getText();
    String value = text.substring(1, text.length() - 1).replace("''", "'");
    return new StringLiteral(value, context.span(rule));
  }

  @Override
  public Expression visitVariable(PartiqlBaseParser.VariableContext rule) {
    return new Variable(names.identifier(rule.identifier()), context.span(rule));
  }

  @Override
  public Expression visitString(PartiqlBaseParser.StringContext rule) {
    return string(rule);
  }

  @Override
  public Expression visitNumber(PartiqlBaseParser.NumberContext rule) {
    return new NumberLiteral(rule.getText(), context.span(rule));
  }

  @Override
  public Expression visitNullLiteral(PartiqlBaseParser.NullLiteralContext rule) {
    return new NullLiteral(context.span(rule));
  }

  @Override
  public Expression visitMissingLiteral(PartiqlBaseParser.MissingLiteralContext rule) {
    return new MissingLiteral(context.span(rule));
  }

  @Override
  public Expression visitBooleanLiteral(PartiqlBaseParser.BooleanLiteralContext rule) {
    return new BooleanLiteral(rule.TRUE() != null, context.span(rule));
  }

  @Override
  public Expression visitParameter(PartiqlBaseParser.ParameterContext rule) {
    return new Parameter(context.parameterOrdinal(rule.getStart()), context.span(rule));
  }

  @Override
  public Expression visitList(PartiqlBaseParser.ListContext rule) {
    return new ListLiteral(expressions.buildAll(rule.expression()), context.span(rule));
  }

  @Override
  public Expression visitBag(PartiqlBaseParser.BagContext rule) {
    return new BagLiteral(expressions.buildAll(rule.expression()), context.span(rule));
  }

  @Override
  public Expression visitTupleLiteral(PartiqlBaseParser.TupleLiteralContext rule) {
    List<TupleField> fields = rule.tupleField().stream().map(this::field).toList();
    return new TupleLiteral(fields, context.span(rule));
  }

  private TupleField field(PartiqlBaseParser.TupleFieldContext rule) {
    return new TupleField(
        string(rule.string()), expressions.build(rule.expression()), context.span(rule));
  }

  @Override
  public Expression visitParenthesized(PartiqlBaseParser.ParenthesizedContext rule) {
    List<Expression> inner = expressions.buildAll(rule.expression());
    return inner.size() == 1 ? inner.get(0) : new ListLiteral(inner, context.span(rule));
  }

  @Override
  public Expression visitScalarQuery(PartiqlBaseParser.ScalarQueryContext rule) {
    return new ScalarQuery(queries.subquery(rule.subquery()), context.span(rule));
  }

  @Override
  public Expression visitExists(PartiqlBaseParser.ExistsContext rule) {
    return new Exists(queries.subquery(rule.subquery()), context.span(rule));
  }

  @Override
  public Expression visitCast(PartiqlBaseParser.CastContext rule) {
    return new Cast(
        expressions.build(rule.expression()), names.dataType(rule.dataType()), context.span(rule));
  }

  @Override
  public Expression visitCaseExpression(PartiqlBaseParser.CaseExpressionContext rule) {
    return new CaseExpression(
        expressions.buildOptional(rule.operand),
        rule.whenClause().stream().map(this::when).toList(),
        expressions.buildOptional(rule.otherwise),
        context.span(rule));
  }

  private WhenClause when(PartiqlBaseParser.WhenClauseContext rule) {
    return new WhenClause(
        expressions.build(rule.condition), expressions.build(rule.result), context.span(rule));
  }

  @Override
  public Expression visitCurrentMoment(PartiqlBaseParser.CurrentMomentContext rule) {
    return calls.currentMoment(rule);
  }

  @Override
  public Expression visitExtract(PartiqlBaseParser.ExtractContext rule) {
    return calls.extract(rule);
  }

  @Override
  public Expression visitSubstring(PartiqlBaseParser.SubstringContext rule) {
    return calls.substring(rule);
  }

  @Override
  public Expression visitTrim(PartiqlBaseParser.TrimContext rule) {
    return calls.trim(rule);
  }

  @Override
  public Expression visitStarCall(PartiqlBaseParser.StarCallContext rule) {
    return calls.starCall(rule);
  }

  @Override
  public Expression visitCall(PartiqlBaseParser.CallContext rule) {
    return calls.call(rule);
  }
}
