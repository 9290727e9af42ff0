package io.partikey.planner.execute;

import io.partikey.engine.backend.Page;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.item.Item;
import java.util.Collections;
import java.util.Iterator;
import java.util.function.Function;

/** The items of one read of the store, page by page; pauses after each page without an item. */
public final class PageCursor implements Cursor<Item> {
  private final Function<PageRequest, Page> reader;
  private final PageSize size;
  private PageRequest request;
  private Iterator<Item> items = Collections.emptyIterator();
  private boolean lastPageRead;

  /**
   * A cursor that has read nothing yet.
   *
   * @param reader reads a page
   * @param first the first page, of any limit
   * @param size chooses the limit of each page
   */
  public PageCursor(Function<PageRequest, Page> reader, PageRequest first, PageSize size) {
    this.reader = reader;
    this.request = first;
    this.size = size;
  }

  @Override
  public CursorStep<Item> next() {
    if (!items.hasNext() && !lastPageRead) {
      readPage();
    }
    if (items.hasNext()) {
      return CursorStep.found(items.next());
    }
    return lastPageRead ? CursorStep.exhausted() : CursorStep.paused();
  }

  private void readPage() {
    // The page before goes first.
    items = Collections.emptyIterator();
    Page page = reader.apply(request.withLimit(size.next()));
    size.found(page.items().size());
    items = page.items().iterator();
    lastPageRead = page.continuation().isEmpty();
    request = request.after(page.continuation().orElse(null));
  }

  @Override
  public void close() {
    items = Collections.emptyIterator();
    lastPageRead = true;
  }
}
