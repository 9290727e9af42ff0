package io.partikey.planner.search.advice;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Logical;
import io.partikey.planner.bound.Ordering;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.SortKey;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.search.SearchContext;
import io.partikey.planner.search.key.AccessPaths;
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
 * @param changed whether the statement changes what it finds, which must be the table's items
 */
public record UnkeyedRead(
    SourceConditions conditions, List<AttributeOrder> order, boolean lookedUp, boolean changed) {
  /** Most branches of an OR that are looked at to say which of them is not keyed. */
  private static final int MOST_BRANCHES = 100;

  public UnkeyedRead {
    order = List.copyOf(order);
  }

  /**
   * The read of a source somewhere in a relation.
   *
   * @param lookedUp whether it is read for each row of other tables
   * @param changed whether the statement changes what it finds
   */
  public static UnkeyedRead of(
      SourceConditions conditions, boolean lookedUp, boolean changed, Relation relation) {
    return new UnkeyedRead(conditions, order(conditions.source(), relation), lookedUp, changed);
  }

  /** This read under other conditions. */
  UnkeyedRead with(SourceConditions newConditions) {
    return new UnkeyedRead(newConditions, order, lookedUp, changed);
  }

  /** Whether a key bounds what is read where these conditions hold. */
  static boolean isKeyed(SourceConditions conditions, SearchContext context) {
    return new AccessPaths(context).of(conditions).get(0).isKeyed();
  }

  /** The conditions with an OR among them replaced by each of its branches; none if it is no OR. */
  List<SourceConditions> branches(Expression conjunct) {
    if (!(conjunct instanceof Logical or) || or.operator() != Logical.Operator.OR) {
      return List.of();
    }
    List<SourceConditions> branches = new ArrayList<>();
    for (Expression term : or.terms().subList(0, Math.min(MOST_BRANCHES, or.terms().size()))) {
      List<Expression> conjuncts = new ArrayList<>(conditions.conjuncts());
      conjuncts.remove(conjunct);
      conjuncts.add(term);
      branches.add(new SourceConditions(conditions.source(), conjuncts));
    }
    return branches;
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
