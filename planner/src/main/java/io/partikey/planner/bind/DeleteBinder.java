package io.partikey.planner.bind;

import io.partikey.parser.ast.DeleteStatement;
import io.partikey.planner.bound.BoundWrite;

/** Binds DELETE. */
final class DeleteBinder {
  private final BindingContext context;

  DeleteBinder(BindingContext context) {
    this.context = context;
  }

  BoundWrite.Delete bind(DeleteStatement statement) {
    WriteTarget target = WriteTarget.of(statement.target(), statement.hints(), context);
    return new BoundWrite.Delete(
        target.table(),
        target.conjuncts(statement.where(), context),
        Returnings.ofDelete(statement.returning()),
        target.scanAllowed(),
        target.position(),
        target.mistyped());
  }
}
