package io.partikey.planner.dynamodb.select;

import io.partikey.engine.item.Item;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;

/** A SELECT of DynamoDB's dialect, which can be read page by page. */
public interface ReadStatement extends CompiledStatement {
  /** What it reads. */
  DynamoDbSelect select();

  /**
   * Reads one page.
   *
   * @param limit most items to read, 0 for as many as a page holds
   * @param from where the page before ended, {@link SelectPosition#START} for the first one
   */
  SelectPage page(ExecutionRequest request, int limit, SelectPosition from);

  /** What it shows of an item. */
  Item show(Item item, ExecutionRequest request);
}
