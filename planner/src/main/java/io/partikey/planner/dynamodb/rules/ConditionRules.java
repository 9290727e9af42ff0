package io.partikey.planner.dynamodb.rules;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.expression.FunctionCatalog;
import io.partikey.engine.expression.ScalarFunction;
import io.partikey.parser.ast.AggregateCall;
import io.partikey.parser.ast.Arithmetic;
import io.partikey.parser.ast.BagLiteral;
import io.partikey.parser.ast.CaseExpression;
import io.partikey.parser.ast.Cast;
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
import io.partikey.parser.ast.Literal;
import io.partikey.parser.ast.Logical;
import io.partikey.parser.ast.MissingLiteral;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.Not;
import io.partikey.parser.ast.Parameter;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.ScalarQuery;
import io.partikey.parser.ast.Signed;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.TupleLiteral;
import io.partikey.planner.dynamodb.mistake.Places;
import io.partikey.planner.dynamodb.mistake.Refusal;
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
  static void check(@Nullable Expression where, String text) {
    if (where == null) {
      return;
    }
    if (where instanceof MissingLiteral) {
      throw Refusal.of(where.span(), "MISSING must be compared using IS operator");
    }
    checkPart(where, text);
    boolean noCondition =
        where instanceof Literal
            || where instanceof Parameter
            || PathRules.isPath(where)
            || isSize(where);
    if (noCondition) {
      throw Refusal.of(
          where.span(), "WHERE clause must contain an expression that resolves to a boolean");
    }
    where
        .descendants()
        .filter(FunctionCall.class::isInstance)
        .map(FunctionCall.class::cast)
        .forEach(ConditionRules::checkCount);
  }

  private static boolean isSize(Expression expression) {
    return expression instanceof FunctionCall call
        && call.lowerCaseName().equals(ScalarFunction.SIZE.functionName());
  }

  // Operators go before their operands, functions and tests behind them.
  private static void checkPart(Expression part, String text) {
    boolean behind = part instanceof FunctionCall || part instanceof Not || isTest(part);
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

  private static boolean isTest(Expression part) {
    return part instanceof IsNull || part instanceof IsMissing || part instanceof IsType;
  }

  private static void checkOperands(Expression part, String text) {
    for (Node child : part.children()) {
      if (child instanceof Expression expression) {
        checkPart(expression, text);
        if (part instanceof Logical logical) {
          requireCondition(
              expression, logical.operator().name(), "The arguments to AND/OR must be Expressions");
        }
      }
    }
  }

  private static void checkKind(Expression part, String text) {
    if (part instanceof MissingLiteral) {
      throw Refusal.of(part.span(), "MISSING must be compared using IS operator");
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
    if (part instanceof Not not) {
      requireCondition(not.operand(), "NOT", "The argument to NOT must be a Type or Expression");
    }
    if (part instanceof InCollection || part instanceof InQuery || isEmptyList(part)) {
      throw Refusal.of(part.span(), IN);
    }
    if (part instanceof FunctionCall call) {
      checkCall(call);
    }
    if (part instanceof IsType test) {
      checkType(test, text);
    }
    ValueRules.checkConstant(part, text);
  }

  private static boolean isEmptyList(Expression part) {
    return part instanceof InList in && in.elements().isEmpty();
  }

  private static void refuseOperator(Expression part) {
    if (part instanceof Signed signed) {
      throw Refusal.of(
          part.span(),
          "Incorrect number of operands for operator or function; operator or function: "
              + (signed.sign() == Signed.Sign.MINUS ? "-" : "+")
              + ", number of operands: 1");
    }
    String operator =
        part instanceof Arithmetic arithmetic
            ? arithmetic.operator().symbol()
            : part instanceof Concatenation ? "||" : part instanceof Like ? "like" : "";
    if (!operator.isEmpty()) {
      throw Refusal.of(
          part.span(), "Unsupported operator in Condition Expression. Operator: " + operator);
    }
  }

  private static void refuseToken(Expression part, String text) {
    boolean token =
        part instanceof AggregateCall
            || part instanceof ScalarQuery
            || part instanceof Exists
            || part instanceof CaseExpression
            || part instanceof Cast;
    if (token) {
      throw unsupportedToken(part, text);
    }
  }

  /** The refusal of an expression that begins with a word which no expression has. */
  static EngineException unsupportedToken(Expression part, String text) {
    SourceSpan span = Places.of(part, text);
    return Refusal.withPlace(span, "Unsupported token in expression: " + span.textIn(text));
  }

  private static void requireCondition(Expression operand, String operator, String refusal) {
    if (isSize(operand)) {
      throw Refusal.of(
          operand.span(),
          "Incorrect operand type for operator or function; operator or function: "
              + operator
              + ", operand type: N");
    }
    if (PathRules.isPath(operand) || isValue(operand) || isCollection(operand)) {
      throw Refusal.of(operand.span(), refusal);
    }
  }

  private static boolean isCollection(Expression operand) {
    return operand instanceof ListLiteral
        || operand instanceof BagLiteral
        || operand instanceof TupleLiteral;
  }

  private static void checkCall(FunctionCall call) {
    if (UPDATE_FUNCTIONS.contains(call.lowerCaseName())) {
      throw Refusal.of(
          call.span(),
          "The function is not allowed in a condition expression; function: "
              + call.lowerCaseName());
    }
    if (function(call).isEmpty()) {
      throw Refusal.withPlace(call.name().span(), "Unrecognized function: " + call.lowerCaseName());
    }
  }

  private static Optional<ScalarFunction> function(FunctionCall call) {
    return FunctionCatalog.find(call.lowerCaseName())
        .filter(ScalarFunction.class::isInstance)
        .map(ScalarFunction.class::cast);
  }

  // DynamoDB counts operands when it has read the whole condition.
  private static void checkCount(FunctionCall call) {
    boolean wrong =
        function(call)
            .filter(function -> function.leastArguments() != call.arguments().size())
            .isPresent();
    if (wrong) {
      throw Refusal.of(
          call.span(),
          "Incorrect number of operands for operator or function; operator or function: "
              + call.lowerCaseName()
              + ", number of operands: "
              + call.arguments().size());
    }
  }

  private static void requireTestable(Expression test) {
    Expression tested = (Expression) test.children().get(0);
    boolean testable =
        PathRules.isPath(tested)
            || (tested instanceof Literal && !(tested instanceof MissingLiteral));
    if (!testable) {
      throw Refusal.of(
          test.span(),
          "The left hand side argument to IS must be a Variable Reference, Literal, or Path");
    }
  }

  private static void checkType(IsType test, String text) {
    if (!TESTED_TYPES.contains(test.type().name())) {
      throw Refusal.withPlace(
          Places.of(test, text),
          "Unsupported data type for IS operator: "
              + TYPE_NAMES.getOrDefault(test.type().name(), test.type().name())
              + ". Supported data types are [MISSING, NULL, BOOLEAN, BLOB, STRING, NUMERIC,"
              + " STRUCT, TUPLE, LIST]");
    }
  }

  private static boolean isValue(Expression expression) {
    return (expression instanceof Literal && !(expression instanceof MissingLiteral))
        || expression instanceof Parameter;
  }
}
