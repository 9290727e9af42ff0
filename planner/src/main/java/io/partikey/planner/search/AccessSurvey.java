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

  /** So many read units, eventually consistent, are the most worth reading: one megabyte. */
  double PAGE = 128;

  /**
   * What each access reads. The one that consumes least was read to its end, if that is within the
   * bound; of the others no more than that.
   *
   * @param mostUnits the units from which on it does not matter any more what an access reads
   * @return one for each access, in their order; empty for one that was not read or whose reading
   *     failed
   */
  List<Optional<AccessReading>> read(List<Access> accesses, double mostUnits);

  private static Optional<AccessReading> noReading() {
    return Optional.empty();
  }
}
