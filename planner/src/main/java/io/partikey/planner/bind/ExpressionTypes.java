package io.partikey.planner.bind;

import io.partikey.engine.expression.Arithmetic;
import io.partikey.engine.expression.Cast;
import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Conditional;
import io.partikey.engine.expression.DateFunction;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Function;
import io.partikey.engine.expression.FunctionCall;
import io.partikey.engine.expression.ListConstructor;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.MapConstructor;
import io.partikey.engine.expression.NumericFunction;
import io.partikey.engine.expression.Predicate;
import io.partikey.engine.expression.ScalarFunction;
import io.partikey.engine.expression.TextFunction;
import io.partikey.engine.expression.WildcardPath;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.NullValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The types that the values of expressions may have, NULL apart; none when nothing is known. */
final class ExpressionTypes {
  private static final Set<Function> COUNTING =
      Set.of(TextFunction.CHAR_LENGTH, TextFunction.OCTET_LENGTH, TextFunction.POSITION);

  private ExpressionTypes() {}

  static Set<AttributeType> of(Expression expression, Symbols symbols) {
    if (expression instanceof Literal literal) {
      return literal.value() == null ? Set.of() : Set.of(literal.value().type());
    }
    if (expression instanceof ColumnReference column) {
      return symbols.types(column);
    }
    if (expression instanceof Cast cast) {
      return cast.type().kind().attributeType().map(Set::of).orElse(Set.of());
    }
    if (expression instanceof Predicate) {
      return Set.of(AttributeType.BOOL);
    }
    if (expression instanceof Arithmetic) {
      return Set.of(AttributeType.N);
    }
    if (expression instanceof ListConstructor || expression instanceof WildcardPath) {
      return Set.of(AttributeType.L);
    }
    if (expression instanceof MapConstructor) {
      return Set.of(AttributeType.M);
    }
    if (expression instanceof FunctionCall call) {
      return ofCall(call);
    }
    return expression instanceof Conditional conditional ? chosen(conditional, symbols) : Set.of();
  }

  private static Set<AttributeType> ofCall(FunctionCall call) {
    Function function = call.function();
    if (function == ScalarFunction.SIZE
        || function instanceof NumericFunction
        || function == DateFunction.EXTRACT
        || function == DateFunction.DATE_DIFF
        || COUNTING.contains(function)) {
      return Set.of(AttributeType.N);
    }
    if (function instanceof ScalarFunction) {
      return Set.of(AttributeType.BOOL);
    }
    return function instanceof TextFunction || function == DateFunction.DATE_ADD
        ? Set.of(AttributeType.S)
        : Set.of();
  }

  // A branch that is NULL says nothing; one of which nothing is known hides the others.
  private static Set<AttributeType> chosen(Conditional conditional, Symbols symbols) {
    List<Expression> values = new ArrayList<>();
    conditional.branches().forEach(branch -> values.add(branch.value()));
    values.add(conditional.otherwise());
    values.removeIf(new Literal(NullValue.NULL)::equals);
    Set<AttributeType> types = EnumSet.noneOf(AttributeType.class);
    for (Expression value : values) {
      Set<AttributeType> own = of(value, symbols);
      if (own.isEmpty()) {
        return Set.of();
      }
      types.addAll(own);
    }
    return types;
  }
}
