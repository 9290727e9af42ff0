package io.partikey.planner.search.context;

import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.AccessReading;
import java.util.List;
import java.util.Optional;

/**
 * Finds out which of several accesses that answer the same reads least, by reading. Made for one
 * planning; used by one thread.
 */
public interface AccessSurvey {
  /** A survey that never reads. */
  AccessSurvey NONE =
      new AccessSurvey() {
        @Override
        public boolean knowsParameters() {
          return false;
        }

        @Override
        public List<Optional<AccessReading>> read(List<Access> accesses, double mostUnits) {
          return accesses.stream().map(each -> Optional.<AccessReading>empty()).toList();
        }

        @Override
        public void missParameters() {}

        @Override
        public boolean missedParameters() {
          return false;
        }
      };

  /**
   * So many read units, eventually consistent, are the most worth reading to choose: four
   * megabytes.
   */
  double MOST_UNITS = 512;

  /** The same where a LIMIT may end the statement long before: eight blocks of 4 KB. */
  double MOST_UNITS_WITH_LIMIT = 4;

  /** Whether it knows the values of the statement's parameters. */
  boolean knowsParameters();

  /**
   * What each access reads. The one that consumes least was read to its end, if that is within the
   * bound; of the others no more than that.
   *
   * @param accesses their keys and conditions use no columns of an outer row, and parameters only
   *     if this knows them
   * @param mostUnits the units from which on it does not matter any more what an access reads
   * @return one for each access, in their order; empty where nothing can be told
   */
  List<Optional<AccessReading>> read(List<Access> accesses, double mostUnits);

  /** Notes that there was a choice which the values of parameters would have decided. */
  void missParameters();

  /** Whether there was such a choice. */
  boolean missedParameters();
}
