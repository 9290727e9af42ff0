package io.partikey.planner.bind;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.item.AttributeType;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.InQuery;
import io.partikey.parser.ast.ProjectionSyntax;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SelectItem;
import io.partikey.planner.api.KnownAttributes;
import io.partikey.planner.mode.Mode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Warns of tables that are joined on a key and a column of another declared type: no pair is ever
 * found, and that in silence, since items may hold other types than are declared.
 */
final class KeyColumns {
  private final BindingContext context;

  KeyColumns(BindingContext context) {
    this.context = context;
  }

  /**
   * One side of an equality.
   *
   * @param written the side as it is written
   * @param type its declared type
   * @param key whether it is an attribute of a key
   */
  private record Side(ExpressionSyntax written, AttributeType type, boolean key) {}

  /** Looks at an equality. */
  void compared(
      ExpressionSyntax left, Expression boundLeft, ExpressionSyntax right, Expression boundRight) {
    if (context.mode().conditions() == Mode.Conditions.AS_WRITTEN
        || isOfOneTable(boundLeft, boundRight)) {
      return;
    }
    Optional<Side> one = side(left, boundLeft);
    Optional<Side> other = side(right, boundRight);
    if (one.isPresent() && other.isPresent() && one.get().type != other.get().type) {
      warn(one.get(), other.get());
    }
  }

  /** Looks at {@code IN} with a query, whose column the value equals. */
  void compared(InQuery in, Expression value, Expression column) {
    if (in.query().body() instanceof Select select
        && select.projection() instanceof ProjectionSyntax.Items items
        && items.items().get(0) instanceof SelectItem.Column only) {
      compared(in.value(), value, only.expression(), column);
    }
  }

  private boolean isOfOneTable(Expression left, Expression right) {
    return context
        .symbols()
        .origin(left)
        .flatMap(
            one -> context.symbols().origin(right).filter(other -> other.table() == one.table()))
        .isPresent();
  }

  private Optional<Side> side(ExpressionSyntax written, Expression bound) {
    return context
        .symbols()
        .origin(bound)
        .flatMap(
            origin ->
                origin
                    .attribute()
                    .flatMap(
                        name -> {
                          var table = origin.table().source().table();
                          Set<AttributeType> types = KnownAttributes.types(table, name);
                          boolean key = KnownAttributes.keyType(table, name).isPresent();
                          return types.stream()
                              .findFirst()
                              .map(type -> new Side(written, type, key));
                        }));
  }

  private void warn(Side one, Side other) {
    if (!one.key && !other.key) {
      return;
    }
    boolean castsOne = (one.key && other.key) ? one.type == AttributeType.N : other.key;
    Side cast = castsOne ? one : other;
    Side kept = castsOne ? other : one;
    String text = context.textAt(cast.written.span());
    String warning =
        context.textAt(kept.written.span())
            + " is a "
            + TypeNames.inDefinitions(kept.type)
            + " and "
            + text
            + " a "
            + TypeNames.inDefinitions(cast.type)
            + ", so that they are never equal: write CAST("
            + text
            + " AS "
            + TypeNames.inDefinitions(kept.type)
            + ") for "
            + text
            + " at "
            + MistypedText.place(Positions.of(cast.written.span()));
    List<String> warnings = context.warnings();
    if (!warnings.contains(warning)) {
      warnings.add(warning);
    }
  }
}
