package io.partikey.planner.bind;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.ItemUpdate;
import io.partikey.engine.expression.PathAccess;
import io.partikey.engine.expression.UpdateAction;
import io.partikey.engine.item.DocumentPath;
import io.partikey.engine.table.TableDescription;
import io.partikey.parser.ast.Assignment;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.UpdateClause;
import io.partikey.parser.ast.UpdateStatement;
import io.partikey.planner.bound.BoundWrite;
import io.partikey.planner.mode.Mode;
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
    List<UpdateAction> actions = new ArrayList<>();
    // Parameters are typed in the order of the text, so clauses come before WHERE or after it.
    for (UpdateClause clause : statement.clauses()) {
      addActions(clause, target, actions);
    }
    List<Expression> conjuncts = target.conjuncts(statement.where(), context);
    if (context.mode().conditions() == Mode.Conditions.SIMPLIFIED) {
      refuseOverlaps(statement, actions);
    }
    return new BoundWrite.Update(
        target.table(),
        conjuncts,
        actions,
        Returnings.ofUpdate(statement.returning()),
        target.scanAllowed(),
        target.position(),
        target.mistyped());
  }

  private void addActions(UpdateClause clause, WriteTarget target, List<UpdateAction> actions) {
    if (clause instanceof UpdateClause.Remove remove) {
      for (ExpressionSyntax path : remove.paths()) {
        actions.add(new UpdateAction.Remove(path(path, target)));
      }
      return;
    }
    for (Assignment assignment : ((UpdateClause.Set) clause).assignments()) {
      DocumentPath path = path(assignment.target(), target);
      Expression value = new OperandBinder(context, target.scope()).value(assignment, path);
      if (path.steps().isEmpty()) {
        new ParameterTyping(context).assigned(value, target.table(), path.attribute());
      }
      actions.add(new UpdateAction.Set(path, value));
    }
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

  private DocumentPath path(ExpressionSyntax written, WriteTarget target) {
    Expression bound = new ExpressionBinder(context, Aggregates.NONE).bind(written, target.scope());
    DocumentPath path = path(bound, written.span());
    if (context.mode().conditions() == Mode.Conditions.SIMPLIFIED) {
      // The store says it otherwise, when it knows whether it refuses a statement or a transaction.
      refuseKey(target.table(), path, written.span());
    }
    return path;
  }

  private static DocumentPath path(Expression bound, SourceSpan span) {
    if (bound instanceof AttributeReference attribute) {
      return DocumentPath.of(attribute.name());
    }
    if (bound instanceof PathAccess path && path.base() instanceof AttributeReference attribute) {
      return new DocumentPath(attribute.name(), path.steps());
    }
    throw BindingErrors.at(
        span, ErrorCode.VALIDATION, "SET and REMOVE change attributes of the item: name one.");
  }

  private static void refuseKey(TableDescription table, DocumentPath path, SourceSpan span) {
    if (table.key().contains(path.attribute())) {
      throw BindingErrors.at(
          span,
          ErrorCode.VALIDATION,
          "One or more parameter values were invalid: Cannot update attribute "
              + path.attribute()
              + ". This attribute is part of the key");
    }
  }
}
