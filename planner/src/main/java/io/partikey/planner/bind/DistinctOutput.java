package io.partikey.planner.bind;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.OrderBy;
import io.partikey.planner.bound.SortKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * SELECT DISTINCT: the rows of the select list without repetition.
 *
 * @param block the query with its columns computed and made distinct
 * @param columns what each of its columns is computed from
 */
record DistinctOutput(Block block, Map<Integer, Expression> columns, BindingContext context) {
  /** The distinct rows of a block. */
  static DistinctOutput of(Block block, BindingContext context) {
    Map<Integer, Expression> columns = new LinkedHashMap<>();
    List<Output.Item> items = new ArrayList<>();
    for (Output.Item item : block.output().items()) {
      ColumnReference column = context.symbols().create(item.expression());
      columns.put(column.index(), item.expression());
      items.add(new Output.Item(column, item.column()));
    }
    Draft draft = new Draft.Distinct(new Draft.Projected(block.draft(), columns));
    Output output = new Output(items, context.symbols());
    return new DistinctOutput(new Block(draft, output, List.of()), columns, context);
  }

  /**
   * The keys of an order of the distinct rows.
   *
   * @param rows binds an expression over the rows that are made distinct
   * @throws io.partikey.engine.error.EngineException with {@code VALIDATION} if one is not shown
   */
  List<SortKey> order(OrderBy orderBy, Function<ExpressionSyntax, Expression> rows) {
    SortBinder sort = new SortBinder(context, block.output());
    return sort.overRows(
        orderBy,
        written -> shown(rows.apply(written)).orElseThrow(() -> sort.notInOutput(written)));
  }

  private Optional<Expression> shown(Expression expression) {
    return columns.entrySet().stream()
        .filter(column -> column.getValue().equals(expression))
        .<Expression>map(column -> new ColumnReference(column.getKey()))
        .findFirst();
  }
}
