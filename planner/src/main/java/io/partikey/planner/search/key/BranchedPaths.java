package io.partikey.planner.search.key;

import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Elements;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.InList;
import io.partikey.engine.expression.Logical;
import io.partikey.planner.search.cost.UnionVolume;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The paths that come from taking an OR apart: if every branch, together with the conjuncts beside
 * the OR, is keyed by itself, the items are those of the branches, each once.
 *
 * <pre>
 * x = 5 AND (p = 1 OR (q = 2 AND r &gt; 3))
 *
 *   UNION
 *     QUERY p = 1             residual x = 5
 *     QUERY q = 2, r &gt; 3      residual x = 5
 * </pre>
 *
 * <p>IN is an OR of equalities here, since the sort key of an index takes one value at a time.
 */
final class BranchedPaths {
  /** Most reads of one union; a statement of more is asked to say IN, which reads in batches. */
  private static final int MAX_BRANCHES = 1000;

  /** Most conditions that the branches of one OR are made of; planning takes time for each. */
  private static final int MAX_CONDITIONS = 100_000;

  /** Most ORs side by side of which each is weighed as a union. */
  private static final int MAX_UNIONS = 10;

  /** So few alternatives are taken apart even where the conditions are keyed without. */
  private static final int FEW = 16;

  /** The union of no reads, for conditions that no item meets. */
  static final AccessPath NOTHING = union(List.of());

  private final Branch branch;

  /** Finds the keyed paths of a branch. */
  @FunctionalInterface
  interface Branch {
    /**
     * The keyed paths of the branch of these conditions, perhaps none.
     *
     * @param spent read units that the branches before it read
     */
    List<AccessPath> paths(SourceConditions conditions, double spent);
  }

  /** Unions of branches. */
  BranchedPaths(Branch branch) {
    this.branch = branch;
  }

  /**
   * A path for each OR whose every branch is keyed.
   *
   * @param unbranched the paths of the conditions as they stand
   */
  List<AccessPath> of(SourceConditions conditions, List<AccessPath> unbranched) {
    return ors(conditions, unbranched).stream()
        .map(or -> union(conditions, or, alternatives(or)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The ORs that are taken apart, given the paths of the conditions as they stand. */
  static List<Expression> ors(SourceConditions conditions, List<AccessPath> unbranched) {
    return conditions.conjuncts().stream()
        .filter(conjunct -> !alternatives(conjunct).isEmpty())
        .filter(or -> mayReadLess(or, unbranched))
        .limit(MAX_UNIONS)
        .toList();
  }

  /** An IN that every path uses is left to them, and a long one if only one does. */
  private static boolean mayReadLess(Expression or, List<AccessPath> unbranched) {
    long using = unbranched.stream().filter(path -> path.key().used().contains(or)).count();
    return using == 0 || (using < unbranched.size() && alternatives(or).size() <= FEW);
  }

  /** Whether there are few alternatives in all ORs together. */
  static boolean areFew(SourceConditions conditions) {
    return conditions.conjuncts().stream().mapToInt(each -> alternatives(each).size()).sum() <= FEW;
  }

  private static List<Expression> alternatives(Expression conjunct) {
    if (conjunct instanceof Logical logical && logical.operator() == Logical.Operator.OR) {
      return logical.terms();
    }
    if (conjunct instanceof InList in && isWrittenOut(in) && ValueCondition.of(in).isPresent()) {
      return in.candidates().stream().map(value -> equal(in.value(), value)).toList();
    }
    return List.of();
  }

  private static boolean isWrittenOut(InList in) {
    return in.candidates().stream().noneMatch(Elements.class::isInstance);
  }

  private static Expression equal(Expression operand, Expression value) {
    return new Comparison(ComparisonOperator.EQUAL, operand, value);
  }

  private Optional<AccessPath> union(
      SourceConditions conditions, Expression conjunct, List<Expression> alternatives) {
    long size = (long) alternatives.size() * conditions.conjuncts().size();
    if (alternatives.size() > MAX_BRANCHES || size > MAX_CONDITIONS) {
      return Optional.empty();
    }
    List<Expression> others =
        conditions.conjuncts().stream().filter(each -> each != conjunct).toList();
    List<AccessPath> branches = new ArrayList<>();
    double spent = 0;
    for (Expression alternative : alternatives) {
      SourceConditions ofBranch =
          new SourceConditions(conditions.source(), NormalForm.with(others, alternative));
      if (ofBranch.isNever()) {
        continue;
      }
      Optional<AccessPath> best = cheapest(branch.paths(ofBranch, spent));
      if (best.isEmpty()) {
        return Optional.empty();
      }
      branches.addAll(flattened(best.get()));
      spent += best.get().cost().readUnits();
    }
    return branches.size() > MAX_BRANCHES ? Optional.empty() : Optional.of(union(branches));
  }

  private static Optional<AccessPath> cheapest(List<AccessPath> paths) {
    return paths.stream()
        .min(
            Comparator.comparingDouble((AccessPath path) -> path.cost().readUnits())
                .thenComparingDouble(path -> path.cost().rowsRead()));
  }

  private static List<AccessPath> flattened(AccessPath path) {
    return path.kind() == AccessPath.Kind.UNION ? path.branches() : List.of(path);
  }

  private static AccessPath union(List<AccessPath> branches) {
    if (branches.size() == 1) {
      return branches.get(0);
    }
    return new AccessPath(
        AccessPath.Kind.UNION,
        null,
        KeyCondition.NONE,
        List.of(),
        false,
        branches,
        new UnionVolume(branches.stream().map(AccessPath::volume).toList()),
        0);
  }
}
