package io.partikey.planner.equivalence;

import static java.util.Objects.requireNonNull;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.parser.ast.BetweenSyntax;
import io.partikey.parser.ast.ComparisonSyntax;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FromItem;
import io.partikey.parser.ast.FromQuery;
import io.partikey.parser.ast.FromSource;
import io.partikey.parser.ast.FunctionCallSyntax;
import io.partikey.parser.ast.InCollection;
import io.partikey.parser.ast.InListSyntax;
import io.partikey.parser.ast.JoinSyntax;
import io.partikey.parser.ast.LogicalSyntax;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.NotSyntax;
import io.partikey.parser.ast.ParameterSyntax;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.PathStepSyntax;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a statement compares a key with a value of another type, for which it is refused whatever
 * it would find: in a condition of WHERE or ON, or in a part of it by AND, OR and NOT.
 */
final class ReferenceKeyRule {
  private final Function<List<String>, KeySchema> keys;
  private final ReferenceExpressions expressions;

  /** A name of FROM with the key of the table or index that it means; null for other rows. */
  private record Named(String name, @Nullable KeySchema key) {}

  /**
   * The rule.
   *
   * @param keys the key of a table or index, by the parts of its name
   */
  ReferenceKeyRule(Function<List<String>, KeySchema> keys, ReferenceExpressions expressions) {
    this.keys = keys;
    this.expressions = expressions;
  }

  /** Whether a condition of a query, or of a query in it, does so. */
  boolean refuses(Node node) {
    return refuses(node, List.of());
  }

  /** Whether the condition of a write does so. */
  boolean refuses(String table, ExpressionSyntax condition) {
    List<Named> names = List.of(new Named("", keys.apply(List.of(table))));
    return conjuncts(condition).anyMatch(each -> compares(each, true, names));
  }

  private boolean refuses(Node node, List<Named> outer) {
    if (!(node instanceof Select select)) {
      return node.children().stream().anyMatch(child -> refuses(child, outer));
    }
    List<Named> names = new ArrayList<>();
    List<ExpressionSyntax> conditions = new ArrayList<>();
    if (select.from() != null) {
      gather(select.from(), names, conditions);
    }
    if (select.where() != null) {
      conditions.add(select.where());
    }
    names.addAll(outer);
    return conditions.stream()
            .flatMap(ReferenceKeyRule::conjuncts)
            .anyMatch(each -> compares(each, true, names))
        || select.children().stream().anyMatch(child -> refuses(child, names));
  }

  private void gather(FromItem item, List<Named> names, List<ExpressionSyntax> conditions) {
    if (item instanceof JoinSyntax join) {
      gather(join.left(), names, conditions);
      gather(join.right(), names, conditions);
      if (join.condition() != null) {
        conditions.add(join.condition());
      }
    } else if (item instanceof FromSource source && isTable(source, names)) {
      List<String> name =
          source.tableName().orElseThrow().parts().stream().map(part -> part.value()).toList();
      names.add(new Named(ReferenceLabels.of(source), keys.apply(name)));
    } else if (item instanceof FromSource source) {
      names.add(new Named(ReferenceLabels.of(source), null));
    } else {
      names.add(new Named(requireNonNull(((FromQuery) item).alias()).name().value(), null));
    }
  }

  private static boolean isTable(FromSource source, List<Named> names) {
    return source.tableName().isPresent()
        && names.stream()
            .noneMatch(each -> each.name().equals(source.tableName().get().parts().get(0).value()));
  }

  private static Stream<ExpressionSyntax> conjuncts(ExpressionSyntax condition) {
    return condition instanceof LogicalSyntax logical
            && logical.operator() == LogicalSyntax.Operator.AND
        ? logical.operands().stream().flatMap(ReferenceKeyRule::conjuncts)
        : Stream.of(condition);
  }

  private boolean compares(ExpressionSyntax condition, boolean positive, List<Named> names) {
    if (constant(condition).isPresent()) {
      return false;
    }
    if (condition instanceof NotSyntax not) {
      return compares(not.operand(), !positive, names);
    }
    if (condition instanceof LogicalSyntax logical) {
      boolean and = logical.operator() == LogicalSyntax.Operator.AND;
      return logical.operands().stream().noneMatch(each -> isDecided(each, and))
          && logical.operands().stream().anyMatch(each -> compares(each, positive, names));
    }
    if (condition instanceof ComparisonSyntax comparison) {
      return compares(comparison, positive, names);
    }
    if (condition instanceof InListSyntax in) {
      return positive != in.negated() && compares(in.value(), true, in.elements(), names);
    }
    if (condition instanceof InCollection in) {
      return positive != in.negated()
          && key(in.value(), true, names).stream()
              .anyMatch(key -> elements(in.collection()).stream().anyMatch(e -> differs(key, e)));
    }
    if (condition instanceof BetweenSyntax between) {
      return positive != between.negated()
          && compares(
              between.value(),
              order(between).filter(order -> order == 0).isPresent(),
              List.of(between.lower(), between.upper()),
              names);
    }
    return positive
        && condition instanceof FunctionCallSyntax call
        && call.lowerCaseName().equals("begins_with")
        && compares(call.arguments().get(0), false, List.of(call.arguments().get(1)), names);
  }

