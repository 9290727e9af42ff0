package io.partikey.planner.dynamodb.mistake;

import io.partikey.parser.ast.AggregateCallSyntax;
import io.partikey.parser.ast.ArithmeticSyntax;
import io.partikey.parser.ast.AstVisitor;
import io.partikey.parser.ast.BagLiteral;
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
import io.partikey.parser.ast.ListLiteral;
import io.partikey.parser.ast.LogicalSyntax;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.NotSyntax;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.ScalarQuery;
import io.partikey.parser.ast.Signed;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.TupleLiteral;

/**
 * Where DynamoDB says that an expression is: at its one token, at its operator, at the name of its
 * function, at its opening bracket.
 */
public final class Places implements AstVisitor<SourceSpan, String> {
  private static final Places SPANS = new Places();

  private Places() {}

  /** The place of an expression in a text. */
  public static SourceSpan of(ExpressionSyntax expression, String text) {
    return expression.accept(SPANS, text);
  }

  @Override
  public SourceSpan visitNode(Node node, String text) {
    return node.span();
  }

  @Override
  public SourceSpan visitPathExpression(PathExpression node, String text) {
    return node.root().accept(this, text);
  }

  @Override
  public SourceSpan visitArithmetic(ArithmeticSyntax node, String text) {
    return node.operatorSpan();
  }

  @Override
  public SourceSpan visitConcatenation(Concatenation node, String text) {
    return node.operatorSpan();
  }

  @Override
  public SourceSpan visitComparison(ComparisonSyntax node, String text) {
    return node.operatorSpan();
  }

  @Override
  public SourceSpan visitFunctionCall(FunctionCallSyntax node, String text) {
    return node.name().span();
  }

  @Override
  public SourceSpan visitAggregateCall(AggregateCallSyntax node, String text) {
    return first(node, node.function().name().length());
  }

  @Override
  public SourceSpan visitSigned(Signed node, String text) {
    return first(node, 1);
  }

  @Override
  public SourceSpan visitNot(NotSyntax node, String text) {
    return first(node, 3);
  }

  @Override
  public SourceSpan visitCaseExpression(CaseExpression node, String text) {
    return first(node, 4);
  }

  @Override
  public SourceSpan visitCast(CastSyntax node, String text) {
    return first(node, 4);
  }

  @Override
  public SourceSpan visitListLiteral(ListLiteral node, String text) {
    return first(node, 1);
  }

  @Override
  public SourceSpan visitBagLiteral(BagLiteral node, String text) {
    return first(node, 2);
  }

  @Override
  public SourceSpan visitTupleLiteral(TupleLiteral node, String text) {
    return first(node, 1);
  }

  @Override
  public SourceSpan visitScalarQuery(ScalarQuery node, String text) {
    return select(node.query().span());
  }

  @Override
  public SourceSpan visitExists(Exists node, String text) {
    return select(node.query().span());
  }

  @Override
  public SourceSpan visitLogical(LogicalSyntax node, String text) {
    return word(node.operands().get(0), node.operator().name(), text);
  }

  @Override
  public SourceSpan visitBetween(BetweenSyntax node, String text) {
    return word(node.value(), "BETWEEN", text);
  }

  @Override
  public SourceSpan visitInList(InListSyntax node, String text) {
    return word(node.value(), "IN", text);
  }

  @Override
  public SourceSpan visitInCollection(InCollection node, String text) {
    return word(node.value(), "IN", text);
  }

  @Override
  public SourceSpan visitInQuery(InQuery node, String text) {
    return word(node.value(), "IN", text);
  }

  @Override
  public SourceSpan visitLike(LikeSyntax node, String text) {
    return word(node.value(), "LIKE", text);
  }

  @Override
  public SourceSpan visitIsNull(IsNull node, String text) {
    return word(node.value(), "IS", text);
  }

  @Override
  public SourceSpan visitIsMissing(IsMissing node, String text) {
    return word(node.value(), "IS", text);
  }

  @Override
  public SourceSpan visitIsType(IsType node, String text) {
    return word(node.value(), "IS", text);
  }

  private static SourceSpan first(Node node, int length) {
    SourceSpan span = node.span();
    return new SourceSpan(span.line(), span.column(), span.start(), span.start() + length);
  }

  private static SourceSpan select(SourceSpan query) {
    int length = Math.min("SELECT".length(), query.length());
    return new SourceSpan(query.line(), query.column(), query.start(), query.start() + length);
  }

  // The next time that the word stands behind the operand; the operand's own if it does not.
  private static SourceSpan word(ExpressionSyntax operand, String word, String text) {
    int from = operand.span().end();
    for (int at = from; at + word.length() <= text.length(); at++) {
      if (text.regionMatches(true, at, word, 0, word.length())) {
        return at(operand.span(), at, word.length(), text);
      }
    }
    return operand.span();
  }

  private static SourceSpan at(SourceSpan before, int start, int length, String text) {
    int line = before.line();
    int column = before.column();
    for (int i = before.start(); i < start; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
        column = 1;
      } else if (!Character.isLowSurrogate(c)) {
        column++;
      }
    }
    return new SourceSpan(line, column, start, start + length);
  }
}
