package io.partikey.planner.bind;

import io.partikey.engine.expression.Expression;
import io.partikey.parser.ast.AggregateCallSyntax;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.OrderBy;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.planner.bound.SortKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Binds one SELECT with the ORDER BY behind it.
 *
 * <pre>
 * Ordering
 *   Distinct, Projection          with DISTINCT
 *     Selection                   HAVING
 *       Grouping                  GROUP BY, aggregates
 *         SemiJoin, Selection     WHERE
 *           Table, Join, Unnest   FROM
 * </pre>
 */
final class SelectBinder {
  private static final String ALLOW_SCAN = "ALLOW_SCAN";

  private final BindingContext context;
  private final QueryBinder queries;
  private final @Nullable Scope outer;

  SelectBinder(BindingContext context, QueryBinder queries, @Nullable Scope outer) {
    this.context = context;
    this.queries = queries;
    this.outer = outer;
  }

  /** Whether a hint of a SELECT allows scans. */
  static boolean hintAllowsScans(Select select) {
    return select.hints().stream().anyMatch(hint -> hint.is(ALLOW_SCAN));
  }

  Block bind(Select select, @Nullable OrderBy orderBy, boolean allowedOutside) {
    boolean scanAllowed = allowedOutside || hintAllowsScans(select);
    From from =
        select.from() == null
            ? new From(new Draft.SingleRow(), List.of())
            : new FromBinder(context, queries, outer, select.span().start(), scanAllowed)
                .bind(select.from());
    Scope scope = new Scope(from.sources(), outer, context.mode());
    Draft rows = from.draft();
    List<Expression> correlated = List.of();
    if (select.where() != null) {
      WhereBinder where = new WhereBinder(context, queries, scanAllowed);
      rows = where.filter(rows, select.where(), scope);
      correlated = where.correlated();
    }
    Scope names = scope.withoutOuter();
    Block block =
        isGrouped(select, orderBy)
            ? grouped(select, orderBy, rows, names)
            : plain(select, orderBy, rows, names);
    return new Block(block.draft(), block.output(), correlated);
  }

  /** Whether the rows of a SELECT are groups of rows. */
  static boolean isGrouped(Select select, @Nullable OrderBy orderBy) {
    return select.groupBy() != null
        || select.having() != null
        || hasAggregate(select.projection())
        || (orderBy != null && hasAggregate(orderBy));
  }

  private static boolean hasAggregate(Node node) {
    if (node instanceof QuerySyntax) {
      return false;
    }
    return node instanceof AggregateCallSyntax
        || node.children().stream().anyMatch(SelectBinder::hasAggregate);
  }

  private Block plain(Select select, @Nullable OrderBy orderBy, Draft rows, Scope scope) {
    OutputBinder.Values values = new PerRow(new ExpressionBinder(context, Aggregates.NONE));
    Output output = new OutputBinder(context, rows, scope, values).bind(select.projection());
    return finished(select, orderBy, new Block(rows, output, List.of()), values, scope);
  }

  private Block grouped(Select select, @Nullable OrderBy orderBy, Draft rows, Scope scope) {
    GroupBinder groups = new GroupBinder(context);
    ExpressionBinder perRow = new ExpressionBinder(context, Aggregates.NONE);
    if (select.groupBy() != null) {
      for (ExpressionSyntax key : select.groupBy().keys()) {
        groups.addKey(perRow.bind(SelectAliases.groupKey(key, select), scope));
      }
    }
    Output output = new OutputBinder(context, rows, scope, groups).bind(select.projection());
    List<Expression> having =
        select.having() == null
            ? List.of()
            : Simplification.conjuncts(
                groups.bindCondition(
                    select.having(), scope.withAliases(SelectAliases.inHaving(select, output))));
    Draft grouped = groups.group(rows);
    Draft kept = new FilterPushdown(context.symbols()).filter(grouped, having);
    return finished(select, orderBy, new Block(kept, output, List.of()), groups, scope);
  }

  private Block finished(
      Select select,
      @Nullable OrderBy orderBy,
      Block block,
      OutputBinder.Values values,
      Scope scope) {
    Scope names = scope.withAliases(SelectAliases.of(select, block.output()));
    if (select.distinct()) {
      DistinctOutput distinct = DistinctOutput.of(block, context);
      return orderBy == null
          ? distinct.block()
          : sorted(
              distinct.block(), distinct.order(orderBy, written -> values.bind(written, names)));
    }
    return orderBy == null
        ? block
        : sorted(
            block,
            new SortBinder(context, block.output())
                .overRows(orderBy, written -> values.bind(written, names)));
  }

  private static Block sorted(Block block, List<SortKey> keys) {
    return keys.isEmpty()
        ? block
        : new Block(new Draft.Ordered(block.draft(), keys), block.output(), List.of());
  }

  /** Columns over single rows. */
  private record PerRow(ExpressionBinder expressions) implements OutputBinder.Values {
    @Override
    public Expression bind(ExpressionSyntax written, Scope scope) {
      return expressions.bind(written, scope);
    }

    @Override
    public Expression column(Expression column, SourceSpan star) {
      return column;
    }
  }
}
