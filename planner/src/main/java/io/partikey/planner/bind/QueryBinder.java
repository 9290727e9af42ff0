package io.partikey.planner.bind;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.item.AttributeType;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.UnionAllSyntax;
import io.partikey.planner.bound.SortKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Binds a query: its blocks, the union of them, then order and bounds.
 *
 * <pre>
 * SELECT … FROM … WHERE … ORDER BY … LIMIT …       Slice
 *                                                    Ordering
 *                                                      Selection
 *                                                        Table or Join
 * </pre>
 *
 * <p>The select list stays in the output until the query is used: order and bounds are below it.
 */
final class QueryBinder {
  private final BindingContext context;

  QueryBinder(BindingContext context) {
    this.context = context;
  }

  /**
   * A query after binding.
   *
   * @param outer the names of the query around it, null for none
   * @param scanAllowed whether a hint further out allows scans
   */
  Block bind(QuerySyntax query, @Nullable Scope outer, boolean scanAllowed) {
    Block block =
        query.body() instanceof Select select
            ? new SelectBinder(context, this, outer).bind(select, query.orderBy(), scanAllowed)
            : union((UnionAllSyntax) query.body(), query, outer, scanAllowed);
    if (query.limit() == null && query.offset() == null) {
      return block;
    }
    @Nullable Expression limit =
        query.limit() == null ? null : bound(query.limit().count(), "LIMIT");
    @Nullable Expression offset =
        query.offset() == null ? null : bound(query.offset().count(), "OFFSET");
    return new Block(
        new Draft.Sliced(block.draft(), limit, offset), block.output(), block.correlated());
  }

  private Block union(
      UnionAllSyntax union, QuerySyntax query, @Nullable Scope outer, boolean scanAllowed) {
    boolean allowed = scanAllowed || UnionBinder.firstHintAllowsScans(union);
    List<Block> blocks = union.inputs().stream().map(input -> bind(input, outer, allowed)).toList();
    Block whole = new UnionBinder(context).bind(union, blocks);
    if (query.orderBy() == null) {
      return whole;
    }
    List<SortKey> keys = new SortBinder(context, whole.output()).overOutput(query.orderBy());
    return new Block(new Draft.Ordered(whole.draft(), keys), whole.output(), whole.correlated());
  }

  private Expression bound(ExpressionSyntax count, String clause) {
    Scope nothing = new Scope(List.of(), null, context.mode());
    Expression bound = new ExpressionBinder(context, Aggregates.NONE).bind(count, nothing);
    new ParameterTyping(context).is(bound, AttributeType.N);
    return WholeNumbers.checked(bound, clause, count.span());
  }
}
