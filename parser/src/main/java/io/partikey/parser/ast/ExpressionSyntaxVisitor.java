package io.partikey.parser.ast;

/**
 * The methods of {@link AstVisitor} for expressions and their parts.
 *
 * @param <R> what a visit answers
 * @param <C> what is handed down
 */
public sealed interface ExpressionSyntaxVisitor<R, C> permits AstVisitor {

  /** The fallback of every method. */
  R visitNode(Node node, C context);

  /** The fallback of every expression. */
  default R visitExpression(ExpressionSyntax node, C context) {
    return visitNode(node, context);
  }

  /** The fallback of every literal without parts. */
  default R visitLiteral(LiteralSyntax node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link LogicalSyntax}. */
  default R visitLogical(LogicalSyntax node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link NotSyntax}. */
  default R visitNot(NotSyntax node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link ComparisonSyntax}. */
  default R visitComparison(ComparisonSyntax node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link BetweenSyntax}. */
  default R visitBetween(BetweenSyntax node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link InListSyntax}. */
  default R visitInList(InListSyntax node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link InCollection}. */
  default R visitInCollection(InCollection node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link InQuery}. */
  default R visitInQuery(InQuery node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link LikeSyntax}. */
  default R visitLike(LikeSyntax node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link IsNull}. */
  default R visitIsNull(IsNull node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link IsMissing}. */
  default R visitIsMissing(IsMissing node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link IsType}. */
  default R visitIsType(IsType node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link Exists}. */
  default R visitExists(Exists node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link ScalarQuery}. */
  default R visitScalarQuery(ScalarQuery node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link ArithmeticSyntax}. */
  default R visitArithmetic(ArithmeticSyntax node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link Concatenation}. */
  default R visitConcatenation(Concatenation node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link Signed}. */
  default R visitSigned(Signed node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link FunctionCallSyntax}. */
  default R visitFunctionCall(FunctionCallSyntax node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link AggregateCallSyntax}. */
  default R visitAggregateCall(AggregateCallSyntax node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link CastSyntax}. */
  default R visitCast(CastSyntax node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link CaseExpression}. */
  default R visitCaseExpression(CaseExpression node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link WhenClause}. */
  default R visitWhenClause(WhenClause node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link Variable}. */
  default R visitVariable(Variable node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link PathExpression}. */
  default R visitPathExpression(PathExpression node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link PathStepSyntax.Attribute}. */
  default R visitAttributeStep(PathStepSyntax.Attribute node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link PathStepSyntax.Subscript}. */
  default R visitSubscriptStep(PathStepSyntax.Subscript node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link PathStepSyntax.AllElements}. */
  default R visitAllElementsStep(PathStepSyntax.AllElements node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link PathStepSyntax.AllAttributes}. */
  default R visitAllAttributesStep(PathStepSyntax.AllAttributes node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link ParameterSyntax}. */
  default R visitParameter(ParameterSyntax node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link ListLiteral}. */
  default R visitListLiteral(ListLiteral node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link BagLiteral}. */
  default R visitBagLiteral(BagLiteral node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link TupleLiteral}. */
  default R visitTupleLiteral(TupleLiteral node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link TupleField}. */
  default R visitTupleField(TupleField node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link NullLiteral}. */
  default R visitNullLiteral(NullLiteral node, C context) {
    return visitLiteral(node, context);
  }

  /** Visits {@link MissingLiteral}. */
  default R visitMissingLiteral(MissingLiteral node, C context) {
    return visitLiteral(node, context);
  }

  /** Visits {@link BooleanLiteral}. */
  default R visitBooleanLiteral(BooleanLiteral node, C context) {
    return visitLiteral(node, context);
  }

  /** Visits {@link StringLiteral}. */
  default R visitStringLiteral(StringLiteral node, C context) {
    return visitLiteral(node, context);
  }

  /** Visits {@link NumberLiteral}. */
  default R visitNumberLiteral(NumberLiteral node, C context) {
    return visitLiteral(node, context);
  }
}
