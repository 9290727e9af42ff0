package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types that operators and functions take, of constants, parameters and what other operators
 * give. Evaluation itself is false or MISSING for operands that do not fit.
 */
final class OperandRules {
  private static final Set<AttributeType> ORDERED =
      Set.of(AttributeType.S, AttributeType.N, AttributeType.B);
  private static final Set<AttributeType> BEGINNING = Set.of(AttributeType.S, AttributeType.B);
  private static final Set<AttributeType> SIZED =
      Set.of(
          AttributeType.S,
          AttributeType.B,
          AttributeType.L,
          AttributeType.M,
          AttributeType.SS,
          AttributeType.NS,
          AttributeType.BS);

  private final Operands operands;

  OperandRules(Operands operands) {
    this.operands = operands;
  }

  /**
   * Checks the operands of an expression, not what is inside of them.
   *
   * @throws EngineException with {@code WRONG_TYPE} or {@code VALIDATION} and the service's message
   */
  void check(Expression expression) {
    if (expression instanceof Comparison comparison && isOrdering(comparison.operator())) {
      requireTypes(comparison.children(), comparison.operator().symbol(), ORDERED);
    }
    if (expression instanceof Between between) {
      requireTypes(between.children(), "BETWEEN", ORDERED);
    }
    if (expression instanceof Arithmetic arithmetic && arithmetic.strict()) {
      requireTypes(arithmetic.children(), arithmetic.operator().symbol(), Set.of(AttributeType.N));
    }
    if (expression instanceof Presence presence && presence.test() == Presence.Test.MISSING) {
      requirePath(ScalarFunction.ATTRIBUTE_NOT_EXISTS, presence.value());
    }
    if (expression instanceof FunctionCall call) {
      checkCall(call);
    }
  }

  private static boolean isOrdering(ComparisonOperator operator) {
    return operator != ComparisonOperator.EQUAL && operator != ComparisonOperator.NOT_EQUAL;
  }

  private void checkCall(FunctionCall call) {
    if (call.function() == UpdateFunction.LIST_APPEND) {
      requireTypes(call.arguments(), "list_append", Set.of(AttributeType.L));
    }
    if (call.function() instanceof ScalarFunction function) {
      checkCondition(function, call.arguments());
    }
  }

  private void checkCondition(ScalarFunction function, List<Expression> arguments) {
    switch (function) {
      case ATTRIBUTE_EXISTS, ATTRIBUTE_NOT_EXISTS -> requirePath(function, arguments.get(0));
      case ATTRIBUTE_TYPE -> {
        checkTypeCode(arguments.get(1));
      }
      case BEGINS_WITH -> requireTypes(arguments, "begins_with", BEGINNING);
      case SIZE -> requireTypes(arguments, "size", SIZED);
      case CONTAINS -> {}
    }
  }

  private void checkTypeCode(Expression argument) {
    @Nullable AttributeValue code = operands.constant(argument);
    if (code != null) {
      ScalarFunction.requireTypeCode(code);
    } else if (!Operands.isConstant(argument)) {
      @Nullable AttributeType type = operands.type(argument);
      throw incorrectType(
          "attribute_type", type == null ? "{N,BS,L,B,NULL,M,S,SS,NS,BOOL}" : type.name());
    }
  }

  private void requireTypes(List<Expression> checked, String operator, Set<AttributeType> allowed) {
    for (Expression operand : checked) {
      @Nullable AttributeType type = operands.type(operand);
      if (type != null && !allowed.contains(type)) {
        throw incorrectType(operator, type.name());
      }
    }
  }

  private static void requirePath(ScalarFunction function, Expression operand) {
    if (!Operands.isPath(operand)) {
      throw new EngineException(
          ErrorCode.VALIDATION,
          "Operator or function requires a document path; operator or function: "
              + function.functionName());
    }
  }

  static EngineException incorrectType(String operator, AttributeValue operand) {
    return incorrectType(operator, operand.type().name());
  }

  private static EngineException incorrectType(String operator, String types) {
    return new EngineException(
        ErrorCode.WRONG_TYPE,
        "Incorrect operand type for operator or function; operator or function: "
            + operator
            + ", operand type: "
            + types);
  }
}
