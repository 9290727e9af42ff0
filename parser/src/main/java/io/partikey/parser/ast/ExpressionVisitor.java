package io.partikey.parser.ast;

/**
 * The methods of {@link AstVisitor} for expressions and their parts.
 *
 * @param <R> what a visit answers
 * @param <C> what is handed down
 */
public sealed interface ExpressionVisitor<R, C> permits AstVisitor {

  /** The fallback of every method. */
  R visitNode(Node node, C context);

  /** The fallback of every expression. */
  default R visitExpression(Expression node, C context) {
    return visitNode(node, context);
  }

  /** The fallback of every literal without parts. */
  default R visitLiteral(Literal node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link Logical}. */
  default R visitLogical(Logical node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link Not}. */
  default R visitNot(Not node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link Comparison}. */
  default R visitComparison(Comparison node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link Between}. */
  default R visitBetween(Between node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link InList}. */
  default R visitInList(InList node, C context) {
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

  /** Visits {@link Like}. */
  default R visitLike(Like node, C context) {
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

  /** Visits {@link Arithmetic}. */
  default R visitArithmetic(Arithmetic node, C context) {
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

  /** Visits {@link FunctionCall}. */
  default R visitFunctionCall(FunctionCall node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link AggregateCall}. */
  default R visitAggregateCall(AggregateCall node, C context) {
    return visitExpression(node, context);
  }

  /** Visits {@link Cast}. */
  default R visitCast(Cast node, C context) {
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

  /** Visits {@link PathStep.Attribute}. */
  default R visitAttributeStep(PathStep.Attribute node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link PathStep.Subscript}. */
  default R visitSubscriptStep(PathStep.Subscript node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link PathStep.AllElements}. */
  default R visitAllElementsStep(PathStep.AllElements node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link PathStep.AllAttributes}. */
  default R visitAllAttributesStep(PathStep.AllAttributes node, C context) {
    return visitNode(node, context);
  }

  /** Visits {@link Parameter}. */
  default R visitParameter(Parameter node, C context) {
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
