package io.partikey.planner.dynamodb.select;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Between;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.FunctionCall;
import io.partikey.engine.expression.InList;
import io.partikey.engine.expression.ScalarFunction;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeyRules;
import io.partikey.engine.table.KeySchema;
import io.partikey.planner.bound.References;
import io.partikey.planner.dynamodb.mistake.Mistake;
import io.partikey.planner.dynamodb.mistake.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a SELECT may compare key attributes with: values of their own types that are not empty,
 * wherever the comparison stands. Keys are those of the table, and of the index that is read. Of a
 * list of IN DynamoDB looks at the first value.
 *
 * <p>A range of the partition key is a scan to DynamoDB, which finds nothing where the type is
 * another one.
 */
final class KeyOperands {
  private static final Set<ScalarFunction> FUNCTIONS =
      Set.of(ScalarFunction.BEGINS_WITH, ScalarFunction.CONTAINS, ScalarFunction.ATTRIBUTE_TYPE);

  private final Map<String, KeyAttribute> attributes = new HashMap<>();
  private final Environment values;
  private final AttributeReference partition;

  /**
   * Checks for the values of parameters.
   *
   * @param read the key that is read by
   * @param others other keys of the same table
   */
  KeyOperands(Environment values, KeySchema read, KeySchema... others) {
    this.values = values;
    this.partition = new AttributeReference(read.partition().get(0).name());
    List<KeySchema> keys = new ArrayList<>(List.of(others));
    keys.add(read);
    for (KeySchema key : keys) {
      for (KeyAttribute attribute : key.attributes()) {
        attributes.put(attribute.name(), attribute);
      }
    }
  }

  /** What is wrong with a condition or its parts. */
  Optional<Mistake> of(Expression condition) {
    Optional<Mistake> mistake =
        compares(condition)
            ? Mistake.first(condition.children(), operand -> ofOperand(condition, operand))
            : Optional.empty();
    return mistake.isPresent() ? mistake : Mistake.first(condition.children(), this::of);
  }

  private Optional<Mistake> ofOperand(Expression comparison, Expression operand) {
    @Nullable KeyAttribute key =
        operand instanceof AttributeReference attribute ? attributes.get(attribute.name()) : null;
    return key == null
        ? Optional.empty()
        : Mistake.first(compared(comparison), value -> ofValue(comparison, key, value));
  }

  private boolean isPartitionRange(Expression part) {
    boolean range =
        part instanceof Between
            || (part instanceof Comparison comparison
                && comparison.operator() != ComparisonOperator.EQUAL
                && comparison.operator() != ComparisonOperator.NOT_EQUAL);
    return range && part.children().contains(partition);
  }

  private static boolean compares(Expression part) {
    return part instanceof Comparison
        || part instanceof Between
        || part instanceof InList
        || (part instanceof FunctionCall call && FUNCTIONS.contains(call.function()));
  }

  private Optional<Mistake> ofValue(
      Expression comparison, KeyAttribute attribute, Expression operand) {
    @Nullable AttributeValue value = References.isFixed(operand) ? operand.evaluate(values) : null;
    if (value == null) {
      return Optional.empty();
    }
    if (value.type() == attribute.type()) {
      return Mistake.raisedBy(Stage.KEY_VALUES, () -> KeyRules.requireContent(attribute, value));
    }
    return isPartitionRange(comparison)
        ? Optional.empty()
        : Optional.of(
            Mistake.of(
                Stage.KEY_COMPARISONS,
                ErrorCode.VALIDATION,
                "One or more parameter values were invalid: Condition parameter type does not match"
                    + " schema type"));
  }

  private static List<Expression> compared(Expression comparison) {
    return comparison instanceof InList in
        ? List.of(in.value(), in.candidates().get(0))
        : comparison.children();
  }
}
