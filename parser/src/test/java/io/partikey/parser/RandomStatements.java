package io.partikey.parser;

import io.partikey.parser.ast.AddColumn;
import io.partikey.parser.ast.AlterTableOptions;
import io.partikey.parser.ast.Assignment;
import io.partikey.parser.ast.ColumnDefinition;
import io.partikey.parser.ast.CreateIndex;
import io.partikey.parser.ast.CreateTable;
import io.partikey.parser.ast.DeleteStatement;
import io.partikey.parser.ast.DescribeTable;
import io.partikey.parser.ast.DropIndex;
import io.partikey.parser.ast.ExistsCheck;
import io.partikey.parser.ast.Explain;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FromItem;
import io.partikey.parser.ast.FromQuery;
import io.partikey.parser.ast.FromSource;
import io.partikey.parser.ast.GroupBy;
import io.partikey.parser.ast.Hint;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.IndexDefinition;
import io.partikey.parser.ast.IndexProjection;
import io.partikey.parser.ast.InsertRow;
import io.partikey.parser.ast.InsertSource;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.parser.ast.JoinSyntax;
import io.partikey.parser.ast.KeyDefinition;
import io.partikey.parser.ast.LimitSyntax;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.Offset;
import io.partikey.parser.ast.OrderBy;
import io.partikey.parser.ast.ProjectionSyntax;
import io.partikey.parser.ast.QualifiedName;
import io.partikey.parser.ast.QueryBody;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.Returning;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SelectItem;
import io.partikey.parser.ast.SelectStatement;
import io.partikey.parser.ast.SortItem;
import io.partikey.parser.ast.Statement;
import io.partikey.parser.ast.TableOption;
import io.partikey.parser.ast.TargetTable;
import io.partikey.parser.ast.UnionAllSyntax;
import io.partikey.parser.ast.UpdateClause;
import io.partikey.parser.ast.UpdateStatement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes random statements, of every kind that has parts, from a seed. */
final class RandomStatements extends RandomTrees {

  RandomStatements(long seed) {
    super(seed);
  }

  Statement statement(int depth) {
    return switch (below(10)) {
      case 0, 1, 2 -> new SelectStatement(query(depth), NOWHERE);
      case 3, 4 -> insert(depth);
      case 5 -> update(depth);
      case 6 ->
          new DeleteStatement(
              hints(),
              target(),
              perhaps(() -> expression(depth)),
              perhaps(this::returning),
              NOWHERE);
      case 7 -> createTable();
      case 8 -> new ExistsCheck(subquery(depth), NOWHERE);
      default -> other(depth);
    };
  }

  private Statement other(int depth) {
    return switch (below(6)) {
      case 0 -> new Explain(coin(), statement(depth), NOWHERE);
      case 1 -> new CreateIndex(coin(), table(), index(IndexDefinition.Scope.GLOBAL), NOWHERE);
      case 2 -> new DropIndex(coin(), identifier(), table(), NOWHERE);
      case 3 -> new AlterTableOptions(table(), options(1), NOWHERE);
      case 4 -> new AddColumn(table(), column(), NOWHERE);
      default -> new DescribeTable(table(), NOWHERE);
    };
  }

  private QualifiedName table() {
    return new QualifiedName(some(1, 3, this::identifier), NOWHERE);
  }

  private TargetTable target() {
    return new TargetTable(table(), perhaps(this::alias), NOWHERE);
  }

  private List<Hint> hints() {
    return below(5) == 0 ? some(1, 2, () -> new Hint("ALLOW_SCAN", NOWHERE)) : List.of();
  }

  private Returning returning() {
    return new Returning(oneOf(Returning.Scope.class), oneOf(Returning.Image.class), NOWHERE);
  }

  @Override
  QuerySyntax subquery(int depth) {
    List<QuerySyntax> inputs = new ArrayList<>();
    inputs.add(plain(select(depth - 1)));
    if (below(4) == 0) {
      inputs.addAll(some(1, 2, () -> input(depth - 1)));
    }
    return ordered(body(inputs), depth - 1);
  }

  private QuerySyntax query(int depth) {
    if (depth <= 0 || below(4) != 0) {
      return ordered(select(depth), depth);
    }
    return ordered(body(some(2, 3, () -> input(depth - 1))), depth);
  }

  private QuerySyntax input(int depth) {
    return coin() ? plain(select(depth)) : query(depth);
  }

  private static QuerySyntax plain(Select select) {
    return new QuerySyntax(select, null, null, null, NOWHERE);
  }

  private static QueryBody body(List<QuerySyntax> inputs) {
    return inputs.size() == 1 ? inputs.get(0).body() : new UnionAllSyntax(inputs, NOWHERE);
  }

  private QuerySyntax ordered(QueryBody body, int depth) {
    return new QuerySyntax(
        body,
        perhaps(() -> new OrderBy(some(1, 2, () -> sortItem(depth)), NOWHERE)),
        perhaps(() -> new LimitSyntax(bound(), NOWHERE)),
        perhaps(() -> new Offset(bound(), NOWHERE)),
        NOWHERE);
  }

  private ExpressionSyntax bound() {
    return coin() ? parameter() : new NumberLiteral("10", NOWHERE);
  }

  private SortItem sortItem(int depth) {
    return new SortItem(
        expression(depth),
        perhaps(() -> oneOf(SortItem.Direction.class)),
        perhaps(() -> oneOf(SortItem.NullOrder.class)),
        NOWHERE);
  }

