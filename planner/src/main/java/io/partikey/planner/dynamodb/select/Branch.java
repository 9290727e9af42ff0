package io.partikey.planner.dynamodb.select;

import io.partikey.engine.backend.Interval;
import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.InList;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.item.AttributeValue;
import io.partikey.planner.bound.ExpressionRewriter;
import io.partikey.planner.search.key.ValueCondition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One branch of a condition: what it asks of the key, and what else.
 *
 * @param partitions the values that the partition key is to be equal to
 * @param sorts the conditions that leave the sort key an interval
 * @param keyFilters conditions about a key attribute that are neither
 * @param others conditions about other attributes alone
 * @param listed whether a value of the key comes of a list of IN
 */
record Branch(
    List<Expression> partitions,
    List<ValueCondition> sorts,
    List<Expression> keyFilters,
    List<Expression> others,
    boolean listed) {

  /** The branch of terms that hold together. */
  static Branch of(List<Expression> terms, String partitionKey, Optional<String> sortKey) {
    Set<Expression> partitions = new LinkedHashSet<>();
    List<ValueCondition> sorts = new ArrayList<>();
    List<Expression> keyFilters = new ArrayList<>();
    List<Expression> others = new ArrayList<>();
    boolean listed = false;
    for (Expression term : terms) {
      Optional<ValueCondition> partition =
          on(partitionKey, term).filter(ValueCondition::isEquality);
      Optional<ValueCondition> sort = sortKey.flatMap(name -> on(name, term));
      if (partition.isPresent()) {
        partitions.add(partition.get().points().get(0));
        listed |= term instanceof InList;
      } else if (sort.isPresent()) {
        sorts.add(sort.get());
        listed |= term instanceof InList;
      } else if (isAbout(term, partitionKey)
          || sortKey.filter(name -> isAbout(term, name)).isPresent()) {
        keyFilters.add(term);
      } else {
        others.add(term);
      }
    }
    return new Branch(
        List.copyOf(partitions), List.copyOf(sorts), keyFilters, List.copyOf(others), listed);
  }

  private static Optional<ValueCondition> on(String key, Expression term) {
    return ValueCondition.of(term, new AttributeReference(key)::equals, Branch::isConstant)
        .filter(condition -> condition.points().size() <= 1);
  }

  private static boolean isConstant(Expression expression) {
    return expression instanceof Literal || expression instanceof Parameter;
  }

  private static boolean isAbout(Expression term, String key) {
    return ExpressionRewriter.parts(term).anyMatch(new AttributeReference(key)::equals);
  }

  /** Whether the branch names a partition. */
  boolean isKeyed() {
    return !partitions.isEmpty();
  }

  /** The partition values, each once; more than one when no item can meet the branch. */
  List<AttributeValue> partitionValues(Environment values) {
    return partitions.stream()
        .flatMap(value -> Stream.ofNullable(value.evaluate(values)))
        .distinct()
        .toList();
  }

  /** The values that the sort key is compared with. */
  List<AttributeValue> sortValues(Environment values) {
    return sorts.stream()
        .flatMap(sort -> sort.values().stream())
        .flatMap(constant -> Stream.ofNullable(constant.evaluate(values)))
        .toList();
  }

  /**
   * Whether DynamoDB reads the whole table for the branch: because of two conditions on one key
   * attribute that are not the same, or of one that is no range.
   */
  boolean isScan(Environment values) {
    return !keyFilters.isEmpty()
        || partitionValues(values).size() > 1
        || intervals(values).size() > 1;
  }

  /** The values that the sort key is to be equal to, each once. */
  List<AttributeValue> sortPoints(Environment values) {
    return intervals(values).stream().flatMap(interval -> interval.point().stream()).toList();
  }

  /** The sort keys that the branch is about. */
  Interval interval(Environment values) {
    return intervals(values).stream().reduce(Interval.ALL, Interval::and);
  }

  private Set<Interval> intervals(Environment values) {
    Set<Interval> intervals = new LinkedHashSet<>();
    for (ValueCondition sort : sorts) {
      intervals.add(sort.interval(value -> Optional.ofNullable(value.evaluate(values))));
    }
    return intervals;
  }
}
