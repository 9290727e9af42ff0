package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What DynamoDB demands of the constants and parameters of a condition or a SET, whatever the items
 * hold. The service refuses a statement for them before it reads anything; evaluation itself is
 * false or MISSING for operands that do not fit.
 */
public final class OperandRules {
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

  private final @Nullable Environment parameters;

  private OperandRules(@Nullable Environment parameters) {
    this.parameters = parameters;
  }

  /**
   * Checks the types of the constants in an expression, whatever its parameters will be.
   *
   * @throws EngineException as {@link #check} does
   */
  public static void checkConstants(Expression expression) {
    new OperandRules(null).check(expression);
  }

  /**
   * Checks the types of the constants and parameters in an expression.
   *
   * @throws EngineException with {@code WRONG_TYPE} or {@code VALIDATION} and the service's message
   */
  public static void check(Expression expression, Parameters parameters) {
    new OperandRules(Environment.of(parameters)).check(expression);
  }

  private void check(Expression expression) {
    expression.children().forEach(this::check);
    if (expression instanceof Comparison comparison && isOrdering(comparison.operator())) {
      requireTypes(comparison.children(), comparison.operator().symbol(), ORDERED);
    }
    if (expression instanceof Between between) {
      requireTypes(between.children(), "BETWEEN", ORDERED);
    }
    if (expression instanceof Arithmetic arithmetic && arithmetic.strict()) {
      requireTypes(arithmetic.children(), arithmetic.operator().symbol(), Set.of(AttributeType.N));
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
        if (!isConstant(arguments.get(1))) {
          throw incorrectType("attribute_type", "{N,BS,L,B,NULL,M,S,SS,NS,BOOL}");
        }
        @Nullable AttributeValue code = constant(arguments.get(1));
        if (code != null) {
          ScalarFunction.requireTypeCode(code);
        }
      }
      case BEGINS_WITH -> requireTypes(arguments, "begins_with", BEGINNING);
      case SIZE -> requireTypes(arguments, "size", SIZED);
      case CONTAINS -> {}
    }
  }

  private void requireTypes(
      List<Expression> operands, String operator, Set<AttributeType> allowed) {
    for (Expression operand : operands) {
      @Nullable AttributeValue value = constant(operand);
      if (value != null && !allowed.contains(value.type())) {
        throw incorrectType(operator, value);
      }
    }
  }

  private static void requirePath(ScalarFunction function, Expression operand) {
    if (isConstant(operand)) {
      throw new EngineException(
          ErrorCode.VALIDATION,
          "Operator or function requires a document path; operator or function: "
              + function.functionName());
    }
  }

  private @Nullable AttributeValue constant(Expression operand) {
    Expression value = operand instanceof Required required ? required.operand() : operand;
    if (value instanceof Literal literal) {
      return literal.value();
    }
    return value instanceof Parameter && parameters != null ? value.evaluate(parameters) : null;
  }

  private static boolean isConstant(Expression operand) {
    return operand instanceof Literal || operand instanceof Parameter;
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
