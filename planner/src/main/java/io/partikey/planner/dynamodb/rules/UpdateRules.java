package io.partikey.planner.dynamodb.rules;

import io.partikey.engine.expression.Function;
import io.partikey.engine.expression.FunctionCatalog;
import io.partikey.engine.expression.ScalarFunction;
import io.partikey.engine.expression.UpdateFunction;
import io.partikey.parser.ast.ArithmeticSyntax;
import io.partikey.parser.ast.Assignment;
import io.partikey.parser.ast.BagLiteral;
import io.partikey.parser.ast.BetweenSyntax;
import io.partikey.parser.ast.ComparisonSyntax;
import io.partikey.parser.ast.Concatenation;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FunctionCallSyntax;
import io.partikey.parser.ast.InCollection;
import io.partikey.parser.ast.InListSyntax;
import io.partikey.parser.ast.InQuery;
import io.partikey.parser.ast.IsMissing;
import io.partikey.parser.ast.IsNull;
import io.partikey.parser.ast.IsType;
import io.partikey.parser.ast.LikeSyntax;
import io.partikey.parser.ast.LogicalSyntax;
import io.partikey.parser.ast.NotSyntax;
import io.partikey.parser.ast.ParameterSyntax;
import io.partikey.parser.ast.Signed;
import io.partikey.parser.ast.UpdateClause;
import io.partikey.planner.bind.OperandBinder;
import io.partikey.planner.dynamodb.mistake.Mistake;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the right side of DynamoDB's SET may be: operands, sums, and its four functions. */
final class UpdateRules {
  private UpdateRules() {}

  /** The first clause that assigns anything else, or that is about no path. */
  static Optional<Mistake> of(List<UpdateClause> clauses, Clause clause) {
    return Mistake.first(
        clauses,
        each ->
            each instanceof UpdateClause.Remove remove
                ? Mistake.first(remove.paths(), path -> PathRules.ofPath(path, clause))
                : Mistake.first(
                    ((UpdateClause.Set) each).assignments(),
                    assignment -> ofAssignment(assignment, clause)));
  }

  private static Optional<Mistake> ofAssignment(Assignment assignment, Clause clause) {
    ExpressionSyntax value = assignment.value();
    return PathRules.ofPath(assignment.target(), clause)
        .or(() -> ofOperand(value, clause))
        .or(
            () ->
                value instanceof FunctionCallSyntax call && OperandBinder.isSetFunction(call)
                    ? ofSetFunction(call, assignment.target(), clause)
                    : Optional.empty())
        .or(() -> ofNestedSetFunctions(value, clause));
  }

  private static Optional<Mistake> ofNestedSetFunctions(ExpressionSyntax value, Clause clause) {
    return value
        .descendants()
        .filter(node -> node != value)
        .filter(FunctionCallSyntax.class::isInstance)
        .map(FunctionCallSyntax.class::cast)
        .filter(OperandBinder::isSetFunction)
        .findFirst()
        .flatMap(call -> OperandForms.unrecognized(call, clause));
  }

  private static Optional<Mistake> ofSetFunction(
      FunctionCallSyntax call, ExpressionSyntax target, Clause clause) {
    String name = OperandBinder.nameInMessages(call);
    if (call.arguments().size() != 2) {
      return clause.placed(call.name().span(), name + " must have exactly two arguments");
    }
    ExpressionSyntax first = call.arguments().get(0);
    boolean same =
        PathRules.isPath(first) && PathRules.steps(first).equals(PathRules.steps(target));
    if (!same) {
      return clause.placed(
          call.name().span(), "The first argument to " + name + " must equal the assignment value");
    }
    ExpressionSyntax second = call.arguments().get(1);
    return second instanceof BagLiteral || second instanceof ParameterSyntax
        ? Optional.empty()
        : clause.placed(
            first.span(), "The second argument to " + name + " must be a value with type SET");
  }

