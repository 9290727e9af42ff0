package io.partikey.planner.dynamodb.request;

import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.table.KeyRules;
import io.partikey.engine.table.TableDescription;

/** An item that a statement names. */
record TableItem(String table, ItemKey key) {
  /**
   * The item of a write.
   *
   * @throws io.partikey.engine.error.EngineException if an item to put has no key, or none that a
   *     key can be
   */
  static TableItem of(WriteRequest request, TableDescription table) {
    if (request instanceof WriteRequest.Put put) {
      return new TableItem(table.name(), KeyRules.keyOf(table, put.item()));
    }
    if (request instanceof WriteRequest.Update update) {
      return new TableItem(table.name(), update.key());
    }
    return new TableItem(
        table.name(),
        request instanceof WriteRequest.Delete delete
            ? delete.key()
            : ((WriteRequest.Check) request).key());
  }
}
