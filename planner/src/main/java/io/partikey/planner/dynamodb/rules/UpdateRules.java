package io.partikey.planner.dynamodb.rules;

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
import io.partikey.parser.ast.Parameter;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.ScalarQuery;
import io.partikey.parser.ast.Signed;
import io.partikey.parser.ast.TupleLiteral;
import io.partikey.parser.ast.UpdateClause;
import io.partikey.planner.bind.OperandBinder;
import io.partikey.planner.dynamodb.mistake.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the right side of DynamoDB's SET may be: operands, sums, and its four functions. */
final class UpdateRules {
  private UpdateRules() {}

  /** Refuses the first clause that assigns anything else, or that is about no path. */
  static void check(List<UpdateClause> clauses, String text) {
    for (UpdateClause clause : clauses) {
      if (clause instanceof UpdateClause.Remove remove) {
        remove.paths().forEach(path -> PathRules.check(path, text));
      } else {
        ((UpdateClause.Set) clause).assignments().forEach(each -> check(each, text));
      }
    }
  }

  private static void check(Assignment assignment, String text) {
    Expression value = assignment.value();
    PathRules.check(assignment.target(), text);
    checkOperand(value, text);
    if (value instanceof FunctionCall call && OperandBinder.isSetFunction(call)) {
      checkSetFunction(call, assignment.target());
    }
    refuseNestedSetFunctions(value);
  }

  private static void refuseNestedSetFunctions(Expression value) {
    value
        .descendants()
        .filter(node -> node != value)
        .filter(FunctionCall.class::isInstance)
        .map(FunctionCall.class::cast)
        .filter(OperandBinder::isSetFunction)
        .forEach(
            call -> {
              throw unrecognized(call);
            });
  }

  private static void checkSetFunction(FunctionCall call, Expression target) {
    String name = OperandBinder.nameInMessages(call);
    if (call.arguments().size() != 2) {
      throw Refusal.withPlace(call.name().span(), name + " must have exactly two arguments");
    }
    Expression first = call.arguments().get(0);
    boolean same =
        PathRules.isPath(first) && PathRules.steps(first).equals(PathRules.steps(target));
    if (!same) {
      throw Refusal.withPlace(
          call.name().span(), "The first argument to " + name + " must equal the assignment value");
    }
    Expression second = call.arguments().get(1);
    if (!(second instanceof BagLiteral || second instanceof Parameter)) {
      throw Refusal.withPlace(
          first.span(), "The second argument to " + name + " must be a value with type SET");
    }
  }

  private static void checkOperand(Expression operand, String text) {
    if (PathRules.isPath(operand)) {
      PathRules.check(operand, text);
      return;
    }
    if (operand instanceof PathExpression path) {
      PathRules.checkRoot(path, text);
    }
    if (isNegated(operand)) {
      throw Refusal.of(operand.span(), "Unsupported operator in Update Expression. Operator: not");
    }
    if (operand instanceof IsNull || operand instanceof IsMissing || operand instanceof IsType) {
      throw Refusal.of(operand.span(), "IS operator is not supported in update expressions");
    }
    if (operand instanceof Signed signed) {
      checkOperand(signed.operand(), text);
      throw Refusal.of(
          operand.span(),
          "Incorrect number of operands for operator or function; operator or function: "
              + (signed.sign() == Signed.Sign.MINUS ? "-" : "+")
              + ", number of operands: 1");
    }
    operator(operand)
        .ifPresent(
            operator -> {
              throw Refusal.of(
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
      throw ConditionRules.unsupportedToken(operand, text);
    }
    checkValue(operand, text);
  }

  private static boolean isNegated(Expression operand) {
    return (operand instanceof IsNull isNull && isNull.negated())
        || (operand instanceof IsMissing isMissing && isMissing.negated())
        || (operand instanceof IsType isType && isType.negated())
        || (operand instanceof InList in && in.negated())
        || (operand instanceof InCollection inCollection && inCollection.negated())
        || (operand instanceof Between between && between.negated())
        || (operand instanceof Like like && like.negated());
  }

  private static void checkValue(Expression operand, String text) {
    if (operand instanceof MissingLiteral) {
      throw Refusal.of(operand.span(), "MISSING must be compared using IS operator");
    }
    if (operand instanceof ListLiteral
        || operand instanceof TupleLiteral
        || operand instanceof BagLiteral
        || operand instanceof NumberLiteral) {
      ValueRules.checkConstant(operand, text);
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
    return operand instanceof InList
            || operand instanceof InCollection
            || operand instanceof InQuery
        ? Optional.of("in")
        : Optional.empty();
  }

  private static void checkCall(FunctionCall call, String text) {
    for (Expression argument : call.arguments()) {
      checkOperand(argument, text);
    }
    Optional<Function> function = FunctionCatalog.find(call.lowerCaseName());
    if (function.isEmpty()
        || !(function.get() instanceof UpdateFunction
            || function.get() instanceof ScalarFunction)) {
      throw unrecognized(call);
    }
    if (function.get() instanceof ScalarFunction) {
      throw notAllowed(call);
    }
  }

  private static EngineException unrecognized(FunctionCall call) {
    return Refusal.withPlace(call.name().span(), "Unrecognized function: " + call.lowerCaseName());
  }

  private static EngineException notAllowed(FunctionCall call) {
    return Refusal.of(
        call.span(),
        "The function is not allowed in an update expression; function: " + call.lowerCaseName());
  }
}
