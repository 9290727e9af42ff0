package io.partikey.planner.execute;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.backend.GetRequest;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.planner.plan.KeyGet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Outer rows, each with the item that its key names: one request for a batch of outer rows, or more
 * where the items are large; a key that several of them have is asked for once. Closes its input.
 */
final class KeyLookupCursor implements Cursor<LookupMatch> {
  private final ExecutionContext context;
  private final BatchCursor<PlanRow> batches;
  private final KeyGet node;
  private final AttributeSelection selection;
  private List<PlanRow> waiting = List.of();
  private Iterator<LookupMatch> matches = Collections.emptyIterator();

  KeyLookupCursor(ExecutionContext context, Cursor<PlanRow> outer, KeyGet node, Demand demand) {
    this.context = context;
    this.batches = new BatchCursor<>(outer, demand, PlanRow::memoryBytes);
    this.node = node;
    this.selection = Residual.kept(node.residual()).widen(Selections.of(node.layout()));
  }

  @Override
  public CursorStep<LookupMatch> next() {
    while (!matches.hasNext()) {
      if (waiting.isEmpty()) {
        CursorStep<List<PlanRow>> batch = batches.next();
        if (!(batch instanceof CursorStep.Found<List<PlanRow>> rows)) {
          return batch.map(list -> new LookupMatch(PlanRow.EMPTY, new ListCursor<>(List.of())));
        }
        waiting = rows.value();
      }
      List<PlanRow> rows = waiting;
      List<LookupMatch> found = context.measurements().measured(node, () -> lookup(rows));
      waiting = rows.subList(found.size(), rows.size());
      matches = found.iterator();
    }
    return CursorStep.found(matches.next());
  }

  /** The matches of the first rows, as many as one request has the items of. */
  private List<LookupMatch> lookup(List<PlanRow> outerRows) {
    List<@Nullable ItemKey> keys = new ArrayList<>(outerRows.size());
    Set<ItemKey> distinct = new LinkedHashSet<>();
    for (PlanRow outer : outerRows) {
      @Nullable ItemKey key =
          new KeyEvaluator(context, outer).key(node.table(), node.partition(), node.sort());
      keys.add(key);
      if (key != null) {
        distinct.add(key);
      }
    }
    Map<ItemKey, Optional<Item>> items = get(List.copyOf(distinct));
    List<LookupMatch> found = new ArrayList<>(outerRows.size());
    for (int i = 0; i < outerRows.size(); i++) {
      @Nullable ItemKey key = keys.get(i);
      if (key != null && !items.containsKey(key)) {
        break;
      }
      @Nullable Item item =
          key == null ? null : items.getOrDefault(key, Optional.empty()).orElse(null);
      found.add(new LookupMatch(outerRows.get(i), rows(outerRows.get(i), item)));
    }
    return found;
  }

  private Cursor<PlanRow> rows(PlanRow outer, @Nullable Item item) {
    boolean found =
        item != null && AccessCursors.condition(context, node.residual(), outer).test(item);
    List<PlanRow> rows =
        item != null && found ? List.of(PlanRow.of(item, node.layout())) : List.of();
    return context.measurements().counted(node, new ListCursor<>(rows));
  }

  private Map<ItemKey, Optional<Item>> get(List<ItemKey> keys) {
    Map<ItemKey, Optional<Item>> found = new HashMap<>();
    if (keys.isEmpty()) {
      return found;
    }
    List<@Nullable Item> items =
        context.get(new GetRequest(node.table().name(), keys, selection, false)).items();
    for (int i = 0; i < items.size(); i++) {
      found.put(keys.get(i), Optional.ofNullable(items.get(i)));
    }
    return found;
  }

  @Override
  public void close() {
    waiting = List.of();
    matches = Collections.emptyIterator();
    batches.close();
  }
}
