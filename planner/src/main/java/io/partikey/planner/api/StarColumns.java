package io.partikey.planner.api;

import io.partikey.engine.item.AttributeType;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.ObservedAttribute;
import io.partikey.engine.table.TableDescription;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a star is shown as: the attributes of the primary key, those of index keys,
 * those declared, those observed in the order first seen; as many as the connection allows, then
 * the document column if it asks for one.
 *
 * <p>An attribute of the primary key has the type of the key. Any other may have the types that it
 * was declared with or had.
 */
public final class StarColumns {
  /** The label of the column that shows the whole item. */
  public static final String DOCUMENT_COLUMN = "$doc";

  private StarColumns() {}

  /** The columns of a table, given what was observed of it. */
  public static List<ResultColumn> of(
      TableDescription table, List<ObservedAttribute> observed, PlannerSettings settings) {
    return of(table, null, observed, settings);
  }

  /** The columns of a table as an index holds it, null for the table itself. */
  public static List<ResultColumn> of(
      TableDescription table,
      @Nullable IndexDescription index,
      List<ObservedAttribute> observed,
      PlannerSettings settings) {
    List<ResultColumn> columns = new ArrayList<>();
    types(table, observed)
        .forEach(
            (name, types) -> {
              if (covers(table, index, name) && columns.size() < settings.maxColumns()) {
                columns.add(column(table, name, types));
              }
            });
    if (settings.documentColumn()) {
      columns.add(
          new ResultColumn(
              DOCUMENT_COLUMN,
              Optional.empty(),
              Optional.of(table.name()),
              Set.of(AttributeType.M),
              false));
    }
    return columns;
  }

  /** How many attributes these columns leave out, because the connection allows no more. */
  public static int leftOut(
      TableDescription table,
      @Nullable IndexDescription index,
      List<ObservedAttribute> observed,
      PlannerSettings settings) {
    if (observed.size() + KnownAttributes.of(table).size() <= settings.maxColumns()) {
      return 0;
    }
    long all =
        types(table, observed).keySet().stream().filter(name -> covers(table, index, name)).count();
    return (int) Math.max(0, all - settings.maxColumns());
  }

  private static boolean covers(
      TableDescription table, @Nullable IndexDescription index, String name) {
    return index == null || index.projects(name, table.key());
  }

  private static ResultColumn column(
      TableDescription table, String name, Set<AttributeType> types) {
    return new ResultColumn(
        name, Optional.of(name), Optional.of(table.name()), types, table.key().contains(name));
  }

  private static Map<String, Set<AttributeType>> types(
      TableDescription table, List<ObservedAttribute> observed) {
    Map<String, Set<AttributeType>> types = new LinkedHashMap<>();
    KnownAttributes.of(table).forEach((name, type) -> types.put(name, EnumSet.of(type)));
    for (ObservedAttribute attribute : observed) {
      if (!table.key().contains(attribute.name())) {
        types
            .computeIfAbsent(attribute.name(), name -> EnumSet.noneOf(AttributeType.class))
            .addAll(attribute.types());
      }
    }
    return types;
  }
}
