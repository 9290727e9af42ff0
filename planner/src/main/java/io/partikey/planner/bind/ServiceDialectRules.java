package io.partikey.planner.bind;

import static io.partikey.planner.bind.ServiceRule.notWellFormed;
import static io.partikey.planner.bind.ServiceRule.on;
import static io.partikey.planner.bind.ServiceRule.refuse;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.parser.ast.AddColumn;
import io.partikey.parser.ast.Alias;
import io.partikey.parser.ast.AlterTableOptions;
import io.partikey.parser.ast.Assignment;
import io.partikey.parser.ast.Backup;
import io.partikey.parser.ast.CreateIndex;
import io.partikey.parser.ast.CreateTable;
import io.partikey.parser.ast.DeleteStatement;
import io.partikey.parser.ast.DescribeTable;
import io.partikey.parser.ast.DropIndex;
import io.partikey.parser.ast.DropTable;
import io.partikey.parser.ast.Explain;
import io.partikey.parser.ast.Expression;
import io.partikey.parser.ast.FromQuery;
import io.partikey.parser.ast.FromSource;
import io.partikey.parser.ast.GroupBy;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.InsertSource;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.parser.ast.IsType;
import io.partikey.parser.ast.Join;
import io.partikey.parser.ast.Limit;
import io.partikey.parser.ast.Offset;
import io.partikey.parser.ast.PathStep;
import io.partikey.parser.ast.Projection;
import io.partikey.parser.ast.QualifiedName;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SelectItem;
import io.partikey.parser.ast.ShowCreateTable;
import io.partikey.parser.ast.ShowIndexes;
import io.partikey.parser.ast.ShowPartitions;
import io.partikey.parser.ast.ShowTables;
import io.partikey.parser.ast.Shutdown;
import io.partikey.parser.ast.SortItem;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.Statement;
import io.partikey.parser.ast.UnionAll;
import io.partikey.parser.ast.UpdateStatement;
import io.partikey.parser.ast.Variable;
import java.util.List;
import java.util.Optional;

/**
 * What the service refuses though PartiKey's grammar reads it: tables of rules by the kind of node,
 * each applied to the whole statement before the next one, as the service goes about it. Names are
 * not looked up here.
 *
 * <p>Definitions are let through in every dialect: the service has other calls for them, which a
 * connection does not have.
 */
public final class ServiceDialectRules {
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

  /** What the service's parser does not read. */
  private static final List<ServiceRule<?>> WELL_FORMED =
      List.of(
          notWellFormed(Explain.class, (node, text) -> Optional.of(NO_STATEMENT)),
          notWellFormed(DescribeTable.class, (node, text) -> Optional.of(NO_STATEMENT)),
          notWellFormed(ShowTables.class, (node, text) -> Optional.of(NO_STATEMENT)),
          notWellFormed(ShowIndexes.class, (node, text) -> Optional.of(NO_STATEMENT)),
          notWellFormed(ShowPartitions.class, (node, text) -> Optional.of(NO_STATEMENT)),
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
          notWellFormed(Projection.Items.class, ServiceDialectRules::starBesideOthers),
          notWellFormed(PathStep.AllElements.class, (node, text) -> Optional.of("")),
          notWellFormed(Offset.class, (node, text) -> Optional.of(LEFT_OVER)),
          notWellFormed(
              SortItem.class,
              (node, text) -> node.nullOrder() == null ? Optional.empty() : Optional.of(LEFT_OVER)),
          notWellFormed(
              IsType.class,
              (node, text) ->
                  ServiceWords.isType(node.type().name())
                      ? Optional.empty()
                      : Optional.of("Expected type name")),
          notWellFormed(
              Variable.class, (node, text) -> reserved(node.name(), "Unexpected keyword")),
          notWellFormed(
              PathStep.Attribute.class,
              (node, text) -> reserved(node.name(), "Invalid path dot component")),
          notWellFormed(Alias.class, (node, text) -> reserved(node.name(), "Unexpected keyword")),
          notWellFormed(
              QualifiedName.class,
              (node, text) ->
                  node.parts().stream()
                      .flatMap(part -> reserved(part, "Unexpected keyword").stream())
                      .findFirst()));

