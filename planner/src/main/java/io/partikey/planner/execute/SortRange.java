package io.partikey.planner.execute;

import io.partikey.engine.backend.SortCondition;
import io.partikey.engine.backend.SortCondition.Bound;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.ScalarFunction;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.ScalarOrder;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.planner.plan.KeyRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates what bounds a sort key: of several bounds the tightest, or nothing at all where they
 * cannot all hold.
 */
final class SortRange {
  private final KeyEvaluator evaluator;
  private final List<KeyAttribute> sort;

  /** For a key's sort attributes. */
  SortRange(KeyEvaluator evaluator, List<KeyAttribute> sort) {
    this.evaluator = evaluator;
    this.sort = sort;
  }

  /** The condition that a range is for the row at hand; empty when no sort key meets it. */
  Optional<SortCondition> of(KeyRange range) {
    if (range.isAll()) {
      return Optional.of(SortCondition.ALL);
    }
    List<AttributeValue> equal = new ArrayList<>(range.equal().size());
    for (int i = 0; i < range.equal().size(); i++) {
      @Nullable AttributeValue value = evaluator.value(sort.get(i), range.equal().get(i));
      if (value == null) {
        return Optional.empty();
      }
      equal.add(value);
    }
    if (equal.size() == sort.size()) {
      return Optional.of(new SortCondition(equal, null, null, null));
    }
    return bounded(equal, sort.get(equal.size()), range);
  }

  private Optional<SortCondition> bounded(
      List<AttributeValue> equal, KeyAttribute next, KeyRange range) {
    Optional<Ends> lower = tightest(next, range.lower(), true);
    Optional<Ends> upper = tightest(next, range.upper(), false);
    Optional<Prefix> prefix = longest(next, range.prefixes());
    if (lower.isEmpty() || upper.isEmpty() || prefix.isEmpty()) {
      return Optional.empty();
    }
    @Nullable Bound from = lower.get().bound();
    @Nullable Bound to = upper.get().bound();
    if (from != null && to != null && !overlap(from, to)) {
      return Optional.empty();
    }
    return Optional.of(new SortCondition(equal, from, to, prefix.get().value()));
  }

  private static boolean overlap(Bound from, Bound to) {
    int order = compare(from.value(), to.value());
    return order < 0 || (order == 0 && from.inclusive() && to.inclusive());
  }

  private Optional<Ends> tightest(KeyAttribute attribute, List<KeyRange.End> ends, boolean lower) {
    @Nullable Bound tightest = null;
    for (KeyRange.End end : ends) {
      @Nullable AttributeValue value = evaluator.value(attribute, end.value());
      if (value == null) {
        return Optional.empty();
      }
      // Every key is above the empty value, which no key is; DynamoDB refuses it.
      if (evaluator.findsNothing() && KeyEvaluator.isEmpty(value)) {
        if (!lower) {
          return Optional.empty();
        }
        continue;
      }
      tightest = tighter(tightest, new Bound(value, end.inclusive()), lower);
    }
    return Optional.of(new Ends(tightest));
  }

  private static Bound tighter(@Nullable Bound first, Bound second, boolean lower) {
    if (first == null) {
      return second;
    }
    int order = compare(first.value(), second.value());
    if (order == 0) {
      return first.inclusive() ? second : first;
    }
    return (order > 0) == lower ? first : second;
  }

  private Optional<Prefix> longest(KeyAttribute attribute, List<Expression> prefixes) {
    if (attribute.type() == AttributeType.N && evaluator.findsNothing() && !prefixes.isEmpty()) {
      return Optional.empty();
    }
    @Nullable AttributeValue longest = null;
    for (Expression expression : prefixes) {
      @Nullable AttributeValue value = evaluator.value(attribute, expression);
      if (value == null || value.type() == AttributeType.N) {
        return Optional.empty();
      }
      if (evaluator.findsNothing() && KeyEvaluator.isEmpty(value)) {
        continue;
      }
      if (longest == null || beginsWith(value, longest)) {
        longest = value;
      } else if (!beginsWith(longest, value)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Prefix(longest));
  }

  private static boolean beginsWith(AttributeValue value, AttributeValue prefix) {
    return ScalarFunction.BEGINS_WITH.apply(List.of(value, prefix)) == BooleanValue.TRUE;
  }

  private static int compare(AttributeValue left, AttributeValue right) {
    return ScalarOrder.compare(left, right).orElseThrow();
  }

  /** The tightest of some bounds, null when there were none. */
  private record Ends(@Nullable Bound bound) {}

  /** The longest of some prefixes, null when there were none. */
  private record Prefix(@Nullable AttributeValue value) {}
}
