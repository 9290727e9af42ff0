package io.partikey.parser;

import io.partikey.grammar.PartiqlBaseBaseVisitor;
import io.partikey.grammar.PartiqlBaseParser;
import io.partikey.parser.ast.BagLiteral;
import io.partikey.parser.ast.BooleanLiteral;
import io.partikey.parser.ast.CaseExpression;
import io.partikey.parser.ast.CastSyntax;
import io.partikey.parser.ast.Exists;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.ListLiteral;
import io.partikey.parser.ast.MissingLiteral;
import io.partikey.parser.ast.NullLiteral;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.ParameterSyntax;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.PathStepSyntax;
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
final class PrimaryBuilder extends PartiqlBaseBaseVisitor<ExpressionSyntax> {
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

  ExpressionSyntax primary(PartiqlBaseParser.PrimaryExpressionContext rule) {
    return path(rule.atom().accept(this), rule.pathStep(), rule);
  }

  /** A relation's name or collection. */
  ExpressionSyntax collection(PartiqlBaseParser.CollectionContext rule) {
    return path(rule.getChild(0).accept(this), rule.pathStep(), rule);
  }

  /** The target of an assignment or a removal. */
  ExpressionSyntax path(PartiqlBaseParser.PathContext rule) {
    return path(visitVariable(rule.variable()), rule.pathStep(), rule);
  }

  private ExpressionSyntax path(
      ExpressionSyntax root,
      List<PartiqlBaseParser.PathStepContext> steps,
      ParserRuleContext rule) {
    if (steps.isEmpty()) {
      return root;
    }
    return new PathExpression(root, steps.stream().map(this::step).toList(), context.span(rule));
  }

  private PathStepSyntax step(PartiqlBaseParser.PathStepContext rule) {
    SourceSpan span = context.span(rule);
    if (rule instanceof PartiqlBaseParser.AttributeStepContext attribute) {
      return new PathStepSyntax.Attribute(names.identifier(attribute.identifier()), span);
    }
    if (rule instanceof PartiqlBaseParser.SubscriptStepContext subscript) {
      return new PathStepSyntax.Subscript(expressions.build(subscript.expression()), span);
    }
    if (rule instanceof PartiqlBaseParser.AllElementsStepContext) {
      return new PathStepSyntax.AllElements(span);
    }
    return new PathStepSyntax.AllAttributes(span);
  }

  StringLiteral string(PartiqlBaseParser.StringContext rule) {
    String text = rule.getText();
    String value = text.substring(1, text.length() - 1).replace("''", "'");
    return new StringLiteral(value, context.span(rule));
  }

  @Override
  public ExpressionSyntax visitVariable(PartiqlBaseParser.VariableContext rule) {
    return new Variable(names.identifier(rule.identifier()), context.span(rule));
  }

  @Override
  public ExpressionSyntax visitString(PartiqlBaseParser.StringContext rule) {
    return string(rule);
  }

  @Override
  public ExpressionSyntax visitNumber(PartiqlBaseParser.NumberContext rule) {
    return new NumberLiteral(rule.getText(), context.span(rule));
  }

  @Override
  public ExpressionSyntax visitNullLiteral(PartiqlBaseParser.NullLiteralContext rule) {
    return new NullLiteral(context.span(rule));
  }

  @Override
  public ExpressionSyntax visitMissingLiteral(PartiqlBaseParser.MissingLiteralContext rule) {
    return new MissingLiteral(context.span(rule));
  }

  @Override
  public ExpressionSyntax visitBooleanLiteral(PartiqlBaseParser.BooleanLiteralContext rule) {
    return new BooleanLiteral(rule.TRUE() != null, context.span(rule));
  }

  @Override
  public ExpressionSyntax visitParameter(PartiqlBaseParser.ParameterContext rule) {
    return new ParameterSyntax(context.parameterOrdinal(rule.getStart()), context.span(rule));
  }

  @Override
  public ExpressionSyntax visitList(PartiqlBaseParser.ListContext rule) {
    return new ListLiteral(expressions.buildAll(rule.expression()), context.span(rule));
  }

  @Override
  public ExpressionSyntax visitBag(PartiqlBaseParser.BagContext rule) {
    return new BagLiteral(expressions.buildAll(rule.expression()), context.span(rule));
  }

  @Override
  public ExpressionSyntax visitTupleLiteral(PartiqlBaseParser.TupleLiteralContext rule) {
    List<TupleField> fields = rule.tupleField().stream().map(this::field).toList();
    return new TupleLiteral(fields, context.span(rule));
  }

  private TupleField field(PartiqlBaseParser.TupleFieldContext rule) {
    return new TupleField(
        string(rule.string()), expressions.build(rule.expression()), context.span(rule));
  }

  @Override
  public ExpressionSyntax visitParenthesized(PartiqlBaseParser.ParenthesizedContext rule) {
    List<ExpressionSyntax> inner = expressions.buildAll(rule.expression());
    return inner.size() == 1 ? inner.get(0) : new ListLiteral(inner, context.span(rule));
  }

  @Override
  public ExpressionSyntax visitScalarQuery(PartiqlBaseParser.ScalarQueryContext rule) {
    return new ScalarQuery(queries.subquery(rule.subquery()), context.span(rule));
  }

  @Override
  public ExpressionSyntax visitExists(PartiqlBaseParser.ExistsContext rule) {
    return new Exists(queries.subquery(rule.subquery()), context.span(rule));
  }

  @Override
  public ExpressionSyntax visitCast(PartiqlBaseParser.CastContext rule) {
    return new CastSyntax(
        expressions.build(rule.expression()), names.dataType(rule.dataType()), context.span(rule));
  }

  @Override
  public ExpressionSyntax visitCaseExpression(PartiqlBaseParser.CaseExpressionContext rule) {
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
  public ExpressionSyntax visitCurrentMoment(PartiqlBaseParser.CurrentMomentContext rule) {
    return calls.currentMoment(rule);
  }

  @Override
  public ExpressionSyntax visitExtract(PartiqlBaseParser.ExtractContext rule) {
    return calls.extract(rule);
  }

  @Override
  public ExpressionSyntax visitSubstring(PartiqlBaseParser.SubstringContext rule) {
    return calls.substring(rule);
  }

  @Override
  public ExpressionSyntax visitTrim(PartiqlBaseParser.TrimContext rule) {
    return calls.trim(rule);
  }

  @Override
  public ExpressionSyntax visitStarCall(PartiqlBaseParser.StarCallContext rule) {
    return calls.starCall(rule);
  }

  @Override
  public ExpressionSyntax visitCall(PartiqlBaseParser.CallContext rule) {
    return calls.call(rule);
  }
}
