package io.partikey.planner.compile;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.table.ObservedAttribute;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.StarColumns;
import io.partikey.planner.bound.BoundWrite;
import io.partikey.planner.bound.OutputColumn;
import io.partikey.planner.execute.ResultLayout;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the output of a statement is shown on a backend: stars as the attributes that their tables
 * have by now, attributes with the types that they have had. Thread-safe.
 *
 * <p>The last layout is kept for as long as no new attribute and no new type is observed.
 */
final class OutputLayout {
  private final List<OutputColumn> output;
  private final PlannerSettings settings;
  private final List<String> tables;
  private volatile @Nullable Known known;

  /** A layout for what was observed of the tables, in their order. */
  private record Known(List<List<ObservedAttribute>> observed, ResultLayout layout) {}

  OutputLayout(List<OutputColumn> output, PlannerSettings settings) {
    this.output = List.copyOf(output);
    this.settings = settings;
    this.tables = tables(output);
  }

  /** The layout of the items that a write returns; empty if it returns none. */
  static Optional<OutputLayout> ofReturning(BoundWrite write, PlannerSettings settings) {
    boolean returns =
        (write instanceof BoundWrite.Update update && update.returning() != ReturnValues.NONE)
            || (write instanceof BoundWrite.Delete delete
                && delete.returning() != ReturnValues.NONE);
    return returns
        ? Optional.of(
            new OutputLayout(List.of(new OutputColumn.Star(write.table(), null)), settings))
        : Optional.empty();
  }

  /** The layout by now. */
  ResultLayout on(Backend backend) {
    List<List<ObservedAttribute>> observed = new ArrayList<>(tables.size());
    for (String table : tables) {
      observed.add(backend.observedAttributes(table));
    }
    @Nullable Known last = known;
    if (last != null && last.observed().equals(observed)) {
      return last.layout();
    }
    ResultLayout layout = layout(observed);
    known = new Known(observed, layout);
    return layout;
  }

  /** What stars leave out: a sentence for each that shows less than there is. */
  List<String> warnings(Backend backend) {
    List<String> warnings = new ArrayList<>();
    for (OutputColumn column : output) {
      if (column instanceof OutputColumn.Star star) {
        String table = star.table().name();
        int leftOut =
            StarColumns.leftOut(
                star.table(), star.index(), backend.observedAttributes(table), settings);
        if (leftOut > 0) {
          warnings.add(
              (leftOut == 1 ? "1 attribute" : leftOut + " attributes")
                  + " of table "
                  + table
                  + " not shown: maxColumns is "
                  + settings.maxColumns()
                  + ". Select them by name, or connect with documentColumn=true or a larger"
                  + " maxColumns.");
        }
      }
    }
    return warnings;
  }

  private static List<String> tables(List<OutputColumn> output) {
    List<String> tables = new ArrayList<>();
    for (OutputColumn column : output) {
      Optional<String> table =
          column instanceof OutputColumn.Star star
              ? Optional.of(star.table().name())
              : attributeTable(column);
      table.filter(name -> !tables.contains(name)).ifPresent(tables::add);
    }
    return tables;
  }

  // The type of a key is known; of every other attribute the types are those that were stored.
  private static Optional<String> attributeTable(OutputColumn column) {
    return column instanceof OutputColumn.Value value && !value.column().key()
        ? value.column().table()
        : Optional.empty();
  }

  private ResultLayout layout(List<List<ObservedAttribute>> observed) {
    Map<String, List<ObservedAttribute>> byTable = new LinkedHashMap<>();
    for (int i = 0; i < tables.size(); i++) {
      byTable.put(tables.get(i), observed.get(i));
    }
    List<OutputColumn> typed = output.stream().map(column -> typed(column, byTable)).toList();
    return ResultLayout.of(
        typed,
        star ->
            StarColumns.of(
                star.table(),
                star.index(),
                byTable.getOrDefault(star.table().name(), List.of()),
                settings));
  }

  private static OutputColumn typed(
      OutputColumn column, Map<String, List<ObservedAttribute>> observed) {
    Optional<String> table = attributeTable(column);
    if (table.isEmpty() || !(column instanceof OutputColumn.Value value)) {
      return column;
    }
    ResultColumn plain = value.column();
    Set<AttributeType> types = EnumSet.noneOf(AttributeType.class);
    types.addAll(plain.types());
    observed.getOrDefault(table.get(), List.of()).stream()
        .filter(attribute -> plain.attribute().filter(attribute.name()::equals).isPresent())
        .forEach(attribute -> types.addAll(attribute.types()));
    return new OutputColumn.Value(
        new ResultColumn(plain.label(), plain.attribute(), plain.table(), types, plain.key()));
  }
}
