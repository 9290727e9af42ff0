package io.partikey.engine.backend;

import io.partikey.engine.item.ItemKey;
import io.partikey.engine.table.TableStatistics;
import java.util.List;

/**
 * Reads on one moment of a store. Used by one thread at a time; closed by whoever opened it. Holds
 * no lock.
 */
public interface ReadView extends AutoCloseable {
  /**
   * Gets items by full key, repeated keys included.
   *
   * @return the items of all keys, or of the first where those fill a page; whoever wants the
   *     others asks for the keys that are left
   */
  GetResult getItems(GetRequest request);

  /** Gets one item by full key. */
  default GetResult getItem(String table, ItemKey key) {
    return getItems(GetRequest.of(table, List.of(key)));
  }

  /** Reads one page of an item collection of a table or index, in the order of its sort key. */
  Page query(QueryRequest request);

  /** Reads one page of a whole table or index, in partition order, then sort key order. */
  Page scan(ScanRequest request);

  /**
   * Exact counts of a table and its indexes in this view, in a transaction with its own writes. A
   * transaction that writes commits only if an index that was found to hold every item of its table
   * still does.
   */
  TableStatistics statistics(String table);

  /** Ends the view. Idempotent. */
  @Override
  void close();
}
