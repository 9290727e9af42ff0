package io.partikey.planner.dynamodb.rules;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.table.TableDescription;
import io.partikey.parser.ast.BetweenSyntax;
import io.partikey.parser.ast.ComparisonSyntax;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.InListSyntax;
import io.partikey.parser.ast.LogicalSyntax;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.Variable;
import io.partikey.planner.bind.BindingErrors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Refuses paths into key attributes, of the table or of any of its indexes: keys are scalars. */
public final class KeyPathRules {
  private KeyPathRules() {}

  /**
   * Refuses the first such path in a part of a statement.
   *
   * @throws io.partikey.engine.error.EngineException with DynamoDB's message
   */
  public static void check(@Nullable Node part, TableDescription table) {
    paths(part).forEach(path -> check(path, table, "Key: "));
  }

  /**
   * Refuses the first such path in the condition of a write. There DynamoDB first looks for what
   * the key is compared with, and has another word for paths that it finds so.
   */
  public static void checkWritten(@Nullable ExpressionSyntax condition, TableDescription table) {
    terms(condition)
        .filter(KeyPathRules::compares)
        .flatMap(term -> term.children().stream())
        .flatMap(operand -> operand instanceof PathExpression path ? Stream.of(path) : Stream.of())
        .forEach(path -> check(path, table, "Key "));
    check(condition, table);
  }

  private static Stream<? extends Node> terms(@Nullable ExpressionSyntax condition) {
    if (condition instanceof LogicalSyntax logical
        && logical.operator() == LogicalSyntax.Operator.AND) {
      return logical.operands().stream().flatMap(KeyPathRules::terms);
    }
    return Stream.ofNullable(condition);
  }

  // With constants, that is: other paths do not say what a key is.
  private static boolean compares(Node term) {
    return (term instanceof ComparisonSyntax
            || term instanceof InListSyntax
            || term instanceof BetweenSyntax)
        && term.children().stream().filter(operand -> paths(operand).findAny().isPresent()).count()
            == 1
        && term.children().stream().noneMatch(Variable.class::isInstance);
  }

  private static Stream<PathExpression> paths(@Nullable Node part) {
    return Stream.ofNullable(part)
        .flatMap(Node::descendants)
        .filter(PathExpression.class::isInstance)
        .map(PathExpression.class::cast);
  }

  private static void check(PathExpression path, TableDescription table, String word) {
    if (!(path.root() instanceof Variable root)) {
      return;
    }
    String attribute = root.name().value();
    boolean ofTable = table.key().contains(attribute);
    boolean ofIndex = table.indexes().stream().anyMatch(index -> index.key().contains(attribute));
    if (ofTable || ofIndex) {
      throw BindingErrors.at(
          path.span(),
          ErrorCode.WRONG_TYPE,
          "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
              + " allowed: "
              + (ofTable ? word : "IndexKey: ")
              + attribute);
    }
  }
}
