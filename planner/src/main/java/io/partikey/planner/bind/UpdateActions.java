package io.partikey.planner.bind;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.PathAccess;
import io.partikey.engine.expression.UpdateAction;
import io.partikey.engine.item.DocumentPath;
import io.partikey.engine.table.TableDescription;
import io.partikey.parser.ast.Assignment;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.planner.mode.Mode;
import org.jspecify.annotations.Nullable;

/** Binds what SET and REMOVE do, one path at a time. */
public final class UpdateActions {
  private final BindingContext context;
  private final Scope scope;
  private final @Nullable TableDescription table;

  /**
   * A binder of the actions of one statement.
   *
   * @param table the table that is changed, null where it is not known
   */
  public UpdateActions(BindingContext context, Scope scope, @Nullable TableDescription table) {
    this.context = context;
    this.scope = scope;
    this.table = table;
  }

  /** What REMOVE does to a path. */
  public UpdateAction.Remove remove(ExpressionSyntax path) {
    return new UpdateAction.Remove(path(path));
  }

  /** What an assignment of SET does. */
  public UpdateAction.Set set(Assignment assignment) {
    DocumentPath path = path(assignment.target());
    Expression value = new OperandBinder(context, scope).value(assignment, path);
    if (table != null && path.steps().isEmpty()) {
      new ParameterTyping(context).assigned(value, table, path.attribute());
    }
    return new UpdateAction.Set(path, value);
  }

  private DocumentPath path(ExpressionSyntax written) {
    Expression bound = new ExpressionBinder(context, Aggregates.NONE).bind(written, scope);
    DocumentPath path = path(bound, written.span());
    if (table != null && context.mode().conditions() == Mode.Conditions.SIMPLIFIED) {
      // The store says it otherwise, when it knows whether it refuses a statement or a transaction.
      refuseKey(table, path, written.span());
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
