package io.partikey.planner.dynamodb.rules;

import static io.partikey.planner.dynamodb.rules.Rule.notWellFormed;
import static io.partikey.planner.dynamodb.rules.Rule.on;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.parser.ast.AddColumn;
import io.partikey.parser.ast.Alias;
import io.partikey.parser.ast.AlterTableOptions;
import io.partikey.parser.ast.Backup;
import io.partikey.parser.ast.CreateIndex;
import io.partikey.parser.ast.CreateTable;
import io.partikey.parser.ast.DescribeTable;
import io.partikey.parser.ast.DropIndex;
import io.partikey.parser.ast.DropTable;
import io.partikey.parser.ast.Explain;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.InsertSource;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.parser.ast.IsType;
import io.partikey.parser.ast.Offset;
import io.partikey.parser.ast.PathStepSyntax;
import io.partikey.parser.ast.ProjectionSyntax;
import io.partikey.parser.ast.QualifiedName;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SelectItem;
import io.partikey.parser.ast.ShowBackground;
import io.partikey.parser.ast.ShowCreateTable;
import io.partikey.parser.ast.ShowIndexes;
import io.partikey.parser.ast.ShowPartitions;
import io.partikey.parser.ast.ShowTables;
import io.partikey.parser.ast.Shutdown;
import io.partikey.parser.ast.SortItem;
import io.partikey.parser.ast.Statement;
import io.partikey.parser.ast.UpdateClause;
import io.partikey.parser.ast.Variable;
import io.partikey.planner.dynamodb.mistake.Refusals;
import io.partikey.planner.dynamodb.mistake.ReservedWords;
import java.util.List;
import java.util.Optional;

/**
 * What DynamoDB's parser does not read though PartiKey's grammar does: a table of rules by the kind
 * of node. What it reads and refuses all the same is for {@link Examination}.
 *
 * <p>Definitions are let through in every dialect: DynamoDB has other calls for them, which a
 * connection does not have.
 */
public final class FormRules {
  private static final int LONGEST_STATEMENT = 8192;
  private static final String NO_STATEMENT = "Expected data manipulation";
  private static final String LEFT_OVER = "Unexpected token after expression";

  private static final List<Class<? extends Statement>> DEFINITIONS =
      List.of(
          CreateTable.class,
          DropTable.class,
          AlterTableOptions.class,
          AddColumn.class,
          CreateIndex.class,
          DropIndex.class,
          Backup.class,
          Shutdown.class);

  /** What DynamoDB's parser does not read. */
  private static final List<Rule<?>> WELL_FORMED =
      List.of(
          notWellFormed(Explain.class, (node, text) -> Optional.of(NO_STATEMENT)),
          notWellFormed(DescribeTable.class, (node, text) -> Optional.of(NO_STATEMENT)),
          notWellFormed(ShowTables.class, (node, text) -> Optional.of(NO_STATEMENT)),
          notWellFormed(ShowIndexes.class, (node, text) -> Optional.of(NO_STATEMENT)),
          notWellFormed(ShowPartitions.class, (node, text) -> Optional.of(NO_STATEMENT)),
          notWellFormed(ShowBackground.class, (node, text) -> Optional.of(NO_STATEMENT)),
          notWellFormed(ShowCreateTable.class, (node, text) -> Optional.of(NO_STATEMENT)),
          notWellFormed(
              InsertStatement.class,
              (node, text) ->
                  node.mode() == InsertStatement.Mode.INSERT
                      ? Optional.empty()
                      : Optional.of(NO_STATEMENT)),
          notWellFormed(
              InsertSource.Rows.class,
              (node, text) ->
                  node.columns().isEmpty() ? Optional.empty() : Optional.of("Unexpected token")),
          notWellFormed(
              Select.class,
              (node, text) -> node.from() == null ? Optional.of("") : Optional.empty()),
          notWellFormed(ProjectionSyntax.Items.class, FormRules::starBesideOthers),
          on(ProjectionSyntax.Items.class, FormRules::refuseElements),
          notWellFormed(
              UpdateClause.Remove.class,
              (node, text) -> node.paths().size() > 1 ? Optional.of(LEFT_OVER) : Optional.empty()),
          notWellFormed(Offset.class, (node, text) -> Optional.of(LEFT_OVER)),
          notWellFormed(
              SortItem.class,
              (node, text) -> node.nullOrder() == null ? Optional.empty() : Optional.of(LEFT_OVER)),
          notWellFormed(
              IsType.class,
              (node, text) ->
                  ReservedWords.isType(node.type().name())
                      ? Optional.empty()
                      : Optional.of("Expected type name")),
          notWellFormed(
              Variable.class, (node, text) -> reserved(node.name(), "Unexpected keyword")),
          notWellFormed(
              PathStepSyntax.Attribute.class,
              (node, text) -> reserved(node.name(), "Invalid path dot component")),
          notWellFormed(Alias.class, (node, text) -> reserved(node.name(), "Unexpected keyword")),
          notWellFormed(
              QualifiedName.class,
              (node, text) ->
                  node.parts().stream()
                      .flatMap(part -> reserved(part, "Unexpected keyword").stream())
                      .findFirst()));

  private FormRules() {}

  /**
   * Checks the text of a statement before it is read.
   *
   * @throws EngineException with {@code LIMIT_EXCEEDED} if it is too long
   */
  public static void checkLength(String text) {
    if (text.length() > LONGEST_STATEMENT) {
      throw new EngineException(
          ErrorCode.LIMIT_EXCEEDED,
          "1 validation error detected: Value '"
              + text
              + "' at 'statement' failed to satisfy constraint: Member must have length less than"
              + " or equal to "
              + LONGEST_STATEMENT);
    }
  }

  /**
   * Checks that DynamoDB's parser reads a statement.
   *
   * @throws EngineException with DynamoDB's message
   */
  public static void check(Statement statement, String text) {
    if (DEFINITIONS.stream().anyMatch(type -> type.isInstance(statement))) {
      return;
    }
    statement.descendants().forEach(node -> WELL_FORMED.forEach(rule -> rule.check(node, text)));
  }

  private static Optional<String> reserved(Identifier name, String cause) {
    return !name.quoted() && ReservedWords.isReserved(name.value())
        ? Optional.of(cause)
        : Optional.empty();
  }

  private static Optional<String> starBesideOthers(ProjectionSyntax.Items projection, String text) {
    boolean beside =
        projection.items().size() > 1
            && projection.items().stream().anyMatch(SelectItem.Star.class::isInstance);
    return beside ? Optional.of("") : Optional.empty();
  }

  private static void refuseElements(ProjectionSyntax.Items projection, String text) {
    projection
        .descendants()
        .filter(PathStepSyntax.AllElements.class::isInstance)
        .forEach(
            step -> {
              throw Refusals.notWellFormed(step.span(), "");
            });
  }
}
