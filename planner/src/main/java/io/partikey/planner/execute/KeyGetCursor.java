package io.partikey.planner.execute;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.backend.GetRequest;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.planner.plan.KeyGet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The item that a key names, if it is there and meets the residual. */
final class KeyGetCursor implements Cursor<Item> {
  private final ExecutionContext context;
  private final KeyGet node;
  private final PlanRow outer;
  private final AttributeSelection selection;
  private boolean done;

  KeyGetCursor(ExecutionContext context, KeyGet node, PlanRow outer, AttributeSelection selection) {
    this.context = context;
    this.node = node;
    this.outer = outer;
    this.selection = Residual.kept(node.residual()).widen(selection);
  }

  @Override
  public CursorStep<Item> next() {
    if (done) {
      return CursorStep.exhausted();
    }
    done = true;
    @Nullable ItemKey key =
        new KeyEvaluator(context, outer).key(node.table(), node.partition(), node.sort());
    if (key == null) {
      return CursorStep.exhausted();
    }
    @Nullable Item item =
        context
            .get(new GetRequest(node.table().name(), List.of(key), selection, false))
            .items()
            .get(0);
    boolean found =
        item != null && AccessCursors.condition(context, node.residual(), outer).test(item);
    return item != null && found ? CursorStep.found(item) : CursorStep.exhausted();
  }

  @Override
  public void close() {
    done = true;
  }
}
