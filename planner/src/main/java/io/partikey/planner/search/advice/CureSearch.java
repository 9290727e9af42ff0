package io.partikey.planner.search.advice;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.table.TableStatistics;
import io.partikey.engine.table.TableStatistics.Counts;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.search.context.SearchContext;
import io.partikey.planner.search.key.AccessPaths;
import io.partikey.planner.search.key.SourceConditions;
import io.partikey.planner.search.rewrite.RelationRewriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Finds the changes that make a refused statement keyed, by trying each: alone, and where none is
 * enough, together with others, as many as the statement has reads. The statement is planned anew
 * for each, so a change counts in whichever order of the joins it helps.
 */
final class CureSearch {
  /** Most changes that are made together. */
  private static final int MOST_CHANGES = 4;

  /** How many sets of changes that do not do are tried with one more. */
  private static final int OPEN = 6;

  /** Most cures of one kind that are shown. */
  private static final int MOST_CURES = 4;

  /** Most indexes, or sets of them, that are shown; each is of other tables. */
  private static final int MOST_INDEXES = 3;

  /** Most conditions that all trials together look at, so that a refusal takes little time. */
  private static final long MOST_WORK = 40_000;

  /** With more conditions than that, cures are weighed by estimates, not by planning with each. */
  private static final long PLANNED_WORK = 2_000;

  private static final int LEAST_TRIALS = 3;
  private static final int MOST_TRIALS = 600;

  /** About how many distinct values the partition key of an index is taken to have. */
  private static final long DISTINCT_VALUES = 10;

  private final Relation statement;
  private final SearchContext context;
  private final Function<Relation, PlanCost> planner;
  private final Candidates candidates;
  private final List<WeighedRead> reads;
  private final boolean large;
  private int trials;

  /**
   * A search.
   *
   * @param changed whether the statement changes what it finds
   * @param planner what a relation costs by its best plan
   */
  CureSearch(
      Relation statement,
      boolean changed,
      SearchContext context,
      Function<Relation, PlanCost> planner) {
    this.statement = statement;
    this.context = context;
    this.planner = planner;
    this.candidates = new Candidates(statement, changed, context);
    Map<SourceConditions, WeighedRead> weighed = new LinkedHashMap<>();
    long work = 0;
    List<SourceConditions> asked = asked();
    for (SourceConditions conditions : asked) {
      work += size(conditions);
      if (!conditions.source().scanAllowed() && !conditions.isNever()) {
        weighed.computeIfAbsent(conditions, each -> WeighedRead.in(statement, each));
      }
    }
    this.reads = List.copyOf(weighed.values());
    this.large = work > PLANNED_WORK;
    this.trials =
        (int) Math.max(LEAST_TRIALS, Math.min(MOST_TRIALS, MOST_WORK / Math.max(1, work)));
  }

  private List<SourceConditions> asked() {
    List<SourceConditions> asked = new ArrayList<>();
    new RelationRewriter(new AccessPaths(context, asked::add)).estimate(statement);
    return asked;
  }

  private static long size(SourceConditions conditions) {
    return 1 + conditions.conjuncts().stream().mapToLong(each -> 1 + each.children().size()).sum();
  }

  /** The changes to the statement that make it keyed, the cheapest first. */
  List<Cure> ofStatement() {
    List<Cure> planned = new ArrayList<>();
    planned.addAll(planned(solutions(candidates.toLiterals()), 1));
    planned.addAll(planned(solutions(candidates.toStatement(reads)), 2 * MOST_CURES));
    return planned.stream()
        .distinct()
        .filter(cure -> !cure.isNeedless(planned))
        .sorted(Cure.BY_COST)
        .limit(MOST_CURES)
        .map(this::withColumns)
        .toList();
  }

  /**
   * A cure whose conditions tell of which tables columns will do in the place of values: all of
   * them at once, so that at least one value is left.
   */
  private Cure withColumns(Cure cure) {
    List<Change> told = new ArrayList<>(cure.changes());
    List<Change> paired = new ArrayList<>(cure.changes());
    for (int i = told.size() - 1; i >= 0; i--) {
      if (told.get(i) instanceof Change.Conditions conditions && !large) {
        List<TableSource> columnsOf = columnsOf(conditions, paired, i);
        told.set(i, conditions.with(columnsOf));
        if (!columnsOf.isEmpty()) {
          paired.set(i, conditions.paired(columnsOf.get(0)));
        }
      }
    }
    return new Cure(told, cure.cost());
  }

