package io.partikey.shell.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What a statement did and cost.
 *
 * @param rows rows that it returned, if it returns rows
 * @param changed items that it changed, if it changes items
 * @param cost what it consumed
 * @param elapsed how long it took until its last row was read
 */
public record Outcome(OptionalLong rows, OptionalLong changed, Cost cost, Duration elapsed) {

  /** One line about it, for example {@code 3 rows · 0.5 RU · 4 ms}. */
  public String summary(Settings settings) {
    List<String> parts = new ArrayList<>();
    rows.ifPresent(count -> parts.add(Counts.of(count, "row")));
    changed.ifPresent(count -> parts.add(Counts.of(count, "item") + " changed"));
    if (parts.isEmpty()) {
      parts.add("done");
    }
    if (settings.capacity()) {
      addCost(parts);
    }
    if (settings.timing()) {
      parts.add(Counts.duration(elapsed));
    }
    return String.join(" · ", parts);
  }

  private void addCost(List<String> parts) {
    if (cost.itemsRead() > rows.orElse(0)) {
      parts.add(Counts.of(cost.itemsRead(), "item") + " read");
    }
    if (cost.readUnits() > 0) {
      parts.add(units(cost.readUnits()) + " RU");
    }
    if (cost.writeUnits() > 0) {
      parts.add(units(cost.writeUnits()) + " WU");
    }
  }

  /** Capacity units with no more decimals than they need. */
  public static String units(double units) {
    return units == Math.rint(units)
        ? String.format(Locale.ROOT, "%,.0f", units)
        : String.format(Locale.ROOT, "%,.1f", units);
  }
}
