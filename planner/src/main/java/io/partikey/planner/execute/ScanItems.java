package io.partikey.planner.execute;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.backend.ScanRequest;
import io.partikey.engine.item.Item;
import io.partikey.engine.table.IndexDescription;
import io.partikey.planner.plan.Scan;
import org.jspecify.annotations.Nullable;

/** The items of a Scan: limit over residual over fetch over pages, as for a {@link QueryItems}. */
final class ScanItems {
  private ScanItems() {}

  static Cursor<Item> of(
      ExecutionContext context,
      Scan node,
      PlanRow outer,
      AttributeSelection selection,
      Demand demand) {
    Slicing slicing = Slicing.of(node.limit(), null, context.parameters());
    Residual residual =
        IndexEntries.residual(node.table(), node.index(), node.fetch(), node.residual(), outer);
    AttributeSelection needed = residual.widen(selection);
    AttributeSelection read = node.fetch() ? IndexEntries.keys(node.table()) : needed;
    PageRequest first =
        new PageRequest(residual.filter(context.parameters()), read, 0, null, false);
    @Nullable IndexDescription index = node.index();
    ScanRequest request =
        new ScanRequest(node.table().name(), index == null ? null : index.name(), first);
    Demand limited = slicing.demand(demand);
    Cursor<Item> pages =
        new PageCursor(
            page -> context.scan(request.withPage(page)),
            first,
            new PageSize(limited, residual.isEmpty()));
    Cursor<Item> whole =
        node.fetch() ? IndexEntries.fetch(context, node.table(), pages, needed, limited) : pages;
    return slicing.apply(AccessCursors.filtered(context, whole, residual.kept(), outer));
  }
}
