package io.partikey.planner.bind;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.item.AttributeType;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.UnionAllSyntax;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.bound.OutputColumn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Binds UNION ALL: columns meet by position and are called what the first query calls them. */
final class UnionBinder {
  private final BindingContext context;

  UnionBinder(BindingContext context) {
    this.context = context;
  }

  /** Whether the first query of a union allows scans, which goes for the whole. */
  static boolean firstHintAllowsScans(UnionAllSyntax union) {
    QuerySyntax first = union.inputs().get(0);
    return first.body() instanceof Select select
        ? SelectBinder.hintAllowsScans(select)
        : firstHintAllowsScans((UnionAllSyntax) first.body());
  }

  /** The union of queries after binding, in the order of the statement. */
  Block bind(UnionAllSyntax union, List<Block> blocks) {
    int width = blocks.get(0).output().items().size();
    List<Draft.Projected> branches = new ArrayList<>();
    List<Expression> correlated = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.output().items().size() != width) {
        throw BindingErrors.at(
            union.inputs().get(i).span(),
            ErrorCode.VALIDATION,
            "The queries of a UNION ALL must have as many columns as the first, which has "
                + width
                + ", not "
                + block.output().items().size()
                + ".");
      }
      branches.add(projection(block));
      correlated.addAll(block.correlated());
    }
    if (!correlated.isEmpty()) {
      throw BindingErrors.unsupported(
          union.span(),
          "A UNION ALL that uses columns of the query around it",
          "Write one subquery for each part.");
    }
    return whole(union, blocks, branches, width);
  }

  private Block whole(
      UnionAllSyntax union, List<Block> blocks, List<Draft.Projected> branches, int width) {
    List<Integer> symbols = new ArrayList<>();
    List<Output.Item> items = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      int column = i;
      ColumnReference symbol = context.symbols().create();
      List<OutputColumn> meeting =
          blocks.stream().map(block -> block.output().items().get(column).column()).toList();
      symbols.add(symbol.index());
      items.add(new Output.Item(symbol, met(union, meeting)));
    }
    return new Block(
        new Draft.United(branches, symbols), new Output(items, context.symbols()), List.of());
  }

  private Draft.Projected projection(Block block) {
    Map<Integer, Expression> columns = new LinkedHashMap<>();
    for (Output.Item item : block.output().items()) {
      columns.put(context.symbols().create().index(), item.expression());
    }
    return new Draft.Projected(block.draft(), columns);
  }

  private static OutputColumn met(UnionAllSyntax union, List<OutputColumn> columns) {
    OutputColumn first = columns.get(0);
    if (columns.stream().allMatch(first::equals)) {
      return first;
    }
    if (columns.stream().allMatch(OutputColumn.Whole.class::isInstance)) {
      String label = ((OutputColumn.Whole) first).column().label();
      List<ResultColumn> wholes =
          columns.stream().map(column -> ((OutputColumn.Whole) column).column()).toList();
      return new OutputColumn.Whole(ResultColumn.computed(label, types(wholes)));
    }
    if (!columns.stream().allMatch(OutputColumn.Value.class::isInstance)) {
      throw BindingErrors.unsupported(
          union.span(),
          "A UNION ALL of stars over different tables, or of a star and a column",
          "Name the columns in each query.");
    }
    String label = ((OutputColumn.Value) first).column().label();
    List<ResultColumn> values =
        columns.stream().map(column -> ((OutputColumn.Value) column).column()).toList();
    return new OutputColumn.Value(ResultColumn.computed(label, types(values)));
  }

  /** The types of all columns; none if nothing is known of one. */
  private static Set<AttributeType> types(List<ResultColumn> columns) {
    Set<AttributeType> types = EnumSet.noneOf(AttributeType.class);
    for (ResultColumn column : columns) {
      if (column.types().isEmpty()) {
        return Set.of();
      }
      types.addAll(column.types());
    }
    return types;
  }
}
