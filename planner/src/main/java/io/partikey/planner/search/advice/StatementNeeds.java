package io.partikey.planner.search.advice;

import io.partikey.engine.table.TableDescription;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.TableSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which attributes a statement uses of its tables.
 *
 * @param sources every read of the statement
 */
record StatementNeeds(List<TableSource> sources) {
  StatementNeeds {
    sources = List.copyOf(sources);
  }

  static StatementNeeds of(Relation statement) {
    return new StatementNeeds(Mention.sources(statement).toList());
  }

  /** The attributes that are used of a table, all its reads taken together; empty for all. */
  Optional<Set<String>> of(TableDescription table) {
    Set<String> attributes = new LinkedHashSet<>();
    for (TableSource source : sources) {
      if (source.table().name().equals(table.name())) {
        if (source.wholeItem()) {
          return Optional.empty();
        }
        attributes.addAll(source.attributes());
      }
    }
    return Optional.of(attributes);
  }
}
