package io.partikey.planner.search.calcite;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.error.EngineException;
import org.apache.calcite.plan.Context;
import org.apache.calcite.plan.volcano.VolcanoPlanner;
import org.apache.calcite.rel.RelNode;
import org.jspecify.annotations.Nullable;

/** Calcite's planner, which asks before it applies a rule whether it is to stop. */
final class CancellablePlanner extends VolcanoPlanner {
  private final Cancellation cancellation;

  CancellablePlanner(Context context, Cancellation cancellation) {
    super(ItemCost.FACTORY, context);
    this.cancellation = cancellation;
  }

  @Override
  public void checkCancel() {
    cancellation.check();
  }

  /** The cheapest expression; what our rules and the cancellation raise comes as it was raised. */
  @Override
  public RelNode findBestExp() {
    try {
      return super.findBestExp();
    } catch (RuntimeException error) {
      throw raised(error);
    }
  }

  // Calcite wraps what is raised while a rule is applied.
  private static RuntimeException raised(RuntimeException error) {
    for (@Nullable Throwable each = error; each != null; each = each.getCause()) {
      if (each instanceof EngineException ours) {
        return ours;
      }
    }
    return error;
  }
}
