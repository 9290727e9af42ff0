package io.partikey.planner.dynamodb.rules;

import static io.partikey.planner.dynamodb.rules.Rule.notWellFormed;
import static io.partikey.planner.dynamodb.rules.Rule.on;

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
import io.partikey.planner.dynamodb.mistake.Mistake;
import io.partikey.planner.dynamodb.mistake.ReservedWords;
import io.partikey.planner.dynamodb.mistake.Stage;
import java.util.List;
import java.util.Optional;

/**
 * What DynamoDB's parser does not read though PartiKey's grammar does: a table of rules by the kind
 * of node.
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

  private static final List<Rule<?>> WELL_FORMED =
      List.of(
          notWellFormed(Explain.class, NO_STATEMENT),
          notWellFormed(DescribeTable.class, NO_STATEMENT),
          notWellFormed(ShowTables.class, NO_STATEMENT),
          notWellFormed(ShowIndexes.class, NO_STATEMENT),
          notWellFormed(ShowPartitions.class, NO_STATEMENT),
          notWellFormed(ShowBackground.class, NO_STATEMENT),
          notWellFormed(ShowCreateTable.class, NO_STATEMENT),
          notWellFormed(
              InsertStatement.class,
              insert -> insert.mode() != InsertStatement.Mode.INSERT,
              NO_STATEMENT),
          notWellFormed(
              InsertSource.Rows.class, rows -> !rows.columns().isEmpty(), "Unexpected token"),
          notWellFormed(Select.class, select -> select.from() == null, ""),
          notWellFormed(ProjectionSyntax.Items.class, FormRules::hasStarBesideOthers, ""),
          on(ProjectionSyntax.Items.class, FormRules::elements),
          notWellFormed(UpdateClause.Remove.class, remove -> remove.paths().size() > 1, LEFT_OVER),
          notWellFormed(Offset.class, LEFT_OVER),
          notWellFormed(SortItem.class, item -> item.nullOrder() != null, LEFT_OVER),
          notWellFormed(
              IsType.class,
              test -> !ReservedWords.isType(test.type().name()),
              "Expected type name"),
          notWellFormed(
              Variable.class, variable -> isReserved(variable.name()), "Unexpected keyword"),
          notWellFormed(
              PathStepSyntax.Attribute.class,
              step -> isReserved(step.name()),
              "Invalid path dot component"),
          notWellFormed(Alias.class, alias -> isReserved(alias.name()), "Unexpected keyword"),
          notWellFormed(
              QualifiedName.class,
              name -> name.parts().stream().anyMatch(FormRules::isReserved),
              "Unexpected keyword"));

  private FormRules() {}

  /** A text that is too long, if it is. */
  public static Optional<Mistake> ofLength(String text) {
    return text.length() <= LONGEST_STATEMENT
        ? Optional.empty()
        : Optional.of(
            Mistake.of(
                Stage.REQUEST,
                ErrorCode.LIMIT_EXCEEDED,
                "1 validation error detected: Value '"
                    + text
                    + "' at 'statement' failed to satisfy constraint: Member must have length less"
                    + " than or equal to "
                    + LONGEST_STATEMENT));
  }

  /** What DynamoDB's parser does not read of a statement. */
  public static Optional<Mistake> of(Statement statement, String text) {
    if (DEFINITIONS.stream().anyMatch(type -> type.isInstance(statement))) {
      return Optional.empty();
    }
    Clause clause = new Clause(Stage.FORM, text);
    return statement
        .descendants()
        .map(node -> Rule.first(WELL_FORMED, node, clause))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean isReserved(Identifier name) {
    return !name.quoted() && ReservedWords.isReserved(name.value());
  }

  private static boolean hasStarBesideOthers(ProjectionSyntax.Items projection) {
    return projection.items().size() > 1
        && projection.items().stream().anyMatch(SelectItem.Star.class::isInstance);
  }

  private static Optional<Mistake> elements(ProjectionSyntax.Items projection, Clause clause) {
    return projection
        .descendants()
        .filter(PathStepSyntax.AllElements.class::isInstance)
        .findFirst()
        .flatMap(step -> clause.notWellFormed(step, ""));
  }
}
