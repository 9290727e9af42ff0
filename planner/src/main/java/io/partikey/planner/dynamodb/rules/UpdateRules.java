package io.partikey.planner.dynamodb.rules;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.expression.Function;
import io.partikey.engine.expression.FunctionCatalog;
import io.partikey.engine.expression.ScalarFunction;
import io.partikey.engine.expression.UpdateFunction;
import io.partikey.parser.ast.AggregateCallSyntax;
import io.partikey.parser.ast.ArithmeticSyntax;
import io.partikey.parser.ast.Assignment;
import io.partikey.parser.ast.BagLiteral;
import io.partikey.parser.ast.BetweenSyntax;
import io.partikey.parser.ast.CaseExpression;
import io.partikey.parser.ast.CastSyntax;
import io.partikey.parser.ast.ComparisonSyntax;
import io.partikey.parser.ast.Concatenation;
import io.partikey.parser.ast.Exists;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FunctionCallSyntax;
import io.partikey.parser.ast.InCollection;
import io.partikey.parser.ast.InListSyntax;
import io.partikey.parser.ast.InQuery;
import io.partikey.parser.ast.IsMissing;
import io.partikey.parser.ast.IsNull;
import io.partikey.parser.ast.IsType;
import io.partikey.parser.ast.LikeSyntax;
import io.partikey.parser.ast.ListLiteral;
import io.partikey.parser.ast.LogicalSyntax;
import io.partikey.parser.ast.MissingLiteral;
import io.partikey.parser.ast.NotSyntax;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.ParameterSyntax;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.ScalarQuery;
import io.partikey.parser.ast.Signed;
import io.partikey.parser.ast.TupleLiteral;
import io.partikey.parser.ast.UpdateClause;
import io.partikey.planner.bind.OperandBinder;
import io.partikey.planner.dynamodb.mistake.Refusals;
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
    ExpressionSyntax value = assignment.value();
    PathRules.check(assignment.target(), text);
    checkOperand(value, text);
    if (value instanceof FunctionCallSyntax call && OperandBinder.isSetFunction(call)) {
      checkSetFunction(call, assignment.target());
    }
    refuseNestedSetFunctions(value);
  }

  private static void refuseNestedSetFunctions(ExpressionSyntax value) {
    value
        .descendants()
        .filter(node -> node != value)
        .filter(FunctionCallSyntax.class::isInstance)
        .map(FunctionCallSyntax.class::cast)
        .filter(OperandBinder::isSetFunction)
        .forEach(
            call -> {
              throw unrecognized(call);
            });
  }

  private static void checkSetFunction(FunctionCallSyntax call, ExpressionSyntax target) {
    String name = OperandBinder.nameInMessages(call);
    if (call.arguments().size() != 2) {
      throw Refusals.withPlace(call.name().span(), name + " must have exactly two arguments");
    }
    ExpressionSyntax first = call.arguments().get(0);
    boolean same =
        PathRules.isPath(first) && PathRules.steps(first).equals(PathRules.steps(target));
    if (!same) {
      throw Refusals.withPlace(
          call.name().span(), "The first argument to " + name + " must equal the assignment value");
    }
    ExpressionSyntax second = call.arguments().get(1);
    if (!(second instanceof BagLiteral || second instanceof ParameterSyntax)) {
      throw Refusals.withPlace(
          first.span(), "The second argument to " + name + " must be a value with type SET");
    }
  }

  private static void checkOperand(ExpressionSyntax operand, String text) {
    if (PathRules.isPath(operand)) {
      PathRules.check(operand, text);
      return;
    }
    if (operand instanceof PathExpression path) {
      PathRules.checkRoot(path, text);
    }
    if (isNegated(operand)) {
      throw Refusals.of(operand.span(), "Unsupported operator in Update Expression. Operator: not");
    }
    if (operand instanceof IsNull || operand instanceof IsMissing || operand instanceof IsType) {
      throw Refusals.of(operand.span(), "IS operator is not supported in update expressions");
    }
    if (operand instanceof Signed signed) {
      checkOperand(signed.operand(), text);
      throw Refusals.of(
          operand.span(),
          "Incorrect number of operands for operator or function; operator or function: "
              + (signed.sign() == Signed.Sign.MINUS ? "-" : "+")
              + ", number of operands: 1");
    }
    operator(operand)
        .ifPresent(
            operator -> {
              throw Refusals.of(
                  operand.span(),
                  "Unsupported operator in Update Expression. Operator: " + operator);
            });
    if (operand instanceof ArithmeticSyntax sum) {
      checkOperand(sum.left(), text);
      checkOperand(sum.right(), text);
      return;
    }
    if (operand instanceof FunctionCallSyntax call) {
      checkCall(call, text);
      return;
    }
    boolean token =
        operand instanceof AggregateCallSyntax
            || operand instanceof ScalarQuery
            || operand instanceof Exists
            || operand instanceof CaseExpression
            || operand instanceof CastSyntax;
    if (token) {
      throw ConditionRules.unsupportedToken(operand, text);
    }
    checkValue(operand, text);
  }

  private static boolean isNegated(ExpressionSyntax operand) {
    return (operand instanceof IsNull isNull && isNull.negated())
        || (operand instanceof IsMissing isMissing && isMissing.negated())
        || (operand instanceof IsType isType && isType.negated())
        || (operand instanceof InListSyntax in && in.negated())
        || (operand instanceof InCollection inCollection && inCollection.negated())
        || (operand instanceof BetweenSyntax between && between.negated())
        || (operand instanceof LikeSyntax like && like.negated());
  }

  private static void checkValue(ExpressionSyntax operand, String text) {
    if (operand instanceof MissingLiteral) {
      throw Refusals.of(operand.span(), "MISSING must be compared using IS operator");
    }
    if (operand instanceof ListLiteral
        || operand instanceof TupleLiteral
        || operand instanceof BagLiteral
        || operand instanceof NumberLiteral) {
      ValueRules.checkConstant(operand, text);
    }
  }

  private static Optional<String> operator(ExpressionSyntax operand) {
    if (operand instanceof ArithmeticSyntax arithmetic) {
      return switch (arithmetic.operator()) {
        case ADD, SUBTRACT -> Optional.empty();
        case MULTIPLY, DIVIDE, REMAINDER -> Optional.of(arithmetic.operator().symbol());
      };
    }
    if (operand instanceof Concatenation) {
      return Optional.of("||");
    }
    if (operand instanceof LogicalSyntax logical) {
      return Optional.of(logical.operator().name().toLowerCase(Locale.ROOT));
    }
    if (operand instanceof ComparisonSyntax comparison) {
      return Optional.of(comparison.operator().symbol());
    }
    if (operand instanceof NotSyntax) {
      return Optional.of("not");
    }
    if (operand instanceof BetweenSyntax) {
      return Optional.of("between");
    }
    if (operand instanceof LikeSyntax) {
      return Optional.of("like");
    }
    return operand instanceof InListSyntax
            || operand instanceof InCollection
            || operand instanceof InQuery
        ? Optional.of("in")
        : Optional.empty();
  }

  private static void checkCall(FunctionCallSyntax call, String text) {
    for (ExpressionSyntax argument : call.arguments()) {
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

  private static EngineException unrecognized(FunctionCallSyntax call) {
    return Refusals.withPlace(call.name().span(), "Unrecognized function: " + call.lowerCaseName());
  }

  private static EngineException notAllowed(FunctionCallSyntax call) {
    return Refusals.of(
        call.span(),
        "The function is not allowed in an update expression; function: " + call.lowerCaseName());
  }
}
