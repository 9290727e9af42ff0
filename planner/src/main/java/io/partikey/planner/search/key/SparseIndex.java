package io.partikey.planner.search.key;

import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.FunctionCall;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.ScalarFunction;
import io.partikey.engine.expression.TypeTest;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.TableDescription;
import java.util.List;
import java.util.Optional;

/**
 * When an index that the statement does not name may stand for its table.
 *
 * <p>An item that lacks an attribute of an index's key, or has it with another type, has no entry
 * in that index. So the index gives what the table would give only if the conditions hold of no
 * such item: each attribute of its key is either part of the table's own key or compared with
 * values of its type. A sort attribute that no condition bounds will do too while the index has an
 * entry for every item.
 */
final class SparseIndex {
  private SparseIndex() {}

  /**
   * Whether every item that meets the conditions has an entry in the index.
   *
   * @param complete whether every item of the table has one
   */
  static boolean holdsAll(
      TableDescription table,
      IndexDescription index,
      List<Expression> conjuncts,
      boolean complete) {
    return index.key().attributes().stream()
        .allMatch(
            attribute ->
                table.key().contains(attribute.name())
                    || conjuncts.stream().anyMatch(conjunct -> implies(conjunct, attribute))
                    || (complete
                        && index.key().sort().contains(attribute)
                        && conjuncts.stream().noneMatch(each -> bounds(each, attribute))));
  }

  private static boolean bounds(Expression conjunct, KeyAttribute attribute) {
    return ValueCondition.of(conjunct)
        .filter(condition -> condition.attribute().equals(attribute.name()))
        .isPresent();
  }

  private static boolean implies(Expression conjunct, KeyAttribute attribute) {
    return isOfType(conjunct, attribute)
        || isTested(conjunct, attribute)
        || ValueCondition.of(conjunct)
            .filter(condition -> condition.attribute().equals(attribute.name()))
            .filter(condition -> KeyTypes.accepts(attribute, condition))
            .filter(condition -> condition.points().stream().noneMatch(KeyTypes::isEmpty))
            .isPresent();
  }

  private static boolean isTested(Expression conjunct, KeyAttribute attribute) {
    return conjunct instanceof TypeTest test
        && test.value().equals(new AttributeReference(attribute.name()))
        && test.kind().attributeType().equals(Optional.of(attribute.type()));
  }

  private static boolean isOfType(Expression conjunct, KeyAttribute attribute) {
    return conjunct instanceof FunctionCall call
        && call.function() == ScalarFunction.ATTRIBUTE_TYPE
        && call.arguments().get(0).equals(new AttributeReference(attribute.name()))
        && call.arguments().get(1).equals(new Literal(new StringValue(attribute.type().name())));
  }
}
