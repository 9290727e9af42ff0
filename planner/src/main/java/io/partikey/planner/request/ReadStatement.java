package io.partikey.planner.request;

import io.partikey.engine.item.Item;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.execute.ServicePage;
import io.partikey.planner.execute.ServicePosition;
import io.partikey.planner.service.ServiceSelect;

/** A SELECT of the service's dialect, which can be read page by page. */
public interface ReadStatement extends CompiledStatement {
  /** What it reads. */
  ServiceSelect select();

  /**
   * Reads one page.
   *
   * @param limit most items to read, 0 for as many as a page holds
   * @param from where the page before ended, {@link ServicePosition#START} for the first one
   */
  ServicePage page(ExecutionRequest request, int limit, ServicePosition from);

  /** What it shows of an item. */
  Item show(Item item, ExecutionRequest request);
}
