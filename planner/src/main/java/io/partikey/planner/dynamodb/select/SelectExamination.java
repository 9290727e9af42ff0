package io.partikey.planner.dynamodb.select;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FromSource;
import io.partikey.parser.ast.ProjectionSyntax;
import io.partikey.parser.ast.QualifiedName;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SelectItem;
import io.partikey.parser.ast.SortItem;
import io.partikey.planner.bind.BindingContext;
import io.partikey.planner.bind.ElementNesting;
import io.partikey.planner.bind.SourceNames;
import io.partikey.planner.dynamodb.mistake.Mistake;
import io.partikey.planner.dynamodb.mistake.Stage;
import io.partikey.planner.dynamodb.rules.Examination;
import io.partikey.planner.dynamodb.rules.KeyPathRules;
import io.partikey.planner.dynamodb.rules.StatementOperands;
import io.partikey.planner.dynamodb.rules.ValueRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks at one SELECT when its table is known, and binds it to the key that it is read by. */
public final class SelectExamination {
  private final BindingContext context;
  private final QuerySyntax query;
  private final StatementOperands operands;
  private @Nullable TableDescription table;
  private @Nullable IndexDescription index;
  private @Nullable DynamoDbSelect bound;

  /**
   * An examination of a query.
   *
   * @param operands those of its text, which an examination of the text binds
   */
  public SelectExamination(BindingContext context, QuerySyntax query, StatementOperands operands) {
    this.context = context;
    this.query = query;
    this.operands = operands;
  }

  /** Adds what DynamoDB looks at beside the text. */
  public Examination examine(Examination examination) {
    return examination
        .look(Stage.SINGLE_ATTRIBUTE_KEY, this::ofSeveralAttributes)
        .look(
            Stage.TABLE,
            () -> Mistake.raisedBy(Stage.TABLE, () -> table = context.tables().tableOf(name())))
        .look(Stage.KEY_PATHS, () -> KeyPathRules.of(Stage.KEY_PATHS, select().where(), table()))
        .look(
            Stage.INDEX,
            () ->
                Mistake.raisedBy(
                    Stage.INDEX, () -> index = context.tables().tableOrIndex(name()).index()))
        .look(Stage.ORDER_WITHOUT_WHERE, this::ofOrderWithoutWhere)
        .look(Stage.CONSISTENCY, this::ofConsistency)
        .look(Stage.UNPROJECTED_COLUMNS, this::ofColumns)
        .look(Stage.ORDER_OF_SCAN, this::ofOrderOfScan)
        .look(Stage.KEY_VALUES, () -> constant(select -> select.ofKeys(Parameters.NONE)))
        .look(
            Stage.SHOWN_KEY_PATHS,
            () -> KeyPathRules.of(Stage.SHOWN_KEY_PATHS, select().projection(), table()))
        .look(Stage.ORDER_TERMS, this::ofOrder)
        .look(Stage.OVERLAP, () -> constant(select -> select.mistake(Parameters.NONE)));
  }

  /** The SELECT, in which no mistake was found. */
  public DynamoDbSelect bound() {
    return Objects.requireNonNull(bound, "the SELECT was looked at");
  }

  private Select select() {
    return (Select) query.body();
  }

  private QualifiedName name() {
    return SourceNames.of((FromSource) Objects.requireNonNull(select().from())).orElseThrow();
  }

  private TableDescription table() {
    return Objects.requireNonNull(table, "the table was asked for");
  }

  // DynamoDB says so before anything but that a text is not well formed or a number out of range.
  private Optional<Mistake> ofSeveralAttributes() {
    if (!(query.body() instanceof Select select) || !(select.from() instanceof FromSource source)) {
      return Optional.empty();
    }
    return SourceNames.of(source)
        .flatMap(context.tables()::findIndex)
        .filter(found -> found.key().isMultiAttribute())
        .map(
            found ->
                ValueRules.ofNumbers(select, context.text())
                    .orElseGet(
                        () ->
                            Mistake.at(
                                Stage.SINGLE_ATTRIBUTE_KEY,
                                select.span(),
                                "PartiQL statements cannot be executed on tables with"
                                    + " multi-attribute HASH keys or multi-attribute RANGE"
                                    + " keys.")));
  }

  private Optional<Mistake> ofOrderWithoutWhere() {
    return query.orderBy() != null && select().where() == null
        ? Optional.of(
            Mistake.at(
                Stage.ORDER_WITHOUT_WHERE,
                query.orderBy().span(),
                "Must have WHERE clause in the statement when using ORDER BY clause."))
        : Optional.empty();
  }

  private Optional<Mistake> ofConsistency() {
    boolean global = index != null && index.kind() == IndexDescription.IndexKind.GLOBAL;
    return global && context.settings().consistentRead()
        ? Optional.of(
            Mistake.of(
                Stage.CONSISTENCY,
                ErrorCode.VALIDATION,
                "Strongly consistent read is not supported on Global Secondary Indexes"))
        : Optional.empty();
  }

  private Optional<Mistake> ofColumns() {
    List<Expression> columns = columns();
    Optional<Mistake> mistake =
        index == null
            ? Optional.empty()
            : new UnprojectedAttributes(table(), index).ofColumns(columns);
    if (mistake.isEmpty()) {
      bound =
          DynamoDbSelect.of(
              table(), index, operands.condition(), columns, context.settings().consistentRead());
    }
    return mistake;
  }

  private List<Expression> columns() {
    List<Expression> columns = new ArrayList<>();
    for (SelectItem item : ((ProjectionSyntax.Items) select().projection()).items()) {
      if (item instanceof SelectItem.Column column) {
        columns.add(value(column.expression()));
      }
    }
    return columns;
  }

  private Expression value(ExpressionSyntax written) {
    Expression value = operands.value(written);
    return ElementNesting.of(written).map(shown -> shown.nested(value)).orElse(value);
  }

  private Optional<Mistake> ofOrderOfScan() {
    return query.orderBy() != null && !bound().isKeyed()
        ? Optional.of(DynamoDbSelect.orderOfScan())
        : Optional.empty();
  }

  private Optional<Mistake> ofOrder() {
    if (query.orderBy() == null) {
      return Optional.empty();
    }
    List<SortItem> terms = query.orderBy().items();
    Optional<Mistake> mistake =
        Mistake.first(terms, term -> OrderRules.of(term, bound().key(), context.text()));
    if (mistake.isEmpty()) {
      bound = bound().orderedBy(terms.stream().map(OrderRules::term).toList());
    }
    return mistake;
  }

  // What a parameter may change is looked at when its value is known.
  private Optional<Mistake> constant(Function<DynamoDbSelect, Optional<Mistake>> look) {
    return context.parameters().count() == 0 ? look.apply(bound()) : Optional.empty();
  }
}
