package io.partikey.planner.execute;

import io.partikey.engine.backend.Interval;
import io.partikey.engine.backend.SortCondition;
import io.partikey.engine.backend.SortCondition.Bound;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.planner.plan.SortBounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates what bounds a sort key: the interval that all bounds leave, or nothing at all where
 * they cannot all hold.
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
  Optional<SortCondition> of(SortBounds range) {
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
      List<AttributeValue> equal, KeyAttribute next, SortBounds range) {
    Interval interval = Interval.ALL;
    for (SortBounds.End end : range.lower()) {
      @Nullable AttributeValue value = evaluator.value(next, end.value());
      if (value == null) {
        return Optional.empty();
      }
      // Every key is above the empty value, which no key is; DynamoDB refuses it.
      if (!ignores(value)) {
        interval = interval.and(new Interval(new Bound(value, end.inclusive()), null));
      }
    }
    for (SortBounds.End end : range.upper()) {
      @Nullable AttributeValue value = evaluator.value(next, end.value());
      if (value == null || ignores(value)) {
        return Optional.empty();
      }
      interval = interval.and(new Interval(null, new Bound(value, end.inclusive())));
    }
    for (Expression prefix : range.prefixes()) {
      boolean never = next.type() == AttributeType.N && evaluator.findsNothing();
      @Nullable AttributeValue value = never ? null : evaluator.value(next, prefix);
      if (value == null || value.type() == AttributeType.N) {
        return Optional.empty();
      }
      if (!ignores(value)) {
        interval = interval.and(Interval.beginningWith(value));
      }
    }
    return interval.isEmpty()
        ? Optional.empty()
        : Optional.of(new SortCondition(equal, interval.lower(), interval.upper(), null));
  }

  private boolean ignores(AttributeValue value) {
    return evaluator.findsNothing() && KeyEvaluator.isEmpty(value);
  }
}
