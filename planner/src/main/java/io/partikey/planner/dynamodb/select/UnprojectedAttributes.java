package io.partikey.planner.dynamodb.select;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ScalarOrder;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.bound.References;
import io.partikey.planner.dynamodb.mistake.Mistake;
import io.partikey.planner.dynamodb.mistake.Stage;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
  /** Whether columns need the items of the table. */
  boolean lacks(List<Expression> columns) {
    return !unprojected(columns).isEmpty();
  }

  /** Columns that a global index does not project, in the order of the statement. */
  Optional<Mistake> ofColumns(List<Expression> columns) {
    Set<String> missing = new LinkedHashSet<>();
    columns.forEach(column -> missing.addAll(unprojected(List.of(column))));
    return missing.isEmpty() || index.kind() != IndexDescription.IndexKind.GLOBAL
        ? Optional.empty()
        : invalid(
            Stage.UNPROJECTED_COLUMNS,
            "Global secondary index " + index.name() + " does not project " + missing);
  }

  /**
   * Conditions of a read by key on what is not projected, unless a branch does without. What the
   * branch of the greatest partition value lacks is named.
   */
  Optional<Mistake> ofFilters(List<Branch> branches, Environment values) {
    Collection<String> named = Set.of();
    AttributeValue greatest = null;
    for (Branch branch : branches) {
      Set<String> missing = unprojected(branch.others());
      missing.addAll(unprojected(branch.keyFilters()));
      if (missing.isEmpty()) {
        return Optional.empty();
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
    return named.isEmpty()
        ? Optional.empty()
        : invalid(
            Stage.UNPROJECTED_CONDITIONS,
            "Secondary index "
                + index.name()
                + " does not project one or more filter attributes: "
                + named);
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

  private static Optional<Mistake> invalid(Stage stage, String message) {
    return Optional.of(
        Mistake.of(
            stage, ErrorCode.VALIDATION, "One or more parameter values were invalid: " + message));
  }
}
