package io.partikey.planner.plan;

import io.partikey.engine.expression.Expression;
import java.util.List;
import java.util.stream.Stream;

/**
 * What bounds a sort key: equal values for its leftmost attributes, then any number of bounds and
 * prefixes of the next one, which must all hold; the tightest wins when the plan runs.
 */
public record SortBounds(
    List<Expression> equal, List<End> lower, List<End> upper, List<Expression> prefixes) {
  /** Everything. */
  public static final SortBounds ALL = new SortBounds(List.of(), List.of(), List.of(), List.of());

  public SortBounds {
    equal = List.copyOf(equal);
    lower = List.copyOf(lower);
    upper = List.copyOf(upper);
    prefixes = List.copyOf(prefixes);
  }

  /** Whether it bounds nothing. */
  public boolean isAll() {
    return equal.isEmpty() && lower.isEmpty() && upper.isEmpty() && prefixes.isEmpty();
  }

  /** All values that bound it. */
  public Stream<Expression> expressions() {
    return Stream.of(
            equal.stream(),
            lower.stream().map(End::value),
            upper.stream().map(End::value),
            prefixes.stream())
        .flatMap(each -> each);
  }

  /** One end of a range. */
  public record End(Expression value, boolean inclusive) {}
}
