package io.partikey.planner.execute;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.MemorySize;
import io.partikey.planner.plan.RowLayout;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row between two nodes of a plan: values by position, null for MISSING. Immutable; equal to a
 * row of equal values.
 */
public final class PlanRow {
  /** The row without columns. */
  static final PlanRow EMPTY = new PlanRow(new @Nullable AttributeValue[0]);

  private final @Nullable AttributeValue[] values;

  /** Takes the array over; the caller changes it no more. */
  private PlanRow(@Nullable AttributeValue[] values) {
    this.values = values;
  }

  /** The row of these values. */
  public static PlanRow of(@Nullable AttributeValue... values) {
    return new PlanRow(values.clone());
  }

  /** The row of these values. */
  public static PlanRow of(List<@Nullable AttributeValue> values) {
    return new PlanRow(values.toArray(new @Nullable AttributeValue[0]));
  }

  /** The row that a layout makes of an item. */
  static PlanRow of(Item item, RowLayout layout) {
    List<String> names = layout.attributes();
    @Nullable AttributeValue[] values = new @Nullable AttributeValue[layout.width()];
    for (int i = 0; i < names.size(); i++) {
      values[i] = item.get(names.get(i));
    }
    if (layout.wholeItem()) {
      values[names.size()] = item.asMap();
    }
    return new PlanRow(values);
  }

  /** A row of this many columns, all missing. */
  static PlanRow missing(int width) {
    return new PlanRow(new @Nullable AttributeValue[width]);
  }

  /** How many columns there are. */
  int width() {
    return values.length;
  }

  /** The value of a column, null when it is missing. */
  @Nullable AttributeValue get(int column) {
    return values[column];
  }

  /** About how many bytes the row takes in memory. */
  long memoryBytes() {
    long bytes = 2L * MemorySize.OBJECT;
    for (@Nullable AttributeValue value : values) {
      bytes += Long.BYTES + (value == null ? 0 : MemorySize.of(value));
    }
    return bytes;
  }

  /** About how many bytes those values take that are not the very ones of another row. */
  long memoryBytesBeside(PlanRow other) {
    long bytes = 0;
    for (@Nullable AttributeValue value : values) {
      bytes += value == null || other.holds(value) ? 0 : MemorySize.of(value);
    }
    return bytes;
  }

  @SuppressWarnings("ReferenceEquality")
  private boolean holds(AttributeValue value) {
    for (@Nullable AttributeValue own : values) {
      if (own == value) {
        return true;
      }
    }
    return false;
  }

  /** Some columns of this row. */
  PlanRow select(int... columns) {
    @Nullable AttributeValue[] selected = new @Nullable AttributeValue[columns.length];
    for (int i = 0; i < columns.length; i++) {
      selected[i] = values[columns[i]];
    }
    return new PlanRow(selected);
  }

  /** The first columns of this row. */
  PlanRow first(int columns) {
    return new PlanRow(Arrays.copyOf(values, columns));
  }

  /** The columns of this row, then those of another. */
  PlanRow with(PlanRow right) {
    @Nullable AttributeValue[] both = Arrays.copyOf(values, values.length + right.values.length);
    System.arraycopy(right.values, 0, both, values.length, right.values.length);
    return new PlanRow(both);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PlanRow row && Arrays.equals(values, row.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
