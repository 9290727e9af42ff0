package io.partikey.planner.bind;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.error.StatementPosition;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.table.TableDescription;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.Hint;
import io.partikey.parser.ast.TargetTable;
import io.partikey.planner.bound.KeyLiteral;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table that an UPDATE or DELETE changes, and what its conditions see of it.
 *
 * @param table the table
 * @param scope the names of its attributes
 * @param scanAllowed whether a hint or the connection allows to look for the items by a scan
 * @param position where the statement names it
 * @param mistyped the literals of another type than the key attribute that they are compared with,
 *     as far as the statement is bound
 */
record WriteTarget(
    TableDescription table,
    Scope scope,
    boolean scanAllowed,
    StatementPosition position,
    List<KeyLiteral> mistyped) {
  /** The target of a statement with these hints. */
  static WriteTarget of(TargetTable written, List<Hint> hints, BindingContext context) {
    TableName name = context.tables().tableOrIndex(written.name());
    if (name.index() != null) {
      throw BindingErrors.at(
          written.name().span(),
          ErrorCode.VALIDATION,
          "This operation is not supported on an index");
    }
    List<String> names =
        List.of(written.alias() == null ? name.table().name() : written.alias().name().value());
    List<KeyLiteral> mistyped = new ArrayList<>();
    Scope scope =
        new Scope(
            List.of(new Source.WrittenTable(name.table(), names, mistyped)), null, context.mode());
    boolean scanAllowed =
        context.scansAllowed() || hints.stream().anyMatch(hint -> hint.is("ALLOW_SCAN"));
    return new WriteTarget(
        name.table(), scope, scanAllowed, Positions.of(written.name().span()), mistyped);
  }

  /** The conditions of WHERE, none without. */
  List<Expression> conjuncts(@Nullable ExpressionSyntax where, BindingContext context) {
    return where == null ? List.of() : new ConditionBinder(context).conjuncts(where, scope);
  }
}
