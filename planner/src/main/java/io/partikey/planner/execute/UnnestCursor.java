package io.partikey.planner.execute;

import io.partikey.engine.expression.Elements;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.planner.plan.Unnest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Each row once for each element of a collection of its own. Pauses now and then, since collections
 * in collections make many rows of one read. Closes its input.
 */
final class UnnestCursor implements Cursor<PlanRow> {
  private static final int STEPS_BETWEEN_PAUSES = 1000;

  private final Cursor<PlanRow> input;
  private final Unnest node;
  private final Parameters parameters;
  private PlanRow row = PlanRow.EMPTY;
  private List<AttributeValue> elements = List.of();
  private int position;
  private int steps;

  UnnestCursor(Cursor<PlanRow> input, Unnest node, Parameters parameters) {
    this.input = input;
    this.node = node;
    this.parameters = parameters;
  }

  @Override
  public CursorStep<PlanRow> next() {
    if (++steps % STEPS_BETWEEN_PAUSES == 0) {
      return CursorStep.paused();
    }
    while (position == elements.size()) {
      CursorStep<PlanRow> step = input.next();
      if (!(step instanceof CursorStep.Found<PlanRow> found)) {
        return step;
      }
      row = found.value();
      elements = elements(node.collection().evaluate(RowEnvironment.of(row, parameters)));
      position = 0;
      if (elements.isEmpty() && node.keepEmpty()) {
        return CursorStep.found(row.with(PlanRow.missing(node.withPosition() ? 2 : 1)));
      }
    }
    AttributeValue element = elements.get(position);
    PlanRow added =
        node.withPosition() ? PlanRow.of(element, NumberValue.of(position)) : PlanRow.of(element);
    position++;
    return CursorStep.found(row.with(added));
  }

  private static List<AttributeValue> elements(@Nullable AttributeValue collection) {
    if (collection == null) {
      return List.of();
    }
    boolean many = collection instanceof ListValue || collection.type().isSet();
    return many ? Elements.of(collection) : List.of(collection);
  }

  @Override
  public void close() {
    elements = List.of();
    position = 0;
    input.close();
  }
}
