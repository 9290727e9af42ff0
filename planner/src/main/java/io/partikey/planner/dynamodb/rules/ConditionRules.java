package io.partikey.planner.dynamodb.rules;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.expression.FunctionCatalog;
import io.partikey.engine.expression.ScalarFunction;
import io.partikey.parser.ast.AggregateCallSyntax;
import io.partikey.parser.ast.ArithmeticSyntax;
import io.partikey.parser.ast.BagLiteral;
import io.partikey.parser.ast.CaseExpression;
import io.partikey.parser.ast.CastSyntax;
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
import io.partikey.parser.ast.LiteralSyntax;
import io.partikey.parser.ast.LogicalSyntax;
import io.partikey.parser.ast.MissingLiteral;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.NotSyntax;
import io.partikey.parser.ast.ParameterSyntax;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.ScalarQuery;
import io.partikey.parser.ast.Signed;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.TupleLiteral;
import io.partikey.planner.dynamodb.mistake.Places;
import io.partikey.planner.dynamodb.mistake.Refusals;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What DynamoDB's conditions may be made of. */
final class ConditionRules {
  private static final String IN =
      "IN operator must have a left hand argument of type Variable Reference and right hand"
          + " argument of type Seq with at least one member";

  /** The types that IS may name, and what other types are called in the refusal. */
  private static final Set<String> TESTED_TYPES =
      Set.of(
          "MISSING", "NULL", "BOOLEAN", "BOOL", "BLOB", "STRING", "NUMERIC", "STRUCT", "TUPLE",
          "LIST");

  private static final Set<String> UPDATE_FUNCTIONS = Set.of("if_not_exists", "list_append");

  private static final Map<String, String> TYPE_NAMES =
      Map.of("INT", "INTEGER", "INT4", "INTEGER4", "INT8", "INTEGER8", "CHAR", "CHARACTER");

  private ConditionRules() {}

  /** Refuses what WHERE cannot be or hold. */
  static void check(@Nullable ExpressionSyntax where, String text) {
    if (where == null) {
      return;
    }
    if (where instanceof MissingLiteral) {
      throw Refusals.of(where.span(), "MISSING must be compared using IS operator");
    }
    checkPart(where, text);
    boolean noCondition =
        where instanceof LiteralSyntax
            || where instanceof ParameterSyntax
            || PathRules.isPath(where)
            || isSize(where);
    if (noCondition) {
      throw Refusals.of(
          where.span(), "WHERE clause must contain an expression that resolves to a boolean");
    }
    where
        .descendants()
        .filter(FunctionCallSyntax.class::isInstance)
        .map(FunctionCallSyntax.class::cast)
        .forEach(ConditionRules::checkCount);
  }

  private static boolean isSize(ExpressionSyntax expression) {
    return expression instanceof FunctionCallSyntax call
        && call.lowerCaseName().equals(ScalarFunction.SIZE.functionName());
  }

  // Operators go before their operands, functions and tests behind them.
  private static void checkPart(ExpressionSyntax part, String text) {
    boolean behind =
        part instanceof FunctionCallSyntax || part instanceof NotSyntax || isTest(part);
    if (isTest(part)) {
      requireTestable(part);
    }
    if (!behind) {
      checkKind(part, text);
    }
    checkOperands(part, text);
    if (behind) {
      checkKind(part, text);
    }
  }

  private static boolean isTest(ExpressionSyntax part) {
    return part instanceof IsNull || part instanceof IsMissing || part instanceof IsType;
  }

  private static void checkOperands(ExpressionSyntax part, String text) {
    for (Node child : part.children()) {
      if (child instanceof ExpressionSyntax expression) {
        checkPart(expression, text);
        if (part instanceof LogicalSyntax logical) {
          requireCondition(
              expression, logical.operator().name(), "The arguments to AND/OR must be Expressions");
        }
      }
    }
  }

  private static void checkKind(ExpressionSyntax part, String text) {
    if (part instanceof MissingLiteral) {
      throw Refusals.of(part.span(), "MISSING must be compared using IS operator");
    }
    if (PathRules.isPath(part)) {
      PathRules.check(part, text);
      return;
    }
    if (part instanceof PathExpression path) {
      PathRules.checkRoot(path, text);
    }
    refuseOperator(part);
    refuseToken(part, text);
    if (part instanceof NotSyntax not) {
      requireCondition(not.operand(), "NOT", "The argument to NOT must be a Type or Expression");
    }
    if (part instanceof InCollection || part instanceof InQuery || isEmptyList(part)) {
      throw Refusals.of(part.span(), IN);
    }
    if (part instanceof FunctionCallSyntax call) {
      checkCall(call);
    }
    if (part instanceof IsType test) {
      checkType(test, text);
    }
    ValueRules.checkConstant(part, text);
  }

