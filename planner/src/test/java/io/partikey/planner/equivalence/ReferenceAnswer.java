package io.partikey.planner.equivalence;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NullValue;
import io.partikey.parser.ast.SortItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rows that a query may answer: in groups of rows that ORDER BY leaves in any order, of which
 * OFFSET and LIMIT cut some.
 *
 * @param ties the groups in order; a single one without ORDER BY
 * @param offset how many rows are left out
 * @param limit most rows that are answered
 */
record ReferenceAnswer(List<List<Optional<AttributeValue>>> ties, int offset, int limit) {
  /** A row and what it is sorted by. */
  record Entry(Optional<AttributeValue> row, List<Optional<AttributeValue>> keys) {}

  static ReferenceAnswer of(List<Entry> entries, List<SortItem> order, int offset, int limit) {
    Comparator<Entry> comparator = (left, right) -> compare(left, right, order);
    List<List<Optional<AttributeValue>>> ties = new ArrayList<>();
    List<Entry> sorted = entries.stream().sorted(comparator).toList();
    for (int i = 0; i < sorted.size(); i++) {
      if (i == 0 || comparator.compare(sorted.get(i - 1), sorted.get(i)) != 0) {
        ties.add(new ArrayList<>());
      }
      ties.get(ties.size() - 1).add(sorted.get(i).row());
    }
    return new ReferenceAnswer(ties, offset, limit);
  }

  private static int compare(Entry left, Entry right, List<SortItem> order) {
    for (int i = 0; i < order.size(); i++) {
      int compared = compare(left.keys().get(i), right.keys().get(i), order.get(i));
      if (compared != 0) {
        return compared;
      }
    }
    return 0;
  }

  private static int compare(
      Optional<AttributeValue> left, Optional<AttributeValue> right, SortItem item) {
    boolean descending = item.direction() == SortItem.Direction.DESCENDING;
    boolean missingFirst =
        item.nullOrder() == null ? descending : item.nullOrder() == SortItem.NullOrder.FIRST;
    boolean noLeft = left.orElse(NullValue.NULL) == NullValue.NULL;
    boolean noRight = right.orElse(NullValue.NULL) == NullValue.NULL;
    if (noLeft || noRight) {
      return Boolean.compare(noLeft, noRight) * (missingFirst ? -1 : 1);
    }
    int order = ReferenceOrder.INSTANCE.compare(left.orElseThrow(), right.orElseThrow());
    return descending ? -order : order;
  }

  /** The rows, in one of the orders that they may have. */
  List<Optional<AttributeValue>> rows() {
    return ties.stream().flatMap(List::stream).skip(offset).limit(limit).toList();
  }

  /** What is wrong with an answer; empty if nothing is. */
  Optional<String> differenceFrom(List<Optional<AttributeValue>> answer) {
    int expected = rows().size();
    if (answer.size() != expected) {
      return Optional.of("expected " + expected + " rows: " + rows() + ", not " + answer);
    }
    int begin = -offset;
    for (List<Optional<AttributeValue>> tie : ties) {
      int end = begin + tie.size();
      List<Optional<AttributeValue>> found =
          answer.subList(
              Math.min(Math.max(begin, 0), expected), Math.min(Math.max(end, 0), expected));
      List<Optional<AttributeValue>> left = new ArrayList<>(tie);
      for (Optional<AttributeValue> row : found) {
        if (!left.remove(row)) {
          return Optional.of("expected in this order: " + ties + "\nfound: " + answer);
        }
      }
      begin = end;
    }
    return Optional.empty();
  }
}
