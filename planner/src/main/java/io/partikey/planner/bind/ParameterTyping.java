package io.partikey.planner.bind;

import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.DateFunction;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Function;
import io.partikey.engine.expression.NumericFunction;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.expression.ScalarFunction;
import io.partikey.engine.expression.TextFunction;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.api.KnownAttributes;
import io.partikey.planner.api.ParameterDescription;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Infers what parameters are from where they stand: what they are compared with, assigned to or
 * computed with. The first place that says something of a parameter decides.
 *
 * <p>A list, map or set is no type to infer: text that is given for one is read as JSON.
 */
final class ParameterTyping {
  private static final Set<AttributeType> SCALARS =
      Set.of(AttributeType.S, AttributeType.N, AttributeType.B, AttributeType.BOOL);
  private static final Set<Function> OF_TWO_TEXTS =
      Set.of(
          TextFunction.POSITION,
          TextFunction.TRIM,
          TextFunction.LTRIM,
          TextFunction.RTRIM,
          TextFunction.REPLACE,
          TextFunction.CONCAT,
          ScalarFunction.BEGINS_WITH);

  private final BindingContext context;

  ParameterTyping(BindingContext context) {
    this.context = context;
  }

  /** Parameters among operands that are compared with each other. */
  void compared(List<Expression> operands, Scope scope) {
    operands.stream()
        .map(operand -> scope.stored(operand, context.symbols()))
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(attribute -> operands.forEach(operand -> meets(operand, attribute)));
    Optional<AttributeType> key = keyType(operands, scope);
    if (key.isPresent()) {
      operands.forEach(operand -> comparedWithKey(operand, key.get()));
      return;
    }
    operands.stream()
        .map(operand -> scalar(operand, scope))
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(type -> operands.forEach(operand -> is(operand, type)));
  }

  private void meets(Expression operand, ParameterDescription.Attribute attribute) {
    if (operand instanceof Parameter parameter) {
      context.parameters().meetsAttribute(parameter.index(), attribute);
    }
  }

  private Optional<AttributeType> keyType(List<Expression> operands, Scope scope) {
    return operands.stream()
        .map(operand -> scope.keyType(operand, context.symbols()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private void comparedWithKey(Expression operand, AttributeType type) {
    is(operand, type);
    if (operand instanceof Parameter parameter && type == AttributeType.N) {
      context.parameters().meetsNumber(parameter.index());
    }
  }

  private Optional<AttributeType> scalar(Expression operand, Scope scope) {
    Set<AttributeType> types =
        operand instanceof AttributeReference attribute
            ? scope.declaredTypes(attribute.name())
            : ExpressionTypes.of(operand, context.symbols());
    return types.size() == 1
        ? types.stream().filter(SCALARS::contains).findFirst()
        : Optional.empty();
  }

  /** A collection that a value is looked for in. */
  void searched(Expression value, Expression collection, Scope scope) {
    if (!(collection instanceof Parameter parameter)) {
      return;
    }
    context.parameters().hasType(parameter.index(), AttributeType.L);
    if (keyType(List.of(value), scope).filter(AttributeType.N::equals).isPresent()) {
      context.parameters().meetsNumber(parameter.index());
    }
  }

  /** A value that becomes that of an attribute. */
  void assigned(Expression value, TableDescription table, String attribute) {
    if (!(value instanceof Parameter parameter)) {
      return;
    }
    context
        .parameters()
        .meetsAttribute(
            parameter.index(), new ParameterDescription.Attribute(table.name(), attribute, true));
    KnownAttributes.types(table, attribute).stream()
        .filter(SCALARS::contains)
        .forEach(type -> is(value, type));
  }

  /** The arguments of a function. */
  void arguments(Function function, List<Expression> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      if (function instanceof NumericFunction) {
        is(arguments.get(i), AttributeType.N);
      } else if (function instanceof DateFunction) {
        boolean quantity = function == DateFunction.DATE_ADD && i == 1;
        is(arguments.get(i), quantity ? AttributeType.N : AttributeType.S);
      } else if (OF_TWO_TEXTS.contains(function)) {
        boolean from = function == TextFunction.POSITION && i == 2;
        is(arguments.get(i), from ? AttributeType.N : AttributeType.S);
      } else if (function instanceof TextFunction && function != TextFunction.OCTET_LENGTH) {
        is(arguments.get(i), i == 0 ? AttributeType.S : AttributeType.N);
      }
    }
  }

  /** An operand that must have a type. */
  void is(Expression operand, AttributeType type) {
    if (operand instanceof Parameter parameter) {
      context.parameters().hasType(parameter.index(), type);
    }
  }
}
