package io.partikey.planner.execute;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableDescription;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What reads of a table and of its indexes have in common: entries, and the items behind them. */
public final class IndexEntries {
  private IndexEntries() {}

  /**
   * What of a residual is tested on what is read, and what on the items fetched for it.
   *
   * @param index the index read, null for the table
   */
  static Residual residual(
      TableDescription table,
      @Nullable IndexDescription index,
      boolean fetch,
      @Nullable Expression residual,
      PlanRow outer) {
    return Residual.split(
        residual,
        outer,
        attribute -> !fetch || index == null || index.projects(attribute, table.key()));
  }

  /** What an entry must have for its item to be fetched. */
  static AttributeSelection keys(TableDescription table) {
    return Selections.plus(AttributeSelection.of(Set.of()), table.key());
  }

  /** The items of entries, in their order. Closes its input. */
  static Cursor<Item> fetch(
      ExecutionContext context,
      TableDescription table,
      Cursor<Item> entries,
      AttributeSelection selection,
      Demand demand) {
    return new MultiGetCursor(
        context,
        table.name(),
        new MapCursor<>(entries, entry -> keyOf(table, entry)),
        selection,
        demand);
  }

  /** The primary key of an item or entry. */
  public static ItemKey keyOf(TableDescription table, Item item) {
    AttributeValue partition = present(item, table.partitionKey().name());
    return table
        .sortKey()
        .map(sort -> ItemKey.of(partition, present(item, sort.name())))
        .orElseGet(() -> ItemKey.of(partition));
  }

  private static AttributeValue present(Item item, String keyAttribute) {
    return Objects.requireNonNull(item.get(keyAttribute), "an item without its key");
  }
}
