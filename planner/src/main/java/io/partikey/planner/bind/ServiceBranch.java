package io.partikey.planner.bind;

import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Between;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.FunctionCall;
import io.partikey.engine.expression.InList;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.expression.ScalarFunction;
import io.partikey.engine.item.AttributeValue;
import io.partikey.planner.bound.ExpressionRewriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One read that the service makes: a partition value and what bounds the sort key.
 *
 * @param partition the value of the partition key
 * @param sorts the conditions on the sort key, none for the whole collection
 * @param listed whether it comes of one value in a list of IN
 */
record ServiceBranch(Expression partition, List<Expression> sorts, boolean listed) {
  ServiceBranch {
    sorts = List.copyOf(sorts);
  }

  /**
   * The read of a branch; empty where it is a scan: without one equality on the partition key, or
   * with a condition on the sort key that is no range.
   */
  static Optional<ServiceBranch> of(
      List<Expression> terms, String partitionKey, Optional<String> sortKey) {
    Set<Expression> partitions = new LinkedHashSet<>();
    Set<Expression> sorts = new LinkedHashSet<>();
    for (Expression term : terms) {
      if (isAbout(term, partitionKey)) {
        partitions.add(term);
      }
      if (sortKey.filter(name -> isAbout(term, name)).isPresent()) {
        sorts.add(term);
      }
    }
    boolean scan =
        partitions.size() != 1
            || sorts.stream().anyMatch(sort -> !isRange(sort, sortKey.orElseThrow()));
    if (scan) {
      return Optional.empty();
    }
    Expression partition = partitions.iterator().next();
    boolean listed =
        partition instanceof InList || sorts.stream().anyMatch(InList.class::isInstance);
    return equality(partition, partitionKey)
        .map(value -> new ServiceBranch(value, List.copyOf(sorts), listed));
  }

  private static boolean isAbout(Expression term, String key) {
    return ExpressionRewriter.parts(term).anyMatch(new AttributeReference(key)::equals);
  }

  private static Optional<Expression> equality(Expression term, String key) {
    AttributeReference attribute = new AttributeReference(key);
    if (term instanceof InList in) {
      return in.value().equals(attribute) && isConstant(in.candidates().get(0))
          ? Optional.of(in.candidates().get(0))
          : Optional.empty();
    }
    if (!(term instanceof Comparison comparison)
        || comparison.operator() != ComparisonOperator.EQUAL) {
      return Optional.empty();
    }
    if (comparison.left().equals(attribute) && isConstant(comparison.right())) {
      return Optional.of(comparison.right());
    }
    return comparison.right().equals(attribute) && isConstant(comparison.left())
        ? Optional.of(comparison.left())
        : Optional.empty();
  }

  private static boolean isConstant(Expression expression) {
    return expression instanceof Literal || expression instanceof Parameter;
  }

  private static boolean isRange(Expression term, String key) {
    AttributeReference attribute = new AttributeReference(key);
    if (term instanceof Comparison comparison) {
      boolean sides =
          (comparison.left().equals(attribute) && isConstant(comparison.right()))
              || (comparison.right().equals(attribute) && isConstant(comparison.left()));
      return sides && comparison.operator() != ComparisonOperator.NOT_EQUAL;
    }
    if (term instanceof Between between) {
      return between.value().equals(attribute)
          && isConstant(between.lower())
          && isConstant(between.upper());
    }
    if (term instanceof InList in) {
      return in.value().equals(attribute) && isConstant(in.candidates().get(0));
    }
    return term instanceof FunctionCall call
        && call.function() == ScalarFunction.BEGINS_WITH
        && call.arguments().get(0).equals(attribute)
        && isConstant(call.arguments().get(1));
  }

  /** The sort keys that the read is about. */
  SortInterval interval(Environment values) {
    SortInterval interval = SortInterval.ALL;
    for (Expression sort : sorts) {
      interval = interval.within(interval(sort, values));
    }
    return interval;
  }

  private static SortInterval interval(Expression condition, Environment values) {
    if (condition instanceof InList in) {
      return SortInterval.of(ComparisonOperator.EQUAL, in.candidates().get(0).evaluate(values));
    }
    if (condition instanceof Between between) {
      return SortInterval.between(
          between.lower().evaluate(values), between.upper().evaluate(values));
    }
    if (condition instanceof FunctionCall call) {
      return SortInterval.beginningWith(call.arguments().get(1).evaluate(values));
    }
    Comparison comparison = (Comparison) condition;
    boolean keyLeft = comparison.left() instanceof AttributeReference;
    return SortInterval.of(
        keyLeft ? comparison.operator() : comparison.operator().flip(),
        (keyLeft ? comparison.right() : comparison.left()).evaluate(values));
  }

  /** The values that the sort key is compared with. */
  List<AttributeValue> sortValues(Environment values) {
    return sorts.stream()
        .flatMap(sort -> sort.children().stream())
        .filter(ServiceBranch::isConstant)
        .flatMap(constant -> Stream.ofNullable(constant.evaluate(values)))
        .toList();
  }
}
