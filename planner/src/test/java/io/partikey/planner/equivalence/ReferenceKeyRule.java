package io.partikey.planner.equivalence;

import static java.util.Objects.requireNonNull;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.parser.ast.Between;
import io.partikey.parser.ast.Comparison;
import io.partikey.parser.ast.Expression;
import io.partikey.parser.ast.FromItem;
import io.partikey.parser.ast.FromQuery;
import io.partikey.parser.ast.FromSource;
import io.partikey.parser.ast.FunctionCall;
import io.partikey.parser.ast.InCollection;
import io.partikey.parser.ast.InList;
import io.partikey.parser.ast.Join;
import io.partikey.parser.ast.Logical;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.Not;
import io.partikey.parser.ast.Parameter;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.PathStep;
import io.partikey.parser.ast.Query;
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
  boolean refuses(String table, Expression condition) {
    List<Named> names = List.of(new Named("", keys.apply(List.of(table))));
    return conjuncts(condition).anyMatch(each -> compares(each, true, names));
  }

  private boolean refuses(Node node, List<Named> outer) {
    if (!(node instanceof Select select)) {
      return node.children().stream().anyMatch(child -> refuses(child, outer));
    }
    List<Named> names = new ArrayList<>();
    List<Expression> conditions = new ArrayList<>();
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

  private void gather(FromItem item, List<Named> names, List<Expression> conditions) {
    if (item instanceof Join join) {
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

  private static Stream<Expression> conjuncts(Expression condition) {
    return condition instanceof Logical logical && logical.operator() == Logical.Operator.AND
        ? logical.operands().stream().flatMap(ReferenceKeyRule::conjuncts)
        : Stream.of(condition);
  }

  private boolean compares(Expression condition, boolean positive, List<Named> names) {
    if (constant(condition).isPresent()) {
      return false;
    }
    if (condition instanceof Not not) {
      return compares(not.operand(), !positive, names);
    }
    if (condition instanceof Logical logical) {
      boolean and = logical.operator() == Logical.Operator.AND;
      return logical.operands().stream().noneMatch(each -> isDecided(each, and))
          && logical.operands().stream().anyMatch(each -> compares(each, positive, names));
    }
    if (condition instanceof Comparison comparison) {
      return compares(comparison, positive, names);
    }
    if (condition instanceof InList in) {
      return positive != in.negated() && compares(in.value(), true, in.elements(), names);
    }
    if (condition instanceof InCollection in) {
      return positive != in.negated()
          && key(in.value(), true, names).stream()
              .anyMatch(key -> elements(in.collection()).stream().anyMatch(e -> differs(key, e)));
    }
    if (condition instanceof Between between) {
      return positive != between.negated()
          && compares(
              between.value(),
              order(between).filter(order -> order == 0).isPresent(),
              List.of(between.lower(), between.upper()),
              names);
    }
    return positive
        && condition instanceof FunctionCall call
        && call.lowerCaseName().equals("begins_with")
        && compares(call.arguments().get(0), false, List.of(call.arguments().get(1)), names);
  }

  private boolean compares(Comparison comparison, boolean positive, List<Named> names) {
    boolean equality =
        comparison.operator()
            == (positive ? Comparison.Operator.EQUAL : Comparison.Operator.NOT_EQUAL);
    boolean range =
        positive
            && comparison.operator() != Comparison.Operator.EQUAL
            && comparison.operator() != Comparison.Operator.NOT_EQUAL;
    return (equality || range)
        && (compares(comparison.left(), equality, List.of(comparison.right()), names)
            || compares(comparison.right(), equality, List.of(comparison.left()), names));
  }

  private boolean compares(
      Expression operand, boolean equality, List<Expression> values, List<Named> names) {
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

  private List<AttributeValue> elements(Expression collection) {
    return isKnown(collection)
            && expressions.value(collection, Frame.inside(null)).orElse(null)
                instanceof ListValue list
        ? list.elements()
        : List.of();
  }

  private static boolean differs(KeyAttribute key, AttributeValue value) {
    return value.type() != key.type();
  }

  private static boolean isKnown(Expression value) {
    return !(value instanceof Variable)
        && value.descendants().noneMatch(Variable.class::isInstance);
  }

  /** The key attribute that an operand is; a partition attribute is compared by = and IN alone. */
  private static Optional<KeyAttribute> key(
      Expression operand, boolean equality, List<Named> names) {
    Optional<KeyAttribute> found = Optional.empty();
    if (operand instanceof Variable attribute) {
      found = key(names.get(0), attribute.name().value(), equality);
    } else if (operand instanceof PathExpression path
        && path.root() instanceof Variable source
        && path.steps().size() == 1
        && path.steps().get(0) instanceof PathStep.Attribute attribute) {
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

  private boolean isDecided(Expression condition, boolean and) {
    return constant(condition).filter(holds -> holds != and).isPresent();
  }

  /** Whether a condition of literals holds; empty for any other. */
  private Optional<Boolean> constant(Expression condition) {
    if (condition instanceof Between between) {
      Optional<Integer> order = order(between);
      if (order.filter(lowerToUpper -> lowerToUpper > 0).isPresent()) {
        return Optional.of(between.negated());
      }
    }
    boolean literal =
        isKnown(condition)
            && condition.descendants().noneMatch(Parameter.class::isInstance)
            && condition.descendants().noneMatch(Query.class::isInstance);
    return literal
        ? Optional.of(expressions.isTrue(condition, Frame.inside(null)))
        : Optional.empty();
  }

  /** How the bounds of BETWEEN compare, if they are literals of one type. */
  private Optional<Integer> order(Between between) {
    for (Expression bound : List.of(between.lower(), between.upper())) {
      if (!isKnown(bound) || bound.descendants().anyMatch(Parameter.class::isInstance)) {
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
