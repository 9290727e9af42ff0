package io.partikey.planner.search.key;

import io.partikey.planner.search.context.Optimization;
import io.partikey.planner.search.context.SearchContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the paths that keys bound, those that take an OR apart among them. Where there is more than
 * one, a survey tells how much they read.
 *
 * <pre>
 * a = 1 AND (b = 2 OR c = 3)
 *
 *   IndexQuery ByA  a = 1                      surveyed: 4 RU
 *   UNION                                      worth no more than those 4 RU to survey:
 *     IndexQuery ByB  b = 2    residual a = 1    1 RU
 *     IndexQuery ByC  c = 3    residual a = 1    3 RU spent, more to read: ByA reads less
 * </pre>
 */
final class KeyedPaths {
  /** How many ORs within ORs are taken apart; the work grows with their product. */
  private static final int MAX_DEPTH = 2;

  private final Function<SourceConditions, List<AccessPath>> unbranched;
  private final SurveyedPaths survey;
  private final boolean takesApart;

  /**
   * A search for the paths of one source.
   *
   * @param unbranched finds the paths of conditions that leave ORs as they stand
   */
  KeyedPaths(Function<SourceConditions, List<AccessPath>> unbranched, SearchContext context) {
    this.unbranched = unbranched;
    this.survey = new SurveyedPaths(context.survey());
    this.takesApart = context.applies(Optimization.BRANCHES);
  }

  /**
   * The keyed paths, perhaps none; a full key alone where there is one.
   *
   * @param mostSurveyed the read units from which on it is not worth knowing what a path reads
   */
  List<AccessPath> of(SourceConditions conditions, double mostSurveyed) {
    return of(conditions, new Rivals(0, false, mostSurveyed));
  }

  /**
   * What paths are weighed against.
   *
   * @param depth how many ORs have been taken apart around their conditions
   * @param any whether there is anything else to choose
   * @param units what the cheapest of that reads, so that more is not worth knowing
   */
  private record Rivals(int depth, boolean any, double units) {
    Rivals afterSpending(double spent) {
      return new Rivals(depth, any, units - spent);
    }
  }

  private List<AccessPath> of(SourceConditions conditions, Rivals rivals) {
    List<AccessPath> whole = unbranched.apply(conditions);
    Optional<AccessPath> get =
        whole.stream().filter(path -> path.kind() == AccessPath.Kind.GET).findFirst();
    if (get.isPresent()) {
      return List.of(get.get());
    }
    int ors = goesOn(conditions, whole, rivals) ? BranchedPaths.ors(conditions, whole).size() : 0;
    boolean choice = rivals.any || whole.size() + ors > 1;
    List<AccessPath> paths =
        new ArrayList<>(
            choice ? survey.of(conditions.source(), whole, rivals.units) : List.copyOf(whole));
    if (ors > 0) {
      Rivals ofBranches = new Rivals(rivals.depth + 1, choice, leastUnits(paths, rivals.units));
      paths.addAll(
          new BranchedPaths((branch, spent) -> of(branch, ofBranches.afterSpending(spent)))
              .of(conditions, whole));
    }
    return paths;
  }

  private boolean goesOn(SourceConditions conditions, List<AccessPath> whole, Rivals rivals) {
    if (!takesApart || rivals.depth == MAX_DEPTH) {
      return false;
    }
    return rivals.depth == 0 || whole.isEmpty() || BranchedPaths.areFew(conditions);
  }

  private static double leastUnits(List<AccessPath> paths, double otherwise) {
    return paths.stream().mapToDouble(path -> path.cost().readUnits()).reduce(otherwise, Math::min);
  }
}
