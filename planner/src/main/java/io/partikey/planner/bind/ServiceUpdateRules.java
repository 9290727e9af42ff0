package io.partikey.planner.bind;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.expression.Function;
import io.partikey.engine.expression.FunctionCatalog;
import io.partikey.engine.expression.ScalarFunction;
import io.partikey.engine.expression.UpdateFunction;
import io.partikey.parser.ast.AggregateCall;
import io.partikey.parser.ast.Arithmetic;
import io.partikey.parser.ast.Assignment;
import io.partikey.parser.ast.BagLiteral;
import io.partikey.parser.ast.Between;
import io.partikey.parser.ast.CaseExpression;
import io.partikey.parser.ast.Cast;
import io.partikey.parser.ast.Comparison;
import io.partikey.parser.ast.Concatenation;
import io.partikey.parser.ast.Exists;
import io.partikey.parser.ast.Expression;
import io.partikey.parser.ast.FunctionCall;
import io.partikey.parser.ast.InCollection;
import io.partikey.parser.ast.InList;
import io.partikey.parser.ast.InQuery;
import io.partikey.parser.ast.IsMissing;
import io.partikey.parser.ast.IsNull;
import io.partikey.parser.ast.IsType;
import io.partikey.parser.ast.Like;
import io.partikey.parser.ast.ListLiteral;
import io.partikey.parser.ast.Logical;
import io.partikey.parser.ast.MissingLiteral;
import io.partikey.parser.ast.Not;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.ScalarQuery;
import io.partikey.parser.ast.Signed;
import io.partikey.parser.ast.TupleLiteral;
import java.util.Locale;
import java.util.Optional;

/** What the right side of the service's SET may be: operands, sums, and its four functions. */
final class ServiceUpdateRules {
  private ServiceUpdateRules() {}

  /** Refuses an assignment of anything else. */
  static void check(Assignment assignment, String text) {
    ServicePathRules.check(assignment.target(), text);
    checkOperand(assignment.value(), text);
    assignment
        .value()
        .descendants()
        .filter(FunctionCall.class::isInstance)
        .map(FunctionCall.class::cast)
        .filter(OperandBinder::isSetFunction)
        .forEach(call -> checkSetFunction(call, assignment.target()));
  }

  private static void checkSetFunction(FunctionCall call, Expression target) {
    String name = OperandBinder.nameInMessages(call);
    if (call.arguments().size() != 2) {
      throw ServiceRefusal.withPlace(call.name().span(), name + " must have exactly two arguments");
    }
    Expression first = call.arguments().get(0);
    boolean same =
        ServicePathRules.isPath(first)
            && ServicePathRules.steps(first).equals(ServicePathRules.steps(target));
    if (!same) {
      throw ServiceRefusal.withPlace(
          call.name().span(), "The first argument to " + name + " must equal the assignment value");
    }
  }

  private static void checkOperand(Expression operand, String text) {
    if (ServicePathRules.isPath(operand)) {
      ServicePathRules.check(operand, text);
      return;
    }
    if (operand instanceof Signed signed) {
      throw ServiceRefusal.of(
          operand.span(),
          "Incorrect number of operands for operator or function; operator or function: "
              + (signed.sign() == Signed.Sign.MINUS ? "-" : "+")
              + ", number of operands: 1");
    }
    operator(operand)
        .ifPresent(
            operator -> {
              throw ServiceRefusal.of(
                  operand.span(),
                  "Unsupported operator in Update Expression. Operator: " + operator);
            });
    if (operand instanceof Arithmetic sum) {
      checkOperand(sum.left(), text);
      checkOperand(sum.right(), text);
      return;
    }
    if (operand instanceof FunctionCall call) {
      checkCall(call, text);
      return;
    }
    boolean token =
        operand instanceof AggregateCall
            || operand instanceof ScalarQuery
            || operand instanceof Exists
            || operand instanceof CaseExpression
            || operand instanceof Cast;
    if (token) {
      throw ServiceConditionRules.unsupportedToken(operand, text);
    }
    checkValue(operand, text);
  }

  private static void checkValue(Expression operand, String text) {
    if (operand instanceof MissingLiteral) {
      throw ServiceRefusal.withPlace(
          operand.span(), "Unsupported data type: MISSING under key root");
    }
    if (operand instanceof ListLiteral
        || operand instanceof TupleLiteral
        || operand instanceof BagLiteral
        || operand instanceof NumberLiteral) {
      ServiceValueRules.checkConstant(operand, text);
    }
  }

  private static Optional<String> operator(Expression operand) {
    if (operand instanceof Arithmetic arithmetic) {
      return switch (arithmetic.operator()) {
        case ADD, SUBTRACT -> Optional.empty();
        case MULTIPLY, DIVIDE, REMAINDER -> Optional.of(arithmetic.operator().symbol());
      };
    }
    if (operand instanceof Concatenation) {
      return Optional.of("||");
    }
    if (operand instanceof Logical logical) {
      return Optional.of(logical.operator().name().toLowerCase(Locale.ROOT));
    }
    if (operand instanceof Comparison comparison) {
      return Optional.of(comparison.operator().symbol());
    }
    if (operand instanceof Not) {
      return Optional.of("not");
    }
    if (operand instanceof Between) {
      return Optional.of("between");
    }
    if (operand instanceof Like) {
      return Optional.of("like");
    }
    if (operand instanceof InList
        || operand instanceof InCollection
        || operand instanceof InQuery) {
      return Optional.of("in");
    }
    return operand instanceof IsNull || operand instanceof IsMissing || operand instanceof IsType
        ? Optional.of("is")
        : Optional.empty();
  }

  private static void checkCall(FunctionCall call, String text) {
    Optional<Function> function = FunctionCatalog.find(call.lowerCaseName());
    if (function.isEmpty()
        || !(function.get() instanceof UpdateFunction
            || function.get() instanceof ScalarFunction)) {
      throw ServiceRefusal.withPlace(
          call.name().span(), "Unrecognized function: " + call.lowerCaseName());
    }
    if (function.get() instanceof ScalarFunction) {
      throw notAllowed(call);
    }
    for (Expression argument : call.arguments()) {
      checkOperand(argument, text);
    }
  }

  private static EngineException notAllowed(FunctionCall call) {
    return ServiceRefusal.of(
        call.span(),
        "The function is not allowed in an update expression; function: " + call.lowerCaseName());
  }
}
