package io.partikey.engine.backend;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * Capacity units that requests consumed, by table and index.
 *
 * <p>A read unit is 4 KB read consistently, half a unit eventually; a write unit is 1 KB written.
 *
 * @param byTarget the units of each table ({@code Table}) and index ({@code Table.Index})
 */
public record ConsumedCapacity(SortedMap<String, Units> byTarget) {
  /** Nothing. */
  public static final ConsumedCapacity NONE = new ConsumedCapacity(new TreeMap<>());

  public ConsumedCapacity {
    byTarget = Collections.unmodifiableSortedMap(new TreeMap<>(byTarget));
  }

  /** Read units of one table or index. */
  public static ConsumedCapacity read(String target, double units) {
    return new ConsumedCapacity(new TreeMap<>(java.util.Map.of(target, new Units(units, 0))));
  }

  /** Write units of one table or index. */
  public static ConsumedCapacity write(String target, double units) {
    return new ConsumedCapacity(new TreeMap<>(java.util.Map.of(target, new Units(0, units))));
  }

  /** The sum of this and another. */
  public ConsumedCapacity plus(ConsumedCapacity other) {
    if (byTarget.isEmpty()) {
      return other;
    }
    if (other.byTarget.isEmpty()) {
      return this;
    }
    SortedMap<String, Units> sum = new TreeMap<>(byTarget);
    BinaryOperator<Units> add = Units::plus;
    other.byTarget.forEach((target, units) -> sum.merge(target, units, add));
    return new ConsumedCapacity(sum);
  }

  /** All read units. */
  public double readUnits() {
    return byTarget.values().stream().mapToDouble(Units::read).sum();
  }

  /** All write units. */
  public double writeUnits() {
    return byTarget.values().stream().mapToDouble(Units::write).sum();
  }

  /** Units of one table or index. */
  public record Units(double read, double write) {
    Units plus(Units other) {
      return new Units(read + other.read, write + other.write);
    }
  }
}
