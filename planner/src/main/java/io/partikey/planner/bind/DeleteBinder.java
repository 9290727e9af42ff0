package io.partikey.planner.bind;

import io.partikey.engine.expression.Expression;
import io.partikey.parser.ast.DeleteStatement;
import io.partikey.planner.bound.BoundWrite;
import java.util.List;

/** Binds DELETE. */
final class DeleteBinder {
  private final BindingContext context;

  DeleteBinder(BindingContext context) {
    this.context = context;
  }

  BoundWrite.Delete bind(DeleteStatement statement) {
    WriteTarget target = WriteTarget.of(statement.target(), statement.hints(), context);
    List<Expression> conjuncts = target.conjuncts(statement.where(), context);
    if (context.serviceDialect()) {
      ServiceKeyValues.of(target.table(), conjuncts).require(target.table(), statement.where());
    }
    return new BoundWrite.Delete(
        target.table(),
        conjuncts,
        Returnings.ofDelete(statement.returning()),
        target.scanAllowed(),
        target.position(),
        target.mistyped());
  }
}