  private static boolean isEmptyList(ExpressionSyntax part) {
    return part instanceof InListSyntax in && in.elements().isEmpty();
  }

  private static void refuseOperator(ExpressionSyntax part) {
    if (part instanceof Signed signed) {
      throw Refusals.of(
          part.span(),
          "Incorrect number of operands for operator or function; operator or function: "
              + (signed.sign() == Signed.Sign.MINUS ? "-" : "+")
              + ", number of operands: 1");
    }
    String operator =
        part instanceof ArithmeticSyntax arithmetic
            ? arithmetic.operator().symbol()
            : part instanceof Concatenation ? "||" : part instanceof LikeSyntax ? "like" : "";
    if (!operator.isEmpty()) {
      throw Refusals.of(
          part.span(), "Unsupported operator in Condition Expression. Operator: " + operator);
    }
  }

  private static void refuseToken(ExpressionSyntax part, String text) {
    boolean token =
        part instanceof AggregateCallSyntax
            || part instanceof ScalarQuery
            || part instanceof Exists
            || part instanceof CaseExpression
            || part instanceof CastSyntax;
    if (token) {
      throw unsupportedToken(part, text);
    }
  }

  /** The refusal of an expression that begins with a word which no expression has. */
  static EngineException unsupportedToken(ExpressionSyntax part, String text) {
    SourceSpan span = Places.of(part, text);
    return Refusals.withPlace(span, "Unsupported token in expression: " + span.textIn(text));
  }

  private static void requireCondition(ExpressionSyntax operand, String operator, String refusal) {
    if (isSize(operand)) {
      throw Refusals.of(
          operand.span(),
          "Incorrect operand type for operator or function; operator or function: "
              + operator
              + ", operand type: N");
    }
    if (PathRules.isPath(operand) || isValue(operand) || isCollection(operand)) {
      throw Refusals.of(operand.span(), refusal);
    }
  }

  private static boolean isCollection(ExpressionSyntax operand) {
    return operand instanceof ListLiteral
        || operand instanceof BagLiteral
        || operand instanceof TupleLiteral;
  }

  private static void checkCall(FunctionCallSyntax call) {
    if (UPDATE_FUNCTIONS.contains(call.lowerCaseName())) {
      throw Refusals.of(
          call.span(),
          "The function is not allowed in a condition expression; function: "
              + call.lowerCaseName());
    }
    if (function(call).isEmpty()) {
      throw Refusals.withPlace(
          call.name().span(), "Unrecognized function: " + call.lowerCaseName());
    }
  }

  private static Optional<ScalarFunction> function(FunctionCallSyntax call) {
    return FunctionCatalog.find(call.lowerCaseName())
        .filter(ScalarFunction.class::isInstance)
        .map(ScalarFunction.class::cast);
  }

  // DynamoDB counts operands when it has read the whole condition.
  private static void checkCount(FunctionCallSyntax call) {
    boolean wrong =
        function(call)
            .filter(function -> function.leastArguments() != call.arguments().size())
            .isPresent();
    if (wrong) {
      throw Refusals.of(
          call.span(),
          "Incorrect number of operands for operator or function; operator or function: "
              + call.lowerCaseName()
              + ", number of operands: "
              + call.arguments().size());
    }
  }

  private static void requireTestable(ExpressionSyntax test) {
    ExpressionSyntax tested = (ExpressionSyntax) test.children().get(0);
    boolean testable =
        PathRules.isPath(tested)
            || (tested instanceof LiteralSyntax && !(tested instanceof MissingLiteral));
    if (!testable) {
      throw Refusals.of(
          test.span(),
          "The left hand side argument to IS must be a Variable Reference, Literal, or Path");
    }
  }

  private static void checkType(IsType test, String text) {
    if (!TESTED_TYPES.contains(test.type().name())) {
      throw Refusals.withPlace(
          Places.of(test, text),
          "Unsupported data type for IS operator: "
              + TYPE_NAMES.getOrDefault(test.type().name(), test.type().name())
              + ". Supported data types are [MISSING, NULL, BOOLEAN, BLOB, STRING, NUMERIC,"
              + " STRUCT, TUPLE, LIST]");
    }
  }

  private static boolean isValue(ExpressionSyntax expression) {
    return (expression instanceof LiteralSyntax && !(expression instanceof MissingLiteral))
        || expression instanceof ParameterSyntax;
  }
}
