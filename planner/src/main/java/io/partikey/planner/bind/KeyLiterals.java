package io.partikey.planner.bind;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.table.TableDescription;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.planner.api.KnownAttributes;
import io.partikey.planner.bound.KeyLiteral;
import io.partikey.planner.mode.Mode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Notes the literals of SQL that are compared with key attributes of another type, and where they
 * stand, so that a refusal can say how to write them.
 */
final class KeyLiterals {
  private final BindingContext context;

  KeyLiterals(BindingContext context) {
    this.context = context;
  }

  /**
   * Operands that are compared with each other.
   *
   * @param written the operands as they are written
   * @param bound what they mean, in the same order
   */
  void compared(List<? extends ExpressionSyntax> written, List<Expression> bound, Scope scope) {
    if (context.mode().conditions() == Mode.Conditions.AS_WRITTEN) {
      return;
    }
    for (Expression operand : bound) {
      context
          .symbols()
          .origin(operand)
          .ifPresent(
              origin ->
                  origin
                      .attribute()
                      .ifPresent(
                          name ->
                              note(
                                  origin.table().source().table(),
                                  name,
                                  written,
                                  bound,
                                  origin.table()::comparesWith)));
      scope
          .written(operand)
          .ifPresent(
              attribute ->
                  note(
                      attribute.table().table(),
                      attribute.name(),
                      written,
                      bound,
                      attribute.table().mistyped()::add));
    }
  }

  private static void note(
      TableDescription table,
      String attribute,
      List<? extends ExpressionSyntax> written,
      List<Expression> bound,
      Consumer<KeyLiteral> notes) {
    Optional<AttributeType> type = KnownAttributes.keyType(table, attribute);
    if (type.isEmpty()) {
      return;
    }
    for (int i = 0; i < bound.size(); i++) {
      if (bound.get(i) instanceof Literal literal
          && literal.value() != null
          && literal.value().type() != type.get()) {
        notes.accept(
            new KeyLiteral(
                attribute, type.get(), literal.value(), Positions.of(written.get(i).span())));
      }
    }
  }
}
