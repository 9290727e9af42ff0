package io.partikey.planner.bind;

import io.partikey.engine.expression.Expression;
import io.partikey.parser.ast.DeleteStatement;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.UpdateStatement;
import io.partikey.planner.bound.BoundQuery;
import io.partikey.planner.bound.BoundWrite;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Binds one statement against the tables of one moment. All methods raise {@link
 * io.partikey.engine.error.EngineException} with the place in the statement.
 */
public final class StatementBinder {
  private final BindingContext context;

  /** A binder of one statement. */
  public StatementBinder(BindingContext context) {
    this.context = context;
  }

  /** A query after binding. */
  public Bound<BoundQuery> query(QuerySyntax query) {
    return Bound.of(query(query, context.scansAllowed()), context);
  }

  /** An INSERT, UPSERT or REPLACE after binding. */
  public Bound<BoundWrite> insert(InsertStatement statement) {
    return Bound.of(new InsertBinder(context, this).bind(statement), context);
  }

  /** An UPDATE after binding. */
  public Bound<BoundWrite.Update> update(UpdateStatement statement) {
    return Bound.of(new UpdateBinder(context).bind(statement), context);
  }

  /** A DELETE after binding. */
  public Bound<BoundWrite.Delete> delete(DeleteStatement statement) {
    WriteTarget target = WriteTarget.of(statement.target(), statement.hints(), context);
    return Bound.of(
        new BoundWrite.Delete(
            target.table(),
            target.conjuncts(statement.where(), context),
            Returnings.ofDelete(statement.returning()),
            target.scanAllowed(),
            target.position(),
            target.mistyped()),
        context);
  }

  /** A query with positions for columns. */
  BoundQuery query(QuerySyntax query, boolean scanAllowed) {
    Block block = new QueryBinder(context).bind(query, null, scanAllowed);
    Map<Integer, Expression> columns = new LinkedHashMap<>();
    for (Output.Item item : block.output().items()) {
      columns.put(context.symbols().create().index(), item.expression());
    }
    return new BoundQuery(
        new Draft.Projected(block.draft(), columns).place().relation(),
        block.output().items().stream().map(Output.Item::column).toList(),
        context.parameters().count());
  }
}