  private boolean compares(ComparisonSyntax comparison, boolean positive, List<Named> names) {
    boolean equality =
        comparison.operator()
            == (positive ? ComparisonSyntax.Operator.EQUAL : ComparisonSyntax.Operator.NOT_EQUAL);
    boolean range =
        positive
            && comparison.operator() != ComparisonSyntax.Operator.EQUAL
            && comparison.operator() != ComparisonSyntax.Operator.NOT_EQUAL;
    return (equality || range)
        && (compares(comparison.left(), equality, List.of(comparison.right()), names)
            || compares(comparison.right(), equality, List.of(comparison.left()), names));
  }

  private boolean compares(
      ExpressionSyntax operand,
      boolean equality,
      List<ExpressionSyntax> values,
      List<Named> names) {
    Optional<KeyAttribute> key = key(operand, equality, names);
    return key.isPresent()
        && values.stream()
            .filter(ReferenceKeyRule::isKnown)
            .anyMatch(
                each ->
                    expressions
                        .value(each, Frame.inside(null))
                        .filter(value -> differs(key.get(), value))
                        .isPresent());
  }

  private List<AttributeValue> elements(ExpressionSyntax collection) {
    return isKnown(collection)
            && expressions.value(collection, Frame.inside(null)).orElse(null)
                instanceof ListValue list
        ? list.elements()
        : List.of();
  }

  private static boolean differs(KeyAttribute key, AttributeValue value) {
    return value.type() != key.type();
  }

  private static boolean isKnown(ExpressionSyntax value) {
    return !(value instanceof Variable)
        && value.descendants().noneMatch(Variable.class::isInstance);
  }

  /** The key attribute that an operand is; a partition attribute is compared by = and IN alone. */
  private static Optional<KeyAttribute> key(
      ExpressionSyntax operand, boolean equality, List<Named> names) {
    Optional<KeyAttribute> found = Optional.empty();
    if (operand instanceof Variable attribute) {
      found = key(names.get(0), attribute.name().value(), equality);
    } else if (operand instanceof PathExpression path
        && path.root() instanceof Variable source
        && path.steps().size() == 1
        && path.steps().get(0) instanceof PathStepSyntax.Attribute attribute) {
      found =
          names.stream()
              .filter(each -> each.name().equals(source.name().value()))
              .findFirst()
              .flatMap(each -> key(each, attribute.name().value(), equality));
    }
    return found;
  }

  private static Optional<KeyAttribute> key(Named source, String attribute, boolean equality) {
    @Nullable KeySchema schema = source.key();
    return schema == null
        ? Optional.empty()
        : schema.find(attribute).filter(key -> equality || !schema.partition().contains(key));
  }

  private boolean isDecided(ExpressionSyntax condition, boolean and) {
    return constant(condition).filter(holds -> holds != and).isPresent();
  }

  /** Whether a condition of literals holds; empty for any other. */
  private Optional<Boolean> constant(ExpressionSyntax condition) {
    if (condition instanceof BetweenSyntax between) {
      Optional<Integer> order = order(between);
      if (order.filter(lowerToUpper -> lowerToUpper > 0).isPresent()) {
        return Optional.of(between.negated());
      }
    }
    boolean literal =
        isKnown(condition)
            && condition.descendants().noneMatch(ParameterSyntax.class::isInstance)
            && condition.descendants().noneMatch(QuerySyntax.class::isInstance);
    return literal
        ? Optional.of(expressions.isTrue(condition, Frame.inside(null)))
        : Optional.empty();
  }

  /** How the bounds of BETWEEN compare, if they are literals of one type. */
  private Optional<Integer> order(BetweenSyntax between) {
    for (ExpressionSyntax bound : List.of(between.lower(), between.upper())) {
      if (!isKnown(bound) || bound.descendants().anyMatch(ParameterSyntax.class::isInstance)) {
        return Optional.empty();
      }
    }
    AttributeValue lower = expressions.value(between.lower(), Frame.inside(null)).orElseThrow();
    AttributeValue upper = expressions.value(between.upper(), Frame.inside(null)).orElseThrow();
    return lower.type() == upper.type()
        ? Optional.of(ReferenceOrder.INSTANCE.compare(lower, upper))
        : Optional.empty();
  }
}
