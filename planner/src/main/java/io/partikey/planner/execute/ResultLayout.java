package io.partikey.planner.execute;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeySchema;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.Row;
import io.partikey.planner.bound.OutputColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a plan become the columns of a result. Immutable.
 *
 * <p>A value is one column. A star is as many columns as its table has by now: one for each
 * attribute, and where a column names no attribute, the whole item. The value of SELECT VALUE is
 * one column; as an item, a map is its members.
 */
public final class ResultLayout {
  private final List<OutputColumn> output;
  private final List<ResultColumn> columns = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();

  private ResultLayout(List<OutputColumn> output) {
    this.output = List.copyOf(output);
  }

  /**
   * The layout of a query's output.
   *
   * @param starColumns the columns that a star is shown as; one that has an attribute shows it, one
   *     without shows the whole item
   */
  public static ResultLayout of(
      List<OutputColumn> output, Function<OutputColumn.Star, List<ResultColumn>> starColumns) {
    ResultLayout layout = new ResultLayout(output);
    for (int i = 0; i < output.size(); i++) {
      layout.show(i, output.get(i), starColumns);
    }
    return layout;
  }

  private void show(
      int position,
      OutputColumn shown,
      Function<OutputColumn.Star, List<ResultColumn>> starColumns) {
    if (shown instanceof OutputColumn.Star star) {
      for (ResultColumn column : starColumns.apply(star)) {
        columns.add(column);
        cells.add(new Cell(position, column.attribute().orElse(null)));
      }
      return;
    }
    columns.add(
        shown instanceof OutputColumn.Value value
            ? value.column()
            : ((OutputColumn.Whole) shown).column());
    cells.add(new Cell(position, null));
  }

  /** The columns of the result. */
  public List<ResultColumn> columns() {
    return List.copyOf(columns);
  }

  /** The row of the result that a row of the plan is shown as. */
  Row show(PlanRow row) {
    return new ResultRow(this, row);
  }

  /** The value of a column of the result for a row of the plan. */
  @Nullable AttributeValue value(PlanRow row, int column) {
    return cells.get(column).of(row);
  }

  /** A row of the plan as an item; of columns with one label the first is kept. */
  public Item item(PlanRow row) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    for (int i = 0; i < output.size(); i++) {
      @Nullable AttributeValue value = row.get(i);
      if (value != null) {
        collect(output.get(i), value, attributes);
      }
    }
    return new Item(attributes);
  }

  private static void collect(
      OutputColumn shown, AttributeValue value, Map<String, AttributeValue> attributes) {
    if (shown instanceof OutputColumn.Value plain) {
      attributes.putIfAbsent(plain.column().label(), value);
      return;
    }
    if (!(value instanceof MapValue map)) {
      attributes.putIfAbsent(labelOf(shown), value);
      return;
    }
    map.members()
        .forEach(
            (name, member) -> {
              if (shows(shown, name)) {
                attributes.putIfAbsent(name, member);
              }
            });
  }

  private static String labelOf(OutputColumn shown) {
    return shown instanceof OutputColumn.Whole whole ? whole.column().label() : "*";
  }

  // The star of an index shows what the index projects, even where whole items were fetched.
  private static boolean shows(OutputColumn shown, String attribute) {
    if (!(shown instanceof OutputColumn.Star star)) {
      return true;
    }
    KeySchema key = star.table().key();
    @Nullable IndexDescription index = star.index();
    return index == null || index.projects(attribute, key);
  }

  /** Where the value of a column is: a column of the plan, or a member of the map in it. */
  private record Cell(int position, @Nullable String member) {
    @Nullable AttributeValue of(PlanRow row) {
      @Nullable AttributeValue value = row.get(position);
      if (member == null) {
        return value;
      }
      return value instanceof MapValue map ? map.members().get(member) : null;
    }
  }
}