  private List<TableSource> columnsOf(
      Change.Conditions conditions, List<Change> changes, int position) {
    List<TableSource> found = new ArrayList<>();
    for (TableSource other : Mention.sources(statement).toList()) {
      if (conditions.source().block().sees(other.block())
          && !Mention.of(other).equals(Mention.of(conditions.source()))) {
        List<Change> tried = new ArrayList<>(changes);
        tried.set(position, conditions.paired(other));
        if (estimate(tried).filter(cost -> cost.unforcedScans() == 0).isPresent()) {
          found.add(other);
        }
      }
    }
    return found;
  }

  /** The first cures with the costs of their best plans. */
  private List<Cure> planned(List<Cure> solutions, int most) {
    return solutions.stream()
        .limit(most)
        .map(
            cure -> large ? cure : new Cure(cure.changes(), planner.apply(changed(cure.changes()))))
        .filter(cure -> cure.cost().unforcedScans() == 0)
        .toList();
  }

  /**
   * The indexes that make the statement keyed once they are there: the best of each table or set of
   * tables.
   */
  List<Cure> ofTables() {
    Map<Set<String>, Cure> best = new LinkedHashMap<>();
    for (Cure cure : solutions(candidates.toTables(reads))) {
      best.putIfAbsent(tables(cure), cure);
    }
    return best.values().stream().limit(MOST_INDEXES).toList();
  }

  private static Set<String> tables(Cure cure) {
    Set<String> tables = new TreeSet<>();
    for (Change change : cure.changes()) {
      if (change instanceof Change.NewIndex added) {
        tables.add(added.table().name());
      }
    }
    return tables;
  }

  private List<Cure> solutions(List<List<Change>> alternatives) {
    Set<Set<Change>> tried = new HashSet<>();
    List<Cure> open = List.of(new Cure(List.of(), PlanCost.ZERO));
    for (int size = 1; size <= MOST_CHANGES && !open.isEmpty(); size++) {
      List<Cure> next = new ArrayList<>();
      for (Cure begun : open) {
        for (List<Change> more : alternatives) {
          extended(begun.changes(), more, tried).ifPresent(next::add);
        }
      }
      List<Cure> found =
          next.stream()
              .filter(cure -> cure.cost().unforcedScans() == 0)
              .sorted(Cure.BY_COST)
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
      open = next.stream().sorted(Comparator.comparing(Cure::cost)).limit(OPEN).toList();
    }
    return List.of();
  }

  private Optional<Cure> extended(List<Change> begun, List<Change> more, Set<Set<Change>> tried) {
    boolean overlapping =
        begun.stream().anyMatch(change -> more.stream().anyMatch(change::overlaps));
    List<Change> changes = new ArrayList<>(begun);
    changes.addAll(more);
    if (overlapping || trials == 0 || !tried.add(Set.copyOf(changes))) {
      return Optional.empty();
    }
    trials--;
    return estimate(changes).map(cost -> new Cure(changes, cost));
  }

  /** About what the statement costs after changes; empty if they make it none that runs. */
  private Optional<PlanCost> estimate(List<Change> changes) {
    try {
      return Optional.of(
          new RelationRewriter(new AccessPaths(with(changes))).estimate(changed(changes)));
    } catch (EngineException noStatement) {
      context.cancellation().check();
      return Optional.empty();
    }
  }

  private Relation changed(List<Change> changes) {
    return ChangedStatement.of(statement, changes, context.mode());
  }

  /** The context with guesses at what new indexes hold, to compare them with each other. */
  private SearchContext with(List<Change> changes) {
    Map<String, Map<String, Counts>> added = new HashMap<>();
    for (Change change : changes) {
      if (change instanceof Change.NewIndex index) {
        String table = index.table().name();
        Counts counts = context.statistics().apply(table).table();
        added
            .computeIfAbsent(table, name -> new HashMap<>())
            .put(
                index.index().name(),
                new Counts(Math.max(0, counts.items() - 1), counts.bytes(), DISTINCT_VALUES));
      }
    }
    return added.isEmpty() ? context : context.with(table -> statistics(table, added));
  }

  private TableStatistics statistics(String table, Map<String, Map<String, Counts>> added) {
    TableStatistics known = context.statistics().apply(table);
    Map<String, Counts> indexes = new HashMap<>(known.indexes());
    indexes.putAll(added.getOrDefault(table, Map.of()));
    return new TableStatistics(known.table(), indexes);
  }
}
