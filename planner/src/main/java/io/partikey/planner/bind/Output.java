package io.partikey.planner.bind;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.MapConstructor;
import io.partikey.engine.item.PathStep;
import io.partikey.planner.bound.OutputColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a query answers: its columns, each with what it shows and what it is computed from.
 *
 * @param items the columns
 * @param symbols the columns of the statement
 */
record Output(List<Item> items, Symbols symbols) {
  Output {
    items = List.copyOf(items);
  }

  /** One column; its expression is over the columns of the query's draft. */
  record Item(Expression expression, OutputColumn column) {
    /** The label of a value, empty for a star. */
    Optional<String> label() {
      if (column instanceof OutputColumn.Value value) {
        return Optional.of(value.column().label());
      }
      return column instanceof OutputColumn.Whole whole
          ? Optional.of(whole.column().label())
          : Optional.empty();
    }

    private boolean isOpen() {
      return !(column instanceof OutputColumn.Value);
    }
  }

  /** The first value with this label. */
  Optional<Expression> named(String label) {
    return items.stream()
        .filter(item -> !item.isOpen() && item.label().filter(label::equals).isPresent())
        .map(Item::expression)
        .findFirst();
  }

  /** The values by their labels, the first where several have one. */
  Map<String, Expression> named() {
    Map<String, Expression> named = new LinkedHashMap<>();
    for (Item item : items) {
      if (!item.isOpen()) {
        item.label().ifPresent(label -> named.putIfAbsent(label, item.expression()));
      }
    }
    return named;
  }

  /** Whether a star or a whole value is among the columns, so that any attribute may be there. */
  boolean isOpen() {
    return items.stream().anyMatch(Item::isOpen);
  }

  /** The value under a name: a column, or else an attribute of the one star. */
  Optional<Expression> attribute(String name) {
    Optional<Expression> named = named(name);
    if (named.isPresent()) {
      return named;
    }
    List<Item> open = items.stream().filter(Item::isOpen).toList();
    return open.size() == 1
        ? Optional.of(symbols.path(open.get(0).expression(), List.of(new PathStep.Member(name))))
        : Optional.empty();
  }

  /** The row as one value; empty where a star stands beside other columns. */
  Optional<Expression> whole() {
    if (items.size() == 1 && items.get(0).isOpen()) {
      return Optional.of(items.get(0).expression());
    }
    if (isOpen()) {
      return Optional.empty();
    }
    Map<String, Expression> members = new LinkedHashMap<>();
    items.forEach(item -> members.putIfAbsent(item.label().orElseThrow(), item.expression()));
    return Optional.of(new MapConstructor(members));
  }

  /** The labels of the values. */
  List<String> labels() {
    return items.stream().flatMap(item -> item.label().stream()).toList();
  }
}