  private Select select(int depth) {
    return new Select(
        hints(),
        coin(),
        below(5) == 0
            ? new ProjectionSyntax.Value(expression(depth), NOWHERE)
            : new ProjectionSyntax.Items(some(1, 3, () -> selectItem(depth)), NOWHERE),
        perhaps(() -> from(depth)),
        perhaps(() -> expression(depth)),
        perhaps(() -> new GroupBy(some(1, 2, () -> expression(depth)), NOWHERE)),
        perhaps(() -> expression(depth)),
        NOWHERE);
  }

  private SelectItem selectItem(int depth) {
    return switch (below(5)) {
      case 0 -> new SelectItem.Star(NOWHERE);
      case 1 -> new SelectItem.QualifiedStar(variable(), NOWHERE);
      default -> new SelectItem.Column(expression(depth), perhaps(this::alias), NOWHERE);
    };
  }

  private FromItem from(int depth) {
    if (depth > 0 && below(3) == 0) {
      JoinSyntax.Kind kind = oneOf(JoinSyntax.Kind.class);
      FromItem left = from(depth - 1);
      FromItem right = from(depth - 1);
      boolean conditional = kind == JoinSyntax.Kind.INNER || kind == JoinSyntax.Kind.LEFT;
      return new JoinSyntax(kind, left, right, conditional ? expression(depth - 1) : null, NOWHERE);
    }
    if (depth > 0 && below(3) == 0) {
      return new FromQuery(query(depth - 1), perhaps(this::alias), NOWHERE);
    }
    ExpressionSyntax root = below(5) == 0 ? parameter() : variable();
    return new FromSource(
        coin() ? root : path(root, depth - 1),
        perhaps(this::alias),
        perhaps(this::identifier),
        NOWHERE);
  }

  private InsertStatement insert(int depth) {
    return new InsertStatement(
        oneOf(InsertStatement.Mode.class), hints(), table(), source(depth), NOWHERE);
  }

  private InsertSource source(int depth) {
    return switch (below(5)) {
      case 0 ->
          new InsertSource.Items(
              InsertSource.Items.Form.VALUE, List.of(expression(depth)), NOWHERE);
      case 1 ->
          new InsertSource.Items(
              InsertSource.Items.Form.VALUES, some(1, 3, () -> tuple(depth)), NOWHERE);
      case 2 ->
          new InsertSource.Items(
              InsertSource.Items.Form.BAG, some(0, 3, () -> expression(depth)), NOWHERE);
      case 3 ->
          new InsertSource.Rows(
              some(0, 2, this::identifier),
              some(1, 2, () -> new InsertRow(some(1, 3, () -> expression(depth)), NOWHERE)),
              NOWHERE);
      default -> new InsertSource.QueryResult(some(0, 2, this::identifier), query(depth), NOWHERE);
    };
  }

  private UpdateStatement update(int depth) {
    boolean fromFirst = coin();
    List<Hint> hints = hints();
    TargetTable target = target();
    @Nullable ExpressionSyntax before = fromFirst ? perhaps(() -> expression(depth)) : null;
    List<UpdateClause> clauses = some(1, 3, () -> clause(depth));
    @Nullable ExpressionSyntax after = fromFirst ? null : perhaps(() -> expression(depth));
    return new UpdateStatement(
        hints,
        fromFirst,
        target,
        clauses,
        fromFirst ? before : after,
        perhaps(this::returning),
        NOWHERE);
  }

  private UpdateClause clause(int depth) {
    return coin()
        ? new UpdateClause.Remove(some(1, 2, () -> targetPath(depth)), NOWHERE)
        : new UpdateClause.Set(
            some(1, 2, () -> new Assignment(targetPath(depth), expression(depth), NOWHERE)),
            NOWHERE);
  }

  private ExpressionSyntax targetPath(int depth) {
    return coin() ? variable() : path(variable(), depth - 1);
  }

  private CreateTable createTable() {
    return new CreateTable(
        coin(),
        table(),
        some(1, 3, this::column),
        perhaps(
            () -> new KeyDefinition(List.of(identifier()), some(0, 1, this::identifier), NOWHERE)),
        some(0, 2, () -> index(oneOf(IndexDefinition.Scope.class))),
        options(0),
        NOWHERE);
  }

  private ColumnDefinition column() {
    return new ColumnDefinition(identifier(), type(), coin(), NOWHERE);
  }

  private IndexDefinition index(IndexDefinition.Scope scope) {
    boolean sortKeyOnly = scope == IndexDefinition.Scope.LOCAL && coin();
    List<Identifier> partitionKey = sortKeyOnly ? List.of() : some(1, 3, this::identifier);
    boolean needsSortKey = scope == IndexDefinition.Scope.LOCAL;
    List<Identifier> sortKey =
        sortKeyOnly ? List.of(identifier()) : some(needsSortKey ? 1 : 0, 3, this::identifier);
    return new IndexDefinition(
        scope,
        identifier(),
        new KeyDefinition(partitionKey, sortKey, NOWHERE),
        projection(),
        NOWHERE);
  }

  private IndexProjection projection() {
    IndexProjection.Kind kind = oneOf(IndexProjection.Kind.class);
    boolean include = kind == IndexProjection.Kind.INCLUDE;
    return new IndexProjection(kind, include ? some(1, 2, this::identifier) : List.of(), NOWHERE);
  }

  private List<TableOption> options(int atLeast) {
    return some(atLeast, 2, () -> new TableOption(identifier(), string(), NOWHERE));
  }
}
