package io.partikey.planner.dynamodb.rules;

import static io.partikey.planner.dynamodb.rules.Rule.on;
import static io.partikey.planner.dynamodb.rules.Rule.refuse;

import io.partikey.engine.expression.FunctionCatalog;
import io.partikey.engine.expression.ScalarFunction;
import io.partikey.parser.ast.ArithmeticSyntax;
import io.partikey.parser.ast.BagLiteral;
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
import io.partikey.parser.ast.ListLiteral;
import io.partikey.parser.ast.LiteralSyntax;
import io.partikey.parser.ast.LogicalSyntax;
import io.partikey.parser.ast.MissingLiteral;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.NotSyntax;
import io.partikey.parser.ast.ParameterSyntax;
import io.partikey.parser.ast.Signed;
import io.partikey.parser.ast.TupleLiteral;
import io.partikey.planner.dynamodb.mistake.Mistake;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What DynamoDB's conditions may be made of. */
final class ConditionRules {
  /** The types that IS may name, and what other types are called in the refusal. */
  private static final Set<String> TESTED_TYPES =
      Set.of(
          "MISSING", "NULL", "BOOLEAN", "BOOL", "BLOB", "STRING", "NUMERIC", "STRUCT", "TUPLE",
          "LIST");

  private static final Map<String, String> TYPE_NAMES =
      Map.of("INT", "INTEGER", "INT4", "INTEGER4", "INT8", "INTEGER8", "CHAR", "CHARACTER");

  private static final Set<String> UPDATE_FUNCTIONS = Set.of("if_not_exists", "list_append");

  private static final String IN =
      "IN operator must have a left hand argument of type Variable Reference and right hand"
          + " argument of type Seq with at least one member";

  private static final List<Rule<?>> KINDS =
      List.of(
          on(ExpressionSyntax.class, OperandForms::ofPath),
          on(Signed.class, OperandForms::ofSign),
          on(
              ArithmeticSyntax.class,
              (part, clause) -> operator(part, part.operator().symbol(), clause)),
          on(Concatenation.class, (part, clause) -> operator(part, "||", clause)),
          on(LikeSyntax.class, (part, clause) -> operator(part, "like", clause)),
          on(ExpressionSyntax.class, OperandForms::of),
          on(NotSyntax.class, ConditionRules::ofNot),
          refuse(InCollection.class, IN),
          refuse(InQuery.class, IN),
          on(
              InListSyntax.class,
              (in, clause) -> in.elements().isEmpty() ? clause.mistake(in, IN) : Optional.empty()),
          on(FunctionCallSyntax.class, ConditionRules::ofCall),
          on(IsType.class, ConditionRules::ofType),
          on(ExpressionSyntax.class, ValueRules::ofConstant));

  private ConditionRules() {}

  /** What WHERE cannot be or hold. */
  static Optional<Mistake> of(@Nullable ExpressionSyntax where, Clause clause) {
    if (where == null) {
      return Optional.empty();
    }
    Optional<Mistake> mistake = ofPart(where, clause);
    boolean noCondition =
        where instanceof LiteralSyntax
            || where instanceof ParameterSyntax
            || PathRules.isPath(where)
            || isSize(where);
    return mistake.isEmpty() && noCondition
        ? clause.mistake(
            where, "WHERE clause must contain an expression that resolves to a boolean")
        : mistake;
  }

  /** A function with a number of operands that it does not take. */
  static Optional<Mistake> ofCounts(@Nullable ExpressionSyntax where, Clause clause) {
    return Stream.ofNullable(where)
        .flatMap(Node::descendants)
        .filter(FunctionCallSyntax.class::isInstance)
        .map(FunctionCallSyntax.class::cast)
        .filter(
            call ->
                function(call)
                    .filter(function -> function.leastArguments() != call.arguments().size())
                    .isPresent())
        .findFirst()
        .flatMap(
            call ->
                OperandForms.operandCount(
                    call, call.lowerCaseName(), call.arguments().size(), clause));
  }

