package io.partikey.planner.dynamodb.select;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ScalarOrder;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.bound.References;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What DynamoDB answers where a SELECT on an index names what the index does not project.
 *
 * <p>A column of a local index is got from the table, one of a global index is refused. A condition
 * is refused where the index is read by its key; where it is scanned the attribute is missing.
 *
 * @param table the table
 * @param index the index that is read
 */
record UnprojectedAttributes(TableDescription table, IndexDescription index) {
  /**
   * Whether columns need the items of the table.
   *
   * @throws EngineException if they do, and the index is a global one
   */
  boolean fetches(List<Expression> columns) {
    Set<String> missing = new LinkedHashSet<>();
    columns.forEach(column -> missing.addAll(unprojected(List.of(column))));
    if (!missing.isEmpty() && index.kind() == IndexDescription.IndexKind.GLOBAL) {
      throw invalid("Global secondary index " + index.name() + " does not project " + missing);
    }
    return !missing.isEmpty();
  }

  /**
   * Checks the conditions of a read by key: one branch at least must do with what is projected.
   *
   * @throws EngineException that names what the branch of the greatest partition value lacks
   */
  void checkFilters(List<Branch> branches, Environment values) {
    Collection<String> named = Set.of();
    AttributeValue greatest = null;
    for (Branch branch : branches) {
      Set<String> missing = unprojected(branch.others());
      missing.addAll(unprojected(branch.keyFilters()));
      if (missing.isEmpty()) {
        return;
      }
      List<AttributeValue> partition = branch.partitionValues(values);
      boolean greater =
          !partition.isEmpty()
              && (greatest == null
                  || ScalarOrder.compare(partition.get(0), greatest).orElse(0) > 0);
      if (greater || named.isEmpty()) {
        named = missing;
        greatest = partition.isEmpty() ? greatest : partition.get(0);
      }
    }
    if (!named.isEmpty()) {
      throw invalid(
          "Secondary index "
              + index.name()
              + " does not project one or more filter attributes: "
              + named);
    }
  }

  // As DynamoDB lists them: in the order of a hash set.
  private Set<String> unprojected(List<Expression> expressions) {
    Set<String> missing = new HashSet<>();
    expressions.stream()
        .flatMap(References::attributes)
        .filter(attribute -> !index.projects(attribute, table.key()))
        .forEach(missing::add);
    return missing;
  }

  private static EngineException invalid(String message) {
    return new EngineException(
        ErrorCode.VALIDATION, "One or more parameter values were invalid: " + message);
  }
}
