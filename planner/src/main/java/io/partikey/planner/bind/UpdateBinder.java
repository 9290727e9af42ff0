package io.partikey.planner.bind;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.ItemUpdate;
import io.partikey.engine.expression.UpdateAction;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.UpdateClause;
import io.partikey.parser.ast.UpdateStatement;
import io.partikey.planner.bound.BoundWrite;
import java.util.ArrayList;
import java.util.List;

/** Binds UPDATE in either word order. */
final class UpdateBinder {
  private final BindingContext context;

  UpdateBinder(BindingContext context) {
    this.context = context;
  }

  BoundWrite.Update bind(UpdateStatement statement) {
    WriteTarget target = WriteTarget.of(statement.target(), statement.hints(), context);
    UpdateActions binder = new UpdateActions(context, target.scope(), target.table());
    List<UpdateAction> actions = new ArrayList<>();
    for (UpdateClause clause : statement.clauses()) {
      if (clause instanceof UpdateClause.Remove remove) {
        remove.paths().forEach(path -> actions.add(binder.remove(path)));
      } else {
        ((UpdateClause.Set) clause).assignments().forEach(each -> actions.add(binder.set(each)));
      }
    }
    List<Expression> conjuncts = target.conjuncts(statement.where(), context);
    refuseOverlaps(statement, actions);
    return new BoundWrite.Update(
        target.table(),
        conjuncts,
        actions,
        Returnings.ofUpdate(statement.returning()),
        target.scanAllowed(),
        target.position(),
        target.mistyped());
  }

  private static void refuseOverlaps(UpdateStatement statement, List<UpdateAction> actions) {
    try {
      ItemUpdate.requireDistinctTargets(actions);
    } catch (EngineException overlapping) {
      throw BindingErrors.at(
          targets(statement).get(firstOverlapping(actions)).span(),
          overlapping.code(),
          overlapping.getMessage());
    }
  }

  private static List<ExpressionSyntax> targets(UpdateStatement statement) {
    List<ExpressionSyntax> targets = new ArrayList<>();
    for (UpdateClause clause : statement.clauses()) {
      if (clause instanceof UpdateClause.Set set) {
        set.assignments().forEach(assignment -> targets.add(assignment.target()));
      } else {
        targets.addAll(((UpdateClause.Remove) clause).paths());
      }
    }
    return targets;
  }

  // By bisection: those up to the first that overlaps do, and those before it do not.
  private static int firstOverlapping(List<UpdateAction> actions) {
    int distinct = 0;
    int overlapping = actions.size() - 1;
    while (overlapping - distinct > 1) {
      int middle = (distinct + overlapping) >>> 1;
      try {
        ItemUpdate.requireDistinctTargets(actions.subList(0, middle + 1));
        distinct = middle;
      } catch (EngineException refused) {
        overlapping = middle;
      }
    }
    return overlapping;
  }
}