  /** What the service's statements do not have. */
  private static final List<ServiceRule<?>> SHAPE =
      List.of(
          refuse(Alias.class, "Aliasing is not supported"),
          refuse(Join.class, "Only select from a single table or index is supported."),
          refuse(UnionAll.class, "Only select from a single table or index is supported."),
          refuse(FromQuery.class, "Unexpected from source"),
          refuse(FromSource.class, ServiceDialectRules::noTable),
          refuse(QualifiedName.class, ServiceDialectRules::wrongName),
          refuse(
              Projection.Value.class, "Select projection doesn't support value or pivot keywords"),
          refuse(
              Select.class,
              node ->
                  node.distinct()
                      ? Optional.of("Unsupported token in expression: DISTINCT")
                      : Optional.empty()),
          refuse(
              Limit.class,
              node -> Optional.of("Unsupported clause: LIMIT at " + node.count().span())),
          on(
              GroupBy.class,
              (node, text) -> unsupportedClause("GROUP BY", node.keys().get(0), text)),
          on(
              Select.class,
              (node, text) -> {
                if (node.having() != null) {
                  unsupportedClause("HAVING", node.having(), text);
                }
              }),
          refuse(InsertSource.Rows.class, "Unsupported operation: InsertOp"),
          refuse(InsertSource.QueryResult.class, "Unsupported operation: InsertOp"),
          refuse(
              UpdateStatement.class,
              node ->
                  indexWritten(
                      node.target().name(), "This operation is not supported on an index")),
          refuse(
              DeleteStatement.class,
              node ->
                  indexWritten(
                      node.target().name(), "This operation is not supported on an index")),
          refuse(
              InsertStatement.class,
              node ->
                  indexWritten(
                      node.table(),
                      "FROM clause may only contain a single table name in data manipulation"
                          + " statements at "
                          + node.table().span())),
          refuse(
              InsertSource.Items.class,
              node ->
                  node.form() == InsertSource.Items.Form.VALUE
                      ? Optional.empty()
                      : Optional.of("Unsupported operation: InsertOp")));

  /** What may stand in the clauses of the service's statements. */
  private static final List<ServiceRule<?>> CLAUSES =
      List.of(
          on(Projection.Items.class, ServiceProjectionRules::check),
          on(SortItem.class, ServiceProjectionRules::checkOrder),
          on(InsertSource.Items.class, ServiceValueRules::checkItem),
          on(Assignment.class, ServiceUpdateRules::check),
          on(Select.class, (node, text) -> ServiceConditionRules.check(node.where(), text)),
          on(
              UpdateStatement.class,
              (node, text) -> ServiceConditionRules.check(node.where(), text)),
          on(
              DeleteStatement.class,
              (node, text) -> ServiceConditionRules.check(node.where(), text)));

  private ServiceDialectRules() {}

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
   * Checks a statement.
   *
   * @throws EngineException with the service's message
   */
  public static void check(Statement statement, String text) {
    if (DEFINITIONS.stream().anyMatch(type -> type.isInstance(statement))) {
      return;
    }
    for (List<ServiceRule<?>> stage : List.of(WELL_FORMED, SHAPE, CLAUSES)) {
      statement.descendants().forEach(node -> stage.forEach(rule -> rule.check(node, text)));
    }
  }

  private static Optional<String> reserved(Identifier name, String cause) {
    return !name.quoted() && ServiceWords.isReserved(name.value())
        ? Optional.of(cause)
        : Optional.empty();
  }

  private static Optional<String> starBesideOthers(Projection.Items projection, String text) {
    boolean beside =
        projection.items().size() > 1
            && projection.items().stream().anyMatch(SelectItem.Star.class::isInstance);
    return beside ? Optional.of("") : Optional.empty();
  }

  private static Optional<String> noTable(FromSource source) {
    Optional<QualifiedName> name = SourceNames.of(source);
    return name.isEmpty() || source.position() != null
        ? Optional.of("Unexpected from source")
        : wrongName(name.get());
  }

  private static Optional<String> wrongName(QualifiedName name) {
    if (name.parts().stream().anyMatch(part -> part.value().isEmpty())) {
      return Optional.of("Path component cannot be an empty string");
    }
    return name.parts().size() > 2
        ? Optional.of("A path may contain at most 2 components in the FROM clause")
        : Optional.empty();
  }

  private static Optional<String> indexWritten(QualifiedName name, String message) {
    return name.parts().size() > 1 ? Optional.of(message) : Optional.empty();
  }

  private static void unsupportedClause(String clause, Expression first, String text) {
    SourceSpan span = ServiceSpans.of(first, text);
    throw ServiceRefusal.withPlace(span, "Unsupported clause: " + clause);
  }
}
