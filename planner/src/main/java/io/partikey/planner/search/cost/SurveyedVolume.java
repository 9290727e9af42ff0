package io.partikey.planner.search.cost;

import io.partikey.planner.plan.AccessReading;

/**
 * How much an access path reads, known from reading it or its beginning.
 *
 * @param all the cost of reading it all
 */
public record SurveyedVolume(AccessCost all) implements ReadVolume {
  /**
   * What follows from a reading. One that was not complete goes on in the same way as far as was
   * estimated before, or at least for one more charge.
   */
  public static SurveyedVolume of(AccessReading reading, ReadVolume estimate) {
    AccessCost read = new AccessCost(reading.rows(), reading.rowsRead(), reading.readUnits());
    if (reading.complete()) {
      return new SurveyedVolume(read);
    }
    AccessCost estimated = estimate.cost();
    double least = reading.readUnits() + ChargedUnits.ofRequest(0);
    double units = Math.max(least, estimated.readUnits());
    return new SurveyedVolume(
        reading.rowsRead() == 0
            ? new AccessCost(estimated.rows(), estimated.rowsRead(), units)
            : read.times(units / reading.readUnits()));
  }

  @Override
  public AccessCost cost() {
    return all;
  }

  @Override
  public AccessCost costOfFirst(double limit) {
    return limit >= all.rows() ? all : all.times(limit / all.rows()).inWholeUnits();
  }
}
