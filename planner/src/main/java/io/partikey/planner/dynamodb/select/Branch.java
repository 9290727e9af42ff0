package io.partikey.planner.dynamodb.select;

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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One branch of a condition: what it asks of the key, and what else.
 *
 * @param partitions the values that the partition key is to be equal to
 * @param sorts the ranges that the sort key is to be in
 * @param keyFilters conditions about a key attribute that are neither
 * @param others conditions about other attributes alone
 * @param listed whether a value of the key comes of a list of IN
 */
record Branch(
    List<Expression> partitions,
    List<Expression> sorts,
    List<Expression> keyFilters,
    List<Expression> others,
    boolean listed) {

  /** The branch of terms that hold together. */
  static Branch of(List<Expression> terms, String partitionKey, Optional<String> sortKey) {
    Set<Expression> partitions = new LinkedHashSet<>();
    Set<Expression> sorts = new LinkedHashSet<>();
    List<Expression> keyFilters = new ArrayList<>();
    List<Expression> others = new ArrayList<>();
    boolean listed = false;
    for (Expression term : terms) {
      Optional<Expression> equal = equality(term, partitionKey);
      if (equal.isPresent()) {
        partitions.add(equal.get());
        listed |= term instanceof InList;
      } else if (sortKey.filter(name -> isRange(term, name)).isPresent()) {
        sorts.add(term);
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

  private static boolean isAbout(Expression term, String key) {
    return ExpressionRewriter.parts(term).anyMatch(new AttributeReference(key)::equals);
  }

  private static Optional<Expression> equality(Expression term, String key) {
    AttributeReference attribute = new AttributeReference(key);
    if (term instanceof InList in) {
      return isPoint(in, attribute) ? Optional.of(in.candidates().get(0)) : Optional.empty();
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

  private static boolean isPoint(InList in, AttributeReference attribute) {
    return in.value().equals(attribute)
        && in.candidates().size() == 1
        && isConstant(in.candidates().get(0));
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
      return isPoint(in, attribute);
    }
    return term instanceof FunctionCall call
        && call.function() == ScalarFunction.BEGINS_WITH
        && call.arguments().get(0).equals(attribute)
        && isConstant(call.arguments().get(1));
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
        .flatMap(sort -> sort.children().stream())
        .filter(Branch::isConstant)
        .flatMap(constant -> Stream.ofNullable(constant.evaluate(values)))
        .toList();
  }

  /**
   * Whether DynamoDB reads the whole table for the branch: because of two conditions on one key
   * attribute that are not the same, or of one that is no range.
   */
  boolean isScan(Environment values) {
    return !keyFilters.isEmpty() || partitionValues(values).size() > 1 || !isOneRange(values);
  }

  /** The values that the sort key is to be equal to, each once. */
  List<AttributeValue> sortPoints(Environment values) {
    return intervals(values).stream()
        .filter(SortInterval::isPoint)
        .flatMap(point -> Stream.ofNullable(point.lower()))
        .distinct()
        .toList();
  }

  /** Whether no two conditions on the sort key differ. */
  private boolean isOneRange(Environment values) {
    return intervals(values).size() <= 1;
  }

  /** The sort keys that the branch is about. */
  SortInterval interval(Environment values) {
    return intervals(values).stream().reduce(SortInterval.ALL, SortInterval::within);
  }

  private Set<SortInterval> intervals(Environment values) {
    Set<SortInterval> intervals = new LinkedHashSet<>();
    sorts.forEach(sort -> intervals.add(interval(sort, values)));
    return intervals;
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
    @Nullable AttributeValue bound =
        (keyLeft ? comparison.right() : comparison.left()).evaluate(values);
    return SortInterval.of(keyLeft ? comparison.operator() : comparison.operator().flip(), bound);
  }
}
