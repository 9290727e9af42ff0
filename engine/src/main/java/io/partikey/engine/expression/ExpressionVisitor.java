package io.partikey.engine.expression;

/**
 * Something done with an expression by its kind; one method for each kind.
 *
 * @param <R> what comes of it
 */
public interface ExpressionVisitor<R> {
  /** A constant. */
  R visitLiteral(Literal literal);

  /** A parameter of the statement. */
  R visitParameter(Parameter parameter);

  /** An attribute of the item. */
  R visitAttributeReference(AttributeReference attribute);

  /** A column of the row. */
  R visitColumnReference(ColumnReference column);

  /** A path into a value. */
  R visitPathAccess(PathAccess path);

  /** A path over all elements of a collection. */
  R visitWildcardPath(WildcardPath path);

  /** A computed subscript. */
  R visitSubscript(Subscript subscript);

  /** A comparison. */
  R visitComparison(Comparison comparison);

  /** A range test. */
  R visitBetween(Between between);

  /** A test for one of several values. */
  R visitInList(InList inList);

  /** AND or OR. */
  R visitLogical(Logical logical);

  /** A negation. */
  R visitNot(Not not);

  /** A test for MISSING or NULL. */
  R visitPresence(Presence presence);

  /** A type test. */
  R visitTypeTest(TypeTest test);

  /** A pattern match. */
  R visitLike(Like like);

  /** A calculation. */
  R visitArithmetic(Arithmetic arithmetic);

  /** A conversion. */
  R visitCast(Cast cast);

  /** A call of a function. */
  R visitFunctionCall(FunctionCall call);

  /** A CASE. */
  R visitConditional(Conditional conditional);

  /** The elements of a collection. */
  R visitElements(Elements elements);

  /** A value that must be there. */
  R visitRequired(Required required);

  /** A list of expressions. */
  R visitListConstructor(ListConstructor list);

  /** A map of expressions. */
  R visitMapConstructor(MapConstructor map);

  /** A set of expressions. */
  R visitSetConstructor(SetConstructor set);
}
