package io.partikey.parser.format;

import io.partikey.parser.ast.AggregateCallSyntax;
import io.partikey.parser.ast.ArithmeticSyntax;
import io.partikey.parser.ast.BetweenSyntax;
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
import io.partikey.parser.ast.LogicalSyntax;
import io.partikey.parser.ast.NotSyntax;
import io.partikey.parser.ast.ScalarQuery;
import io.partikey.parser.ast.Signed;
import io.partikey.parser.ast.WhenClause;

/** Writes operators, predicates and calls. */
abstract class ExpressionFormatter extends ValueFormatter {

  @Override
  public StringBuilder visitLogical(LogicalSyntax node, StringBuilder out) {
    Precedence operand = Precedence.of(node).tighter();
    String separator = " " + node.operator().name() + " ";
    String before = "";
    for (ExpressionSyntax expression : node.operands()) {
      operand(expression, operand, out.append(before));
      before = separator;
    }
    return out;
  }

  @Override
  public StringBuilder visitNot(NotSyntax node, StringBuilder out) {
    return operand(node.operand(), Precedence.NEGATION, out.append("NOT "));
  }

  @Override
  public StringBuilder visitComparison(ComparisonSyntax node, StringBuilder out) {
    operand(node.left(), Precedence.PREDICATE, out);
    out.append(' ').append(node.operator().symbol()).append(' ');
    return operand(node.right(), Precedence.CONCATENATION, out);
  }

  @Override
  public StringBuilder visitBetween(BetweenSyntax node, StringBuilder out) {
    predicate(node.value(), node.negated(), " BETWEEN ", out);
    operand(node.lower(), Precedence.CONCATENATION, out);
    return operand(node.upper(), Precedence.CONCATENATION, out.append(" AND "));
  }

  @Override
  public StringBuilder visitInList(InListSyntax node, StringBuilder out) {
    predicate(node.value(), node.negated(), " IN ", out);
    return switch (node.brackets()) {
      case SQUARE -> list("[", node.elements(), "]", out);
      case ROUND -> list("(", node.elements(), ")", out);
    };
  }

  @Override
  public StringBuilder visitInCollection(InCollection node, StringBuilder out) {
    predicate(node.value(), node.negated(), " IN ", out);
    return operand(node.collection(), Precedence.CONCATENATION, out);
  }

  @Override
  public StringBuilder visitInQuery(InQuery node, StringBuilder out) {
    predicate(node.value(), node.negated(), " IN ", out);
    return query(node.query(), out);
  }

  @Override
  public StringBuilder visitLike(LikeSyntax node, StringBuilder out) {
    predicate(node.value(), node.negated(), " LIKE ", out);
    operand(node.pattern(), Precedence.CONCATENATION, out);
    ExpressionSyntax escape = node.escape();
    if (escape != null) {
      operand(escape, Precedence.CONCATENATION, out.append(" ESCAPE "));
    }
    return out;
  }

  private StringBuilder predicate(
      ExpressionSyntax value, boolean negated, String word, StringBuilder out) {
    operand(value, Precedence.PREDICATE, out);
    return out.append(negated ? " NOT" : "").append(word);
  }

  @Override
  public StringBuilder visitIsNull(IsNull node, StringBuilder out) {
    return is(node.value(), node.negated(), out).append("NULL");
  }

  @Override
  public StringBuilder visitIsMissing(IsMissing node, StringBuilder out) {
    return is(node.value(), node.negated(), out).append("MISSING");
  }

  @Override
  public StringBuilder visitIsType(IsType node, StringBuilder out) {
    return visit(node.type(), is(node.value(), node.negated(), out));
  }

  private StringBuilder is(ExpressionSyntax value, boolean negated, StringBuilder out) {
    return operand(value, Precedence.PREDICATE, out).append(negated ? " IS NOT " : " IS ");
  }

  @Override
  public StringBuilder visitArithmetic(ArithmeticSyntax node, StringBuilder out) {
    Precedence precedence = Precedence.of(node);
    operand(node.left(), precedence, out);
    out.append(' ').append(node.operator().symbol()).append(' ');
    return operand(node.right(), precedence.tighter(), out);
  }

  @Override
  public StringBuilder visitConcatenation(Concatenation node, StringBuilder out) {
    operand(node.left(), Precedence.CONCATENATION, out);
    return operand(node.right(), Precedence.SUM, out.append(" || "));
  }

  @Override
  public StringBuilder visitSigned(Signed node, StringBuilder out) {
    out.append(node.sign() == Signed.Sign.MINUS ? '-' : '+');
    if (Precedence.of(node.operand()) == Precedence.SIGN) {
      out.append(' '); // Two hyphens would begin a comment.
    }
    return operand(node.operand(), Precedence.SIGN, out);
  }

  @Override
  public StringBuilder visitFunctionCall(FunctionCallSyntax node, StringBuilder out) {
    return list("(", node.arguments(), ")", visit(node.name(), out));
  }

  @Override
  public StringBuilder visitAggregateCall(AggregateCallSyntax node, StringBuilder out) {
    out.append(node.function()).append(node.distinct() ? "(DISTINCT " : "(");
    ExpressionSyntax argument = node.argument();
    if (argument == null) {
      out.append('*');
    } else {
      visit(argument, out);
    }
    out.append(')');
    ExpressionSyntax filter = node.filter();
    return filter == null ? out : visit(filter, out.append(" FILTER (WHERE ")).append(')');
  }

  @Override
  public StringBuilder visitCast(CastSyntax node, StringBuilder out) {
    visit(node.value(), out.append("CAST("));
    return visit(node.type(), out.append(" AS ")).append(')');
  }

  @Override
  public StringBuilder visitCaseExpression(CaseExpression node, StringBuilder out) {
    out.append("CASE");
    optional(" ", node.operand(), out);
    node.whens().forEach(when -> visit(when, out));
    return optional(" ELSE ", node.otherwise(), out).append(" END");
  }

  @Override
  public StringBuilder visitWhenClause(WhenClause node, StringBuilder out) {
    visit(node.condition(), out.append(" WHEN "));
    return visit(node.result(), out.append(" THEN "));
  }

  @Override
  public StringBuilder visitExists(Exists node, StringBuilder out) {
    return query(node.query(), out.append("EXISTS "));
  }

  @Override
  public StringBuilder visitScalarQuery(ScalarQuery node, StringBuilder out) {
    return query(node.query(), out);
  }
}
