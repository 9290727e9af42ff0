package io.partikey.planner.search.key;

import io.partikey.planner.bound.References;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.AccessReading;
import io.partikey.planner.search.context.AccessSurvey;
import io.partikey.planner.search.cost.SurveyedVolume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells how much the paths of a source read by reading, where there is a choice and all their keys
 * are known: counts tell of mean item collections, and the one at hand may be a hundred times as
 * large.
 *
 * <pre>
 * WHERE status = 'OPEN' AND customer = 'C-17'
 *
 *                            by counts   surveyed
 *   IndexQuery ByStatus      500 RU      0.5 RU     three orders are open
 *   IndexQuery ByCustomer      2 RU      2 RU
 * </pre>
 */
final class SurveyedPaths {
  private final AccessSurvey survey;

  SurveyedPaths(AccessSurvey survey) {
    this.survey = survey;
  }

  /**
   * The paths in their order, with what reading them told.
   *
   * @param mostUnits the units from which on it does not matter any more how much one reads
   */
  List<AccessPath> of(TableSource source, List<AccessPath> paths, double mostUnits) {
    if (!isKnown(paths)) {
      return paths;
    }
    AccessNodes nodes = new AccessNodes(source.withColumns(List.of(), false));
    List<Access> accesses =
        paths.stream().map(path -> nodes.node(path, AccessOrder.NATURAL, null)).toList();
    List<Optional<AccessReading>> readings = survey.read(accesses, mostUnits);
    List<AccessPath> surveyed = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      AccessPath path = paths.get(i);
      surveyed.add(
          readings
              .get(i)
              .map(reading -> path.with(SurveyedVolume.of(reading, path.volume())))
              .orElse(path));
    }
    return surveyed;
  }

  private boolean isKnown(List<AccessPath> paths) {
    if (paths.stream().flatMap(AccessPath::expressions).anyMatch(References::usesColumns)) {
      return false;
    }
    boolean known =
        survey.knowsParameters()
            || paths.stream()
                .flatMap(AccessPath::expressions)
                .noneMatch(References::usesParameters);
    if (!known) {
      survey.missParameters();
    }
    return known;
  }
}
