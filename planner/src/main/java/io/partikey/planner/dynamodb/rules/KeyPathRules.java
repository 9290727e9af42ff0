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
import io.partikey.parser.ast.UpdateClause;
import io.partikey.parser.ast.Variable;
import io.partikey.planner.bind.Positions;
import io.partikey.planner.dynamodb.mistake.Mistake;
import io.partikey.planner.dynamodb.mistake.Stage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Paths into key attributes, of the table or of any of its indexes: keys are scalars. */
public final class KeyPathRules {
  private KeyPathRules() {}

  /** The first such path in a part of a statement. */
  public static Optional<Mistake> of(Stage stage, @Nullable Node part, TableDescription table) {
    return first(stage, paths(part), table, "Key: ");
  }

  /**
   * The first such path in the condition of a write. There DynamoDB first looks for what the key is
   * compared with, and has another word for paths that it finds so.
   */
  public static Optional<Mistake> ofWritten(
      @Nullable ExpressionSyntax condition, TableDescription table) {
    Stream<PathExpression> compared =
        terms(condition)
            .filter(KeyPathRules::compares)
            .flatMap(term -> term.children().stream())
            .filter(PathExpression.class::isInstance)
            .map(PathExpression.class::cast);
    return first(Stage.KEY_PATHS, compared, table, "Key ")
        .or(() -> of(Stage.KEY_PATHS, condition, table));
  }

  /** The first such path in what SET assigns. */
  public static Optional<Mistake> ofAssigned(List<UpdateClause> clauses, TableDescription table) {
    return Mistake.first(
        clauses,
        clause ->
            clause instanceof UpdateClause.Set set
                ? Mistake.first(
                    set.assignments(),
                    assignment -> of(Stage.SHOWN_KEY_PATHS, assignment.value(), table))
                : Optional.empty());
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

  private static Optional<Mistake> first(
      Stage stage, Stream<PathExpression> paths, TableDescription table, String word) {
    return paths.map(path -> of(stage, path, table, word)).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Mistake> of(
      Stage stage, PathExpression path, TableDescription table, String word) {
    if (!(path.root() instanceof Variable root)) {
      return Optional.empty();
    }
    String attribute = root.name().value();
    boolean ofTable = table.key().contains(attribute);
    boolean ofIndex = table.indexes().stream().anyMatch(index -> index.key().contains(attribute));
    return ofTable || ofIndex
        ? Optional.of(
            new Mistake(
                stage,
                ErrorCode.WRONG_TYPE,
                Positions.of(path.span()),
                "Key attributes must be scalars; list random access '[]' and map lookup '.' are"
                    + " not allowed: "
                    + (ofTable ? word : "IndexKey: ")
                    + attribute))
        : Optional.empty();
  }
}
