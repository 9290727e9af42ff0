package io.partikey.planner;

import io.partikey.engine.item.AttributeType;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.ObservedAttribute;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.bind.KnownAttributes;
import io.partikey.planner.bound.OutputColumn;
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
    return of(new OutputColumn.Star(table, null), observed, settings);
  }

  /** The columns of a star, given what was observed of its table. */
  public static List<ResultColumn> of(
      OutputColumn.Star star, List<ObservedAttribute> observed, PlannerSettings settings) {
    TableDescription table = star.table();
    List<ResultColumn> columns = new ArrayList<>();
    types(table, observed)
        .forEach(
            (name, types) -> {
              if (covers(star, name) && columns.size() < settings.maxColumns()) {
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

  /** How many attributes of its table a star leaves out, because the connection allows no more. */
  static int leftOut(
      OutputColumn.Star star, List<ObservedAttribute> observed, PlannerSettings settings) {
    if (observed.size() + KnownAttributes.of(star.table()).size() <= settings.maxColumns()) {
      return 0;
    }
    long all =
        types(star.table(), observed).keySet().stream().filter(name -> covers(star, name)).count();
    return (int) Math.max(0, all - settings.maxColumns());
  }

  private static boolean covers(OutputColumn.Star star, String name) {
    @Nullable IndexDescription index = star.index();
    return index == null || index.projects(name, star.table().key());
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
