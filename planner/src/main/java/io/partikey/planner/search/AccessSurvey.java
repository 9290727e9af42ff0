package io.partikey.planner.search;

import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.AccessReading;
import java.util.List;
import java.util.Optional;

/**
 * Finds out which of several accesses that answer the same reads least, by reading. All their keys
 * and conditions are known: they use neither parameters nor columns of an outer row.
 */
@FunctionalInterface
public interface AccessSurvey {
  /** A survey that never reads. */
  AccessSurvey NONE = (accesses, mostUnits) -> accesses.stream().map(each -> noReading()).toList();

  /**
   * So many read units, eventually consistent, are the most worth reading to choose: four
   * megabytes.
   */
  double MOST_UNITS = 512;

  /** The same where a LIMIT may end the statement long before: eight blocks of 4 KB. */
  double MOST_UNITS_WITH_LIMIT = 4;

  /**
   * What each access reads. The one that consumes least was read to its end, if that is within the
   * bound; of the others no more than that.
   *
   * @param mostUnits the units from which on it does not matter any more what an access reads
   * @return one for each access, in their order; empty where nothing can be told
   */
  List<Optional<AccessReading>> read(List<Access> accesses, double mostUnits);

  /** This survey, for statements that have no use for more than so many units. */
  default AccessSurvey upTo(double units) {
    return (accesses, mostUnits) -> read(accesses, Math.min(mostUnits, units));
  }

  private static Optional<AccessReading> noReading() {
    return Optional.empty();
  }
}
