package io.partikey.engine.backend;

import io.partikey.engine.table.TableDescription;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tables at one moment, by name, with a version that grows with every change of a definition.
 */
public record Catalog(long version, SortedMap<String, TableDescription> tables) {
  public Catalog {
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
  }

  /** A catalog of these tables. */
  public static Catalog of(long version, Map<String, TableDescription> tables) {
    return new Catalog(version, new TreeMap<>(tables));
  }

  /** The table of this name, case-sensitive. */
  public Optional<TableDescription> table(String name) {
    return Optional.ofNullable(tables.get(name));
  }
}
