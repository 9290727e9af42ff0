package io.partikey.planner.bind;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Arithmetic;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.FunctionCall;
import io.partikey.engine.expression.PathAccess;
import io.partikey.engine.expression.Required;
import io.partikey.engine.expression.UpdateFunction;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.DocumentPath;
import io.partikey.parser.ast.ArithmeticSyntax;
import io.partikey.parser.ast.Assignment;
import io.partikey.parser.ast.BagLiteral;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FunctionCallSyntax;
import io.partikey.parser.ast.ParameterSyntax;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Binds the right side of an assignment. An attribute that is an operand must be there, and numbers
 * are calculated with strictly, as DynamoDB does; only inside functions of SQL a missing one is
 * MISSING.
 */
public final class OperandBinder {
  private final Scope scope;
  private final ExpressionBinder expressions;
  private final ParameterTyping parameters;

  public OperandBinder(BindingContext context, Scope scope) {
    this.scope = scope;
    this.expressions = new ExpressionBinder(context, Aggregates.NONE);
    this.parameters = new ParameterTyping(context);
  }

  /** The value that is assigned to a path. */
  Expression value(Assignment assignment, DocumentPath target) {
    return operand(assignment.value(), target);
  }

  /** Whether a call is one of set_add or set_delete. */
  public static boolean isSetFunction(FunctionCallSyntax call) {
    return find(call.lowerCaseName())
        .filter(f -> f == UpdateFunction.SET_ADD || f == UpdateFunction.SET_DELETE)
        .isPresent();
  }

  /** The name of a function as DynamoDB writes it in messages about sets. */
  public static String nameInMessages(FunctionCallSyntax call) {
    return call.lowerCaseName().toUpperCase(Locale.ROOT);
  }

  private Expression operand(ExpressionSyntax written, DocumentPath target) {
    if (written instanceof Variable || isPath(written)) {
      return new Required(expressions.bind(written, scope));
    }
    if (written instanceof ArithmeticSyntax arithmetic) {
      return Simplification.of(
          new Arithmetic(
              ExpressionBinder.operator(arithmetic.operator()),
              number(arithmetic.left(), target),
              number(arithmetic.right(), target),
              true));
    }
    if (written instanceof FunctionCallSyntax call) {
      Optional<UpdateFunction> function = find(call.lowerCaseName());
      if (function.isPresent()) {
        return call(call, function.get(), target);
      }
    }
    return expressions.bind(written, scope);
  }

  private Expression number(ExpressionSyntax written, DocumentPath target) {
    Expression operand = operand(written, target);
    parameters.is(operand, AttributeType.N);
    return operand;
  }

  private static boolean isPath(ExpressionSyntax written) {
    return written instanceof PathExpression path && path.root() instanceof Variable;
  }

  private static Optional<UpdateFunction> find(String name) {
    return Arrays.stream(UpdateFunction.values())
        .filter(function -> function.functionName().equals(name))
        .findFirst();
  }

  private Expression call(
      FunctionCallSyntax written, UpdateFunction function, DocumentPath target) {
    if (written.arguments().size() != 2) {
      throw wrongCount(written, function);
    }
    List<Expression> arguments =
        switch (function) {
          case SET_ADD, SET_DELETE -> setArguments(written, target);
          case LIST_APPEND ->
              List.of(
                  operand(written.arguments().get(0), target),
                  operand(written.arguments().get(1), target));
          case IF_NOT_EXISTS -> List.of(path(written), operand(written.arguments().get(1), target));
        };
    return new FunctionCall(function, arguments);
  }

  private Expression path(FunctionCallSyntax written) {
    ExpressionSyntax first = written.arguments().get(0);
    if (first instanceof Variable || isPath(first)) {
      return expressions.bind(first, scope);
    }
    throw BindingErrors.at(
        first.span(),
        ErrorCode.VALIDATION,
        "Operator or function requires a document path; operator or function: if_not_exists");
  }

  private List<Expression> setArguments(FunctionCallSyntax written, DocumentPath target) {
    ExpressionSyntax first = written.arguments().get(0);
    ExpressionSyntax second = written.arguments().get(1);
    Expression changed = expressions.bind(first, scope);
    if (!changed.equals(PathAccess.of(target))) {
      throw BindingErrors.at(
          written.name().span(),
          ErrorCode.VALIDATION,
          "The first argument to "
              + nameInMessages(written)
              + " must equal the assignment value at "
              + written.name().span());
    }
    boolean perhapsSet = second instanceof BagLiteral || second instanceof ParameterSyntax;
    if (!perhapsSet) {
      throw BindingErrors.at(
          second.span(),
          ErrorCode.VALIDATION,
          "The second argument to "
              + nameInMessages(written)
              + " must be a value with type SET at "
              + first.span());
    }
    return List.of(changed, expressions.bind(second, scope));
  }

  private static EngineException wrongCount(FunctionCallSyntax written, UpdateFunction function) {
    String message =
        switch (function) {
          case SET_ADD, SET_DELETE ->
              nameInMessages(written)
                  + " must have exactly two arguments at "
                  + written.name().span();
          case LIST_APPEND, IF_NOT_EXISTS ->
              "Incorrect number of operands for operator or function; operator or function: "
                  + function.functionName()
                  + ", number of operands: "
                  + written.arguments().size();
        };
    return BindingErrors.at(written.name().span(), ErrorCode.UNKNOWN_FUNCTION, message);
  }
}
