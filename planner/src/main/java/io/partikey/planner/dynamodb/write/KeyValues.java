package io.partikey.planner.dynamodb.write;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.TableDescription;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.planner.bind.ParameterCheck;
import io.partikey.planner.dynamodb.rules.KeyPathRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values that the condition of a write gives to each key attribute: one, however often it is
 * given.
 *
 * @param values the constants and parameters by attribute
 */
public record KeyValues(Map<String, List<Expression>> values) implements ParameterCheck {
  /** The values of the key of a table in conditions that all hold. */
  public static KeyValues of(TableDescription table, List<Expression> conjuncts) {
    Map<String, List<Expression>> values = new LinkedHashMap<>();
    for (KeyAttribute attribute : table.key().attributes()) {
      values.put(
          attribute.name(),
          conjuncts.stream().flatMap(term -> value(term, attribute.name())).toList());
    }
    return new KeyValues(values);
  }

  private static Stream<Expression> value(Expression term, String attribute) {
    if (!(term instanceof Comparison comparison)
        || comparison.operator() != ComparisonOperator.EQUAL) {
      return Stream.empty();
    }
    AttributeReference key = new AttributeReference(attribute);
    Stream<Expression> other =
        comparison.left().equals(key)
            ? Stream.of(comparison.right())
            : comparison.right().equals(key) ? Stream.of(comparison.left()) : Stream.empty();
    return other.filter(value -> value instanceof Literal || value instanceof Parameter);
  }

  /**
   * Requires one whole key of the statement, as far as its constants go.
   *
   * @throws EngineException with {@code NOT_KEYED}, {@code KEY_INVALID} or {@code VALIDATION} and
   *     DynamoDB's message
   */
  public void require(TableDescription table, @Nullable ExpressionSyntax where) {
    requireOneOfEach(null);
    KeyPathRules.checkWritten(where, table);
    if (values.values().stream().anyMatch(List::isEmpty)) {
      throw new EngineException(
          ErrorCode.NOT_KEYED,
          "Where clause does not contain a mandatory equality on all key attributes");
    }
    List<KeyAttribute> attributes = new ArrayList<>(table.key().attributes());
    attributes.forEach(
        attribute -> constant(attribute).ifPresent(v -> requireScalar(attribute, v)));
    Collections.reverse(attributes);
    attributes.forEach(attribute -> constant(attribute).ifPresent(v -> requireType(attribute, v)));
  }

  private Optional<AttributeValue> constant(KeyAttribute attribute) {
    return values.getOrDefault(attribute.name(), List.of()).stream()
        .filter(Literal.class::isInstance)
        .map(literal -> ((Literal) literal).value())
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static void requireScalar(KeyAttribute attribute, AttributeValue value) {
    if (!value.type().isKeyType()) {
      throw new EngineException(
          ErrorCode.KEY_INVALID,
          "Key value must be of type S, N, or B. Key name: "
              + attribute.name()
              + ", Key type: "
              + value.type());
    }
  }

  private static void requireType(KeyAttribute attribute, AttributeValue value) {
    if (value.type() != attribute.type()) {
      throw new EngineException(
          ErrorCode.KEY_INVALID,
          "Key attribute's data type should match its data type in table's schema: Key "
              + attribute.name());
    }
  }

  /**
   * Checks that no attribute is given two values.
   *
   * @throws EngineException with {@code NOT_KEYED}
   */
  @Override
  public void check(Parameters parameters) {
    requireOneOfEach(parameters);
  }

  // Null stands for parameters whose values are not known yet.
  private void requireOneOfEach(@Nullable Parameters parameters) {
    for (Map.Entry<String, List<Expression>> given : values.entrySet()) {
      // One value alone needs no look at it, which is what a prepared statement has.
      if (given.getValue().size() > 1) {
        requireOne(given.getKey(), given.getValue(), parameters);
      }
    }
  }

  private static void requireOne(
      String attribute, List<Expression> given, @Nullable Parameters parameters) {
    long different =
        given.stream()
            .map(value -> Optional.ofNullable(value(value, parameters)))
            .flatMap(Optional::stream)
            .distinct()
            .count();
    if (different > 1) {
      throw new EngineException(
          ErrorCode.NOT_KEYED,
          "Multiple conditions on same key "
              + attribute
              + ". Only single item Update/Insert/Delete are supported");
    }
  }

  private static @Nullable AttributeValue value(Expression value, @Nullable Parameters parameters) {
    if (parameters == null) {
      return value instanceof Literal literal ? literal.value() : null;
    }
    return value.evaluate(Environment.of(parameters));
  }
}
