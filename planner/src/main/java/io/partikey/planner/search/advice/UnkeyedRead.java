package io.partikey.planner.search.advice;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.planner.bound.Ordering;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.SortKey;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.search.key.AttributeOrder;
import io.partikey.planner.search.key.SourceConditions;
import java.util.ArrayList;
import java.util.List;

/**
 * A read of a finished plan that no key bounds and nothing allows.
 *
 * @param conditions the table or index and what the statement says of its items; columns are those
 *     of the rows that it is joined to
 * @param order the order that the statement asks of its items, empty for none
 * @param lookedUp whether it is read for each row of other tables
 */
public record UnkeyedRead(
    SourceConditions conditions, List<AttributeOrder> order, boolean lookedUp) {
  public UnkeyedRead {
    order = List.copyOf(order);
  }

  /**
   * The read of a source somewhere in a relation.
   *
   * @param lookedUp whether it is read for each row of other tables
   */
  public static UnkeyedRead of(SourceConditions conditions, boolean lookedUp, Relation relation) {
    return new UnkeyedRead(conditions, order(conditions.source(), relation), lookedUp);
  }

  private static List<AttributeOrder> order(TableSource source, Relation relation) {
    if (relation instanceof Ordering ordering && isRead(ordering.input(), source)) {
      return attributes(source, ordering.keys());
    }
    return relation.inputs().stream()
        .map(input -> order(source, input))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static boolean isRead(Relation relation, TableSource source) {
    return relation.equals(source)
        || (relation instanceof Selection selection && selection.input().equals(source));
  }

  private static List<AttributeOrder> attributes(TableSource source, List<SortKey> keys) {
    List<AttributeOrder> order = new ArrayList<>();
    for (SortKey key : keys) {
      if (!(key.expression() instanceof ColumnReference column)
          || column.index() >= source.attributes().size()) {
        return order;
      }
      order.add(new AttributeOrder(source.attributes().get(column.index()), key.descending()));
    }
    return order;
  }
}
