package io.partikey.planner.search.advice;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Logical;
import io.partikey.planner.bound.Ordering;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.SortKey;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.search.context.SearchContext;
import io.partikey.planner.search.key.AccessPaths;
import io.partikey.planner.search.key.AttributeOrder;
import io.partikey.planner.search.key.SourceConditions;
import java.util.ArrayList;
import java.util.List;

/**
 * A read that the search weighed: a table or index under the conditions that hold of it in one
 * order of the joins.
 *
 * @param conditions the table or index and what is said of its items; columns are those of the rows
 *     that it is looked up for
 * @param order the order that the statement asks of its items, empty for none
 */
record WeighedRead(SourceConditions conditions, List<AttributeOrder> order) {
  /** Most branches of an OR that are looked at to say which of them is not keyed. */
  private static final int MOST_BRANCHES = 100;

  WeighedRead {
    order = List.copyOf(order);
  }

  /** The read of a source somewhere in a statement. */
  static WeighedRead in(Relation statement, SourceConditions conditions) {
    return new WeighedRead(conditions, order(conditions.source(), statement));
  }

  TableSource source() {
    return conditions.source();
  }

  /** This read under other conditions. */
  WeighedRead with(SourceConditions newConditions) {
    return new WeighedRead(newConditions, order);
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
      branches.add(new SourceConditions(source(), conjuncts));
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