  private static Optional<Mistake> ofOperand(ExpressionSyntax operand, Clause clause) {
    if (PathRules.isPath(operand)) {
      return PathRules.ofPath(operand, clause);
    }
    if (operand instanceof Signed signed) {
      Optional<Mistake> mistake = ofOperand(signed.operand(), clause);
      return mistake.isPresent() ? mistake : OperandForms.ofSign(signed, clause);
    }
    if (operand instanceof FunctionCallSyntax call) {
      return ofCall(call, clause);
    }
    if (operand instanceof ArithmeticSyntax sum && isSum(sum)) {
      Optional<Mistake> mistake = ofOperand(sum.left(), clause);
      return mistake.isPresent() ? mistake : ofOperand(sum.right(), clause);
    }
    return OperandForms.ofPath(operand, clause)
        .or(() -> ofOperator(operand, clause))
        .or(() -> OperandForms.of(operand, clause))
        .or(() -> ValueRules.ofConstant(operand, clause));
  }

  private static boolean isSum(ArithmeticSyntax arithmetic) {
    return switch (arithmetic.operator()) {
      case ADD, SUBTRACT -> true;
      case MULTIPLY, DIVIDE, REMAINDER -> false;
    };
  }

  private static Optional<Mistake> ofOperator(ExpressionSyntax operand, Clause clause) {
    if (isNegated(operand)) {
      return operator("not", operand, clause);
    }
    if (operand instanceof IsNull || operand instanceof IsMissing || operand instanceof IsType) {
      return clause.mistake(operand, "IS operator is not supported in update expressions");
    }
    if (operand instanceof ArithmeticSyntax arithmetic) {
      return operator(arithmetic.operator().symbol(), operand, clause);
    }
    if (operand instanceof Concatenation) {
      return operator("||", operand, clause);
    }
    if (operand instanceof LogicalSyntax logical) {
      return operator(logical.operator().name().toLowerCase(Locale.ROOT), operand, clause);
    }
    if (operand instanceof ComparisonSyntax comparison) {
      return operator(comparison.operator().symbol(), operand, clause);
    }
    if (operand instanceof BetweenSyntax) {
      return operator("between", operand, clause);
    }
    if (operand instanceof LikeSyntax) {
      return operator("like", operand, clause);
    }
    return operand instanceof InListSyntax
            || operand instanceof InCollection
            || operand instanceof InQuery
        ? operator("in", operand, clause)
        : Optional.empty();
  }

  private static Optional<Mistake> operator(
      String operator, ExpressionSyntax operand, Clause clause) {
    return clause.mistake(
        operand, "Unsupported operator in Update Expression. Operator: " + operator);
  }

  private static boolean isNegated(ExpressionSyntax operand) {
    return operand instanceof NotSyntax
        || (operand instanceof IsNull isNull && isNull.negated())
        || (operand instanceof IsMissing isMissing && isMissing.negated())
        || (operand instanceof IsType isType && isType.negated())
        || (operand instanceof InListSyntax in && in.negated())
        || (operand instanceof InCollection inCollection && inCollection.negated())
        || (operand instanceof BetweenSyntax between && between.negated())
        || (operand instanceof LikeSyntax like && like.negated());
  }

  private static Optional<Mistake> ofCall(FunctionCallSyntax call, Clause clause) {
    Optional<Mistake> mistake =
        Mistake.first(call.arguments(), argument -> ofOperand(argument, clause));
    if (mistake.isPresent()) {
      return mistake;
    }
    Optional<Function> function = FunctionCatalog.find(call.lowerCaseName());
    if (function.filter(UpdateFunction.class::isInstance).isPresent()) {
      return Optional.empty();
    }
    return function.filter(ScalarFunction.class::isInstance).isPresent()
        ? clause.mistake(
            call,
            "The function is not allowed in an update expression; function: "
                + call.lowerCaseName())
        : OperandForms.unrecognized(call, clause);
  }
}
