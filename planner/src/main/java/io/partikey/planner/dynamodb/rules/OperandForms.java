package io.partikey.planner.dynamodb.rules;

import static io.partikey.planner.dynamodb.rules.Rule.on;
import static io.partikey.planner.dynamodb.rules.Rule.refuse;

import io.partikey.parser.ast.AggregateCallSyntax;
import io.partikey.parser.ast.CaseExpression;
import io.partikey.parser.ast.CastSyntax;
import io.partikey.parser.ast.Exists;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FunctionCallSyntax;
import io.partikey.parser.ast.MissingLiteral;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.ScalarQuery;
import io.partikey.parser.ast.Signed;
import io.partikey.planner.dynamodb.mistake.Mistake;
import java.util.List;
import java.util.Optional;

/** What no operand may be, neither in WHERE nor on the right side of SET. */
final class OperandForms {
  private static final List<Rule<?>> RULES =
      List.of(
          refuse(MissingLiteral.class, "MISSING must be compared using IS operator"),
          on(AggregateCallSyntax.class, OperandForms::token),
          on(ScalarQuery.class, OperandForms::token),
          on(Exists.class, OperandForms::token),
          on(CaseExpression.class, OperandForms::token),
          on(CastSyntax.class, OperandForms::token));

  private OperandForms() {}

  /** An operand that is none. */
  static Optional<Mistake> of(ExpressionSyntax operand, Clause clause) {
    return Rule.first(RULES, operand, clause);
  }

  /** A path, whatever it begins with, with something that paths do not have. */
  static Optional<Mistake> ofPath(ExpressionSyntax operand, Clause clause) {
    if (PathRules.isPath(operand)) {
      return PathRules.ofPath(operand, clause);
    }
    return operand instanceof PathExpression path
        ? PathRules.ofRoot(path, clause)
        : Optional.empty();
  }

  private static Optional<Mistake> token(ExpressionSyntax operand, Clause clause) {
    return clause.placed(operand, "Unsupported token in expression: " + clause.word(operand));
  }

  /** A sign, which DynamoDB takes for an operator that lacks an operand. */
  static Optional<Mistake> ofSign(Signed signed, Clause clause) {
    return operandCount(signed, signed.sign() == Signed.Sign.MINUS ? "-" : "+", 1, clause);
  }

  /** A number of operands that an operator or function does not take. */
  static Optional<Mistake> operandCount(
      ExpressionSyntax operation, String name, int count, Clause clause) {
    return clause.mistake(
        operation,
        "Incorrect number of operands for operator or function; operator or function: "
            + name
            + ", number of operands: "
            + count);
  }

  /** The name of a function that there is not. */
  static Optional<Mistake> unrecognized(FunctionCallSyntax call, Clause clause) {
    return clause.placed(call.name().span(), "Unrecognized function: " + call.lowerCaseName());
  }
}