  private static boolean isSize(ExpressionSyntax expression) {
    return expression instanceof FunctionCallSyntax call
        && call.lowerCaseName().equals(ScalarFunction.SIZE.functionName());
  }

  // Operators go before their operands, functions and tests behind them.
  private static Optional<Mistake> ofPart(ExpressionSyntax part, Clause clause) {
    boolean test = part instanceof IsNull || part instanceof IsMissing || part instanceof IsType;
    boolean behind = test || part instanceof FunctionCallSyntax || part instanceof NotSyntax;
    Optional<Mistake> mistake = test ? ofTested(part, clause) : Optional.empty();
    if (mistake.isEmpty() && !behind) {
      mistake = Rule.first(KINDS, part, clause);
    }
    if (mistake.isEmpty()) {
      mistake = ofOperands(part, clause);
    }
    return mistake.isEmpty() && behind ? Rule.first(KINDS, part, clause) : mistake;
  }

  private static Optional<Mistake> ofOperands(ExpressionSyntax part, Clause clause) {
    for (Node child : part.children()) {
      if (child instanceof ExpressionSyntax operand) {
        Optional<Mistake> mistake = ofPart(operand, clause);
        if (mistake.isEmpty() && part instanceof LogicalSyntax logical) {
          mistake =
              ofTerm(
                  operand,
                  logical.operator().name(),
                  "The arguments to AND/OR must be Expressions",
                  clause);
        }
        if (mistake.isPresent()) {
          return mistake;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Mistake> operator(ExpressionSyntax part, String operator, Clause clause) {
    return clause.mistake(
        part, "Unsupported operator in Condition Expression. Operator: " + operator);
  }

  private static Optional<Mistake> ofNot(NotSyntax not, Clause clause) {
    return ofTerm(not.operand(), "NOT", "The argument to NOT must be a Type or Expression", clause);
  }

  private static Optional<Mistake> ofTerm(
      ExpressionSyntax term, String operator, String noTerm, Clause clause) {
    if (isSize(term)) {
      return clause.mistake(
          term,
          "Incorrect operand type for operator or function; operator or function: "
              + operator
              + ", operand type: N");
    }
    boolean value =
        PathRules.isPath(term)
            || isConstant(term)
            || term instanceof ParameterSyntax
            || term instanceof ListLiteral
            || term instanceof BagLiteral
            || term instanceof TupleLiteral;
    return value ? clause.mistake(term, noTerm) : Optional.empty();
  }

  private static boolean isConstant(ExpressionSyntax expression) {
    return expression instanceof LiteralSyntax && !(expression instanceof MissingLiteral);
  }

  private static Optional<Mistake> ofCall(FunctionCallSyntax call, Clause clause) {
    if (UPDATE_FUNCTIONS.contains(call.lowerCaseName())) {
      return clause.mistake(
          call,
          "The function is not allowed in a condition expression; function: "
              + call.lowerCaseName());
    }
    return function(call).isEmpty() ? OperandForms.unrecognized(call, clause) : Optional.empty();
  }

  private static Optional<ScalarFunction> function(FunctionCallSyntax call) {
    return FunctionCatalog.find(call.lowerCaseName())
        .filter(ScalarFunction.class::isInstance)
        .map(ScalarFunction.class::cast);
  }

  private static Optional<Mistake> ofTested(ExpressionSyntax test, Clause clause) {
    ExpressionSyntax tested = (ExpressionSyntax) test.children().get(0);
    return PathRules.isPath(tested) || isConstant(tested)
        ? Optional.empty()
        : clause.mistake(
            test,
            "The left hand side argument to IS must be a Variable Reference, Literal, or Path");
  }

  private static Optional<Mistake> ofType(IsType test, Clause clause) {
    String type = test.type().name();
    return TESTED_TYPES.contains(type)
        ? Optional.empty()
        : clause.placed(
            test,
            "Unsupported data type for IS operator: "
                + TYPE_NAMES.getOrDefault(type, type)
                + ". Supported data types are [MISSING, NULL, BOOLEAN, BLOB, STRING, NUMERIC,"
                + " STRUCT, TUPLE, LIST]");
  }
}
