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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Outer rows, each with the item that its key names: one request for a batch of outer rows, a key
 * that several of them have asked for once. Closes its input.
 */
final class KeyLookupCursor implements Cursor<LookupMatch> {
  private final ExecutionContext context;
  private final BatchCursor<PlanRow> batches;
  private final KeyGet node;
  private final AttributeSelection selection;
  private Iterator<LookupMatch> matches = Collections.emptyIterator();

  KeyLookupCursor(ExecutionContext context, Cursor<PlanRow> outer, KeyGet node, Demand demand) {
    this.context = context;
    this.batches = new BatchCursor<>(outer, demand);
    this.node = node;
    this.selection = Residual.kept(node.residual()).widen(Selections.of(node.layout()));
  }

  @Override
  public CursorStep<LookupMatch> next() {
    while (!matches.hasNext()) {
      CursorStep<List<PlanRow>> batch = batches.next();
      if (!(batch instanceof CursorStep.Found<List<PlanRow>> rows)) {
        return batch.map(list -> new LookupMatch(PlanRow.EMPTY, new ListCursor<>(List.of())));
      }
      matches = context.measurements().measured(node, () -> lookup(rows.value())).iterator();
    }
    return CursorStep.found(matches.next());
  }

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
    Map<ItemKey, Item> items = get(List.copyOf(distinct));
    List<LookupMatch> found = new ArrayList<>(outerRows.size());
    for (int i = 0; i < outerRows.size(); i++) {
      @Nullable Item item = items.get(keys.get(i));
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

  private Map<ItemKey, Item> get(List<ItemKey> keys) {
    Map<ItemKey, Item> found = new HashMap<>();
    if (keys.isEmpty()) {
      return found;
    }
    List<@Nullable Item> items =
        context.get(new GetRequest(node.table().name(), keys, selection, false)).items();
    for (int i = 0; i < keys.size(); i++) {
      @Nullable Item item = items.get(i);
      if (item != null) {
        found.put(keys.get(i), item);
      }
    }
    return found;
  }

  @Override
  public void close() {
    matches = Collections.emptyIterator();
    batches.close();
  }
}
