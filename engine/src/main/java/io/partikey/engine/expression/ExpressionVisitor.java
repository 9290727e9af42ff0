package io.partikey.engine.expression;

/**
 * Something done with an expression by its kind; one method for each kind.
 *
 * @param <R> what comes of it
 */
public interface ExpressionVisitor<R> {
  R visitLiteral(Literal literal);

  R visitParameter(Parameter parameter);

  R visitAttributeReference(AttributeReference attribute);

  R visitColumnReference(ColumnReference column);

  R visitPathAccess(PathAccess path);

  R visitComparison(Comparison comparison);

  R visitBetween(Between between);

  R visitInList(InList inList);

  R visitLogical(Logical logical);

  R visitNot(Not not);

  R visitPresence(Presence presence);

  R visitTypeTest(TypeTest test);

  R visitLike(Like like);

  R visitArithmetic(Arithmetic arithmetic);

  R visitCast(Cast cast);

  R visitFunctionCall(FunctionCall call);

  R visitConditional(Conditional conditional);

  R visitRequired(Required required);

  R visitListConstructor(ListConstructor list);

  R visitMapConstructor(MapConstructor map);

  R visitSetConstructor(SetConstructor set);
}
