package io.partikey.planner.search.key;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.IndexDescription.IndexKind;
import io.partikey.engine.table.Projection;
import io.partikey.planner.bound.References;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.mode.Mode;
import io.partikey.planner.search.cost.Selectivity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an index holds of what a statement needs of a table, and what becomes of the rest.
 *
 * <p>In SQL each row's item is got from the table when anything is missing. In DynamoDB's dialect
 * {@code *} is what the index projects; a local index gets the attributes that are named, a global
 * one refuses them; and both refuse conditions on them, except that a scan takes them as missing.
 */
record IndexCoverage(TableSource source, IndexDescription index, Mode.Unprojected unprojected) {
  /**
   * Whether a query of the index must get each row's item from the table.
   *
   * @param residual the conditions that are tested of each entry
   * @throws EngineException with {@code VALIDATION} where DynamoDB refuses
   */
  boolean needsFetch(List<Expression> residual) {
    if (unprojected == Mode.Unprojected.FETCHED) {
      return !coversAll();
    }
    requireSingleAttributeKey();
    Set<String> filtered = unprojected(attributesOf(residual));
    if (!filtered.isEmpty()) {
      throw refused(
          "Secondary index "
              + index.name()
              + " does not project one or more filter attributes: "
              + listed(filtered));
    }
    return fetchesNamed(unprojected(new LinkedHashSet<>(source.attributes())));
  }

  /** Whether a scan of the index must get each row's item from the table; raises as for a query. */
  boolean needsFetchByScan(List<Expression> residual) {
    if (unprojected == Mode.Unprojected.FETCHED) {
      return !coversAll();
    }
    requireSingleAttributeKey();
    Set<String> shown = new LinkedHashSet<>(source.attributes());
    shown.removeAll(attributesOf(residual));
    return fetchesNamed(unprojected(shown));
  }

  /** The share of entries whose items are fetched: those for which what an entry can tell holds. */
  double fetchedShare(List<Expression> conditions) {
    return Selectivity.of(
        conditions.stream()
            .filter(each -> unprojected(attributesOf(List.of(each))).isEmpty())
            .toList());
  }

  private boolean coversAll() {
    return index.projection().kind() == Projection.Kind.ALL
        || (!source.wholeItem() && unprojected(new LinkedHashSet<>(source.attributes())).isEmpty());
  }

  private boolean fetchesNamed(Set<String> unprojected) {
    if (!unprojected.isEmpty() && index.kind() == IndexKind.GLOBAL) {
      throw refused(
          "Global secondary index " + index.name() + " does not project " + listed(unprojected));
    }
    return !unprojected.isEmpty();
  }

  private void requireSingleAttributeKey() {
    if (index.key().isMultiAttribute()) {
      throw new EngineException(
          ErrorCode.VALIDATION,
          "PartiQL statements cannot be executed on tables with multi-attribute HASH keys or"
              + " multi-attribute RANGE keys.");
    }
  }

  private Set<String> unprojected(Set<String> attributes) {
    return attributes.stream()
        .filter(attribute -> !index.projects(attribute, source.table().key()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<String> attributesOf(List<Expression> conditions) {
    return conditions.stream()
        .flatMap(References::attributes)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static EngineException refused(String message) {
    return new EngineException(
        ErrorCode.VALIDATION, "One or more parameter values were invalid: " + message);
  }

  private static String listed(Set<String> names) {
    return "[" + String.join(", ", names) + "]";
  }
}
