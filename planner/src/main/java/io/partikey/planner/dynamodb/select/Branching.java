package io.partikey.planner.dynamodb.select;

import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.InList;
import io.partikey.engine.expression.Logical;
import io.partikey.planner.bound.ExpressionRewriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a condition apart into branches as DynamoDB does: OR and IN over key attributes are spread,
 * an OR that is about other attributes alone stays a filter.
 *
 * <pre>
 * pk = 'a' AND sk IN [1, 2] AND (f = 1 OR f = 2)
 *     pk = 'a', sk IN [1], (f = 1 OR f = 2)
 *     pk = 'a', sk IN [2], (f = 1 OR f = 2)
 * </pre>
 *
 * @param partition the partition key
 * @param sort the sort key, if there is one
 */
record Branching(String partition, Optional<String> sort) {
  private static final int MOST_BRANCHES = 10_000;

  /** The terms of each branch. */
  List<List<Expression>> branches(Expression condition) {
    if (!isAboutKey(condition)) {
      return List.of(List.of(condition));
    }
    if (condition instanceof Logical logical) {
      return logical.operator() == Logical.Operator.OR
          ? logical.terms().stream().flatMap(term -> branches(term).stream()).toList()
          : product(logical.terms());
    }
    if (condition instanceof InList in && isKey(in.value())) {
      return in.candidates().stream()
          .map(candidate -> List.<Expression>of(new InList(in.value(), List.of(candidate))))
          .toList();
    }
    return List.of(List.of(condition));
  }

  // More branches than any statement may have reads: what is left of them does not matter.
  private List<List<Expression>> product(List<Expression> terms) {
    List<List<Expression>> product = List.of(List.of());
    for (Expression term : terms) {
      List<List<Expression>> longer = new ArrayList<>();
      for (List<Expression> right : branches(term)) {
        for (List<Expression> left : product) {
          if (longer.size() < MOST_BRANCHES) {
            List<Expression> both = new ArrayList<>(left);
            both.addAll(right);
            longer.add(both);
          }
        }
      }
      product = longer;
    }
    return product;
  }

  private boolean isAboutKey(Expression condition) {
    return ExpressionRewriter.parts(condition).anyMatch(this::isKey);
  }

  private boolean isKey(Expression expression) {
    return expression instanceof AttributeReference attribute
        && (attribute.name().equals(partition)
            || sort.filter(attribute.name()::equals).isPresent());
  }
}
