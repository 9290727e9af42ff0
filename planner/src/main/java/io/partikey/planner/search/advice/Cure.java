package io.partikey.planner.search.advice;

import io.partikey.planner.plan.PlanCost;
import java.util.Comparator;
import java.util.List;

/**
 * Changes that together make a statement keyed.
 *
 * @param changes at least one
 * @param cost what the statement costs then
 */
record Cure(List<Change> changes, PlanCost cost) {
  /** The cheapest first; of equal ones those that change less. */
  static final Comparator<Cure> BY_COST =
      Comparator.comparing((Cure cure) -> !cure.isOfLiterals())
          .thenComparingDouble(cure -> cure.cost.readUnits())
          .thenComparingInt(Cure::size);

  Cure {
    changes = List.copyOf(changes);
  }

  /** Whether it only writes literals as they were meant, which no other cure does. */
  private boolean isOfLiterals() {
    return changes.stream().allMatch(Change.Retyped.class::isInstance);
  }

  private int size() {
    return changes.stream()
        .mapToInt(
            change -> {
              if (change instanceof Change.Conditions conditions) {
                return conditions.attributes().size();
              }
              return change instanceof Change.Pairing pairing ? pairing.attributes().size() : 1;
            })
        .sum();
  }

  /**
   * Whether another cure asks for less and costs no more, or says with which column of another
   * table to compare what this one compares with anything.
   */
  boolean isNeedless(List<Cure> others) {
    return others.stream().anyMatch(other -> !other.changes.equals(changes) && replaces(other));
  }

  private boolean replaces(Cure other) {
    boolean cheaper = other.cost.readUnits() <= cost.readUnits();
    return other.changes.size() <= changes.size()
        && other.changes.stream()
            .allMatch(less -> changes.stream().anyMatch(more -> asksLess(less, more, cheaper)));
  }

  private static boolean asksLess(Change less, Change more, boolean cheaper) {
    if (less.equals(more)) {
      return true;
    }
    if (!(more instanceof Change.Conditions all) || !less.overlaps(more)) {
      return false;
    }
    return (less instanceof Change.Pairing pairing && pairing.attributes().equals(all.attributes()))
        || (cheaper
            && less instanceof Change.Conditions some
            && all.attributes().containsAll(some.attributes()));
  }
}
