package io.partikey.planner.search.rewrite;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Expression;
import io.partikey.planner.bound.Aggregation;
import io.partikey.planner.bound.Deduplication;
import io.partikey.planner.bound.Join;
import io.partikey.planner.bound.Ordering;
import io.partikey.planner.bound.Projection;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.RelationVisitor;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.SemiJoin;
import io.partikey.planner.bound.Slice;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.bound.Union;
import io.partikey.planner.bound.Unit;
import io.partikey.planner.bound.Unnesting;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.search.context.Optimization;
import io.partikey.planner.search.key.AccessPaths;
import io.partikey.planner.search.key.NormalForm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Rewrites a relation to the form that the searches take: conditions in normal form and as close to
 * the tables as they mean the same; joins as chains whose right sides are tables to be looked up,
 * in the cheapest order; semi-joins likewise. An order of one item is left out.
 */
public final class RelationRewriter {
  private final CheapestPlan plans;
  private final boolean subqueriesLead;

  /** A rewriter that weighs orders of joins by access paths. */
  public RelationRewriter(AccessPaths paths) {
    this.plans = new CheapestPlan(paths);
    this.subqueriesLead = paths.context().applies(Optimization.LEADING_SUBQUERIES);
  }

  /**
   * The relation in the form that the searches take.
   *
   * @throws EngineException with {@code FEATURE_NOT_SUPPORTED} for a join that no chain of lookups
   *     makes
   */
  public Relation rewrite(Relation relation) {
    return rewrite(relation, List.of());
  }

  /**
   * What the form of a relation that the searches take costs when each table is read by its
   * cheapest path: a search finds nothing dearer. Raises as {@link #rewrite(Relation)} does.
   */
  public PlanCost estimate(Relation relation) {
    return plans.cost(rewrite(relation));
  }

  /** The rows of a relation for which conditions hold. */
  private Relation rewrite(Relation relation, List<Expression> conjuncts) {
    return relation.accept(new Rewriting(conjuncts));
  }

  private static Relation selected(Relation relation, List<Expression> conjuncts) {
    return conjuncts.isEmpty() ? relation : new Selection(relation, conjuncts);
  }

  /** Rewrites a relation whose rows must meet conditions. */
  private final class Rewriting implements RelationVisitor<Relation> {
    private final List<Expression> conjuncts;

    Rewriting(List<Expression> conjuncts) {
      this.conjuncts = conjuncts;
    }

    @Override
    public Relation visitTableSource(TableSource table) {
      return selected(table, conjuncts);
    }

    @Override
    public Relation visitUnit(Unit unit) {
      return selected(unit, conjuncts);
    }

    @Override
    public Relation visitSelection(Selection selection) {
      List<Expression> all = new ArrayList<>(selection.conjuncts());
      all.addAll(conjuncts);
      List<Expression> normal = NormalForm.of(all);
      return NormalForm.isNever(normal)
          ? new Selection(selection.input(), normal)
          : rewrite(selection.input(), normal);
    }

    @Override
    public Relation visitProjection(Projection projection) {
      List<Expression> below =
          conjuncts.stream()
              .map(each -> ColumnShift.substituted(each, projection.expressions()))
              .toList();
      return new Projection(rewrite(projection.input(), below), projection.expressions());
    }

    @Override
    public Relation visitJoin(Join join) {
      Optional<Projection> lifted = OptionalColumns.lifted(join);
      return lifted.isPresent() ? rewrite(lifted.get(), conjuncts) : joins(join, conjuncts);
    }

    @Override
    public Relation visitSemiJoin(SemiJoin join) {
      return semiJoins(join, conjuncts);
    }

    @Override
    public Relation visitUnnesting(Unnesting unnesting) {
      int width = unnesting.input().width();
      Predicate<Expression> onInput = conjunct -> ColumnShift.isBelow(conjunct, width);
      Relation input = rewrite(unnesting.input(), conjuncts.stream().filter(onInput).toList());
      Relation unnested =
          new Unnesting(
              input, unnesting.collection(), unnesting.withPosition(), unnesting.keepEmpty());
      return selected(unnested, conjuncts.stream().filter(onInput.negate()).toList());
    }

    @Override
    public Relation visitAggregation(Aggregation aggregation) {
      Relation input = rewrite(aggregation.input());
      return selected(new Aggregation(input, aggregation.keys(), aggregation.calls()), conjuncts);
    }

    @Override
    public Relation visitDeduplication(Deduplication deduplication) {
      return new Deduplication(rewrite(deduplication.input(), conjuncts));
    }

    @Override
    public Relation visitOrdering(Ordering ordering) {
      Relation input = rewrite(ordering.input(), conjuncts);
      return plans.isOneItem(input) ? input : new Ordering(input, ordering.keys());
    }

    @Override
    public Relation visitSlice(Slice slice) {
      return selected(new Slice(rewrite(slice.input()), slice.limit(), slice.offset()), conjuncts);
    }

    @Override
    public Relation visitUnion(Union union) {
      return selected(
          new Union(union.branches().stream().map(each -> rewrite(each)).toList()), conjuncts);
    }
  }

  private Relation joins(Join join, List<Expression> conjuncts) {
    return orderedJoins(join, conjuncts)
        .orElseThrow(
            () ->
                new EngineException(
                    ErrorCode.FEATURE_NOT_SUPPORTED,
                    "A join looks the items of a table up for each row before it. Of the relations"
                        + " that are joined here, more than the first is no table: join tables to"
                        + " one derived table, or run one of the queries first."));
  }

  private Optional<Relation> orderedJoins(Relation join, List<Expression> conjuncts) {
    JoinGroup written = JoinGroup.of(join, conjuncts);
    List<Expression> normal = NormalForm.of(written.conjuncts());
    if (NormalForm.isNever(normal)) {
      return Optional.of(new Selection(join, normal));
    }
    JoinGroup group = withRewrittenLeaves(new JoinGroup(written.leaves(), normal));
    return JoinOrder.of(group, plans).map(order -> JoinChain.of(group, order));
  }

  /** The group with its conditions on leaves that are no tables moved into them. */
  private JoinGroup withRewrittenLeaves(JoinGroup group) {
    List<JoinLeaf> leaves = new ArrayList<>();
    List<Expression> rest = new ArrayList<>(group.conjuncts());
    for (JoinLeaf leaf : group.leaves()) {
      if (leaf.isTable() || leaf.isOptional()) {
        leaves.add(leaf);
        continue;
      }
      List<Expression> own = JoinConditions.of(group).of(leaf, List.of());
      rest.removeAll(own);
      Relation relation = rewrite(leaf.relation(), ColumnShift.shifted(own, -leaf.first()));
      leaves.add(new JoinLeaf(relation, leaf.first(), leaf.kind(), leaf.on()));
    }
    return new JoinGroup(leaves, rest);
  }

  /**
   * A chain of semi-joins over one relation: each as a lookup, or one of them leading a join and
   * the others as lookups, whichever is cheapest.
   */
  private Relation semiJoins(SemiJoin outermost, List<Expression> conjuncts) {
    List<SemiJoin> chain = new ArrayList<>();
    List<Expression> all = new ArrayList<>(conjuncts);
    Relation base = outermost;
    while (base instanceof SemiJoin || base instanceof Selection) {
      if (base instanceof Selection selection) {
        all.addAll(selection.conjuncts());
        base = selection.input();
      } else {
        SemiJoin join = (SemiJoin) base;
        chain.add(0, join);
        base = join.left();
      }
    }
    List<Relation> alternatives = new ArrayList<>();
    lookups(rewrite(new Selection(base, all)), chain).ifPresent(alternatives::add);
    boolean leads = subqueriesLead || alternatives.isEmpty();
    for (int i = 0; leads && i < chain.size(); i++) {
      List<SemiJoin> others = new ArrayList<>(chain);
      SemiJoin leading = others.remove(i);
      SemiJoins.asJoin(withLeft(leading, base))
          .flatMap(joined -> leading(joined, all))
          .flatMap(joined -> lookups(joined, others))
          .ifPresent(alternatives::add);
    }
    return alternatives.stream()
        .min(Comparator.comparing(plans::cost))
        .orElseThrow(SemiJoins::unsupported);
  }

  private static SemiJoin withLeft(SemiJoin join, Relation left) {
    return new SemiJoin(left, join.right(), join.conjuncts(), join.negated());
  }

  /** The projection of a join that a subquery leads, with the join ordered. */
  private Optional<Relation> leading(Relation projected, List<Expression> conjuncts) {
    Projection projection = (Projection) projected;
    return orderedJoins(projection.input(), conjuncts)
        .map(joined -> new Projection(joined, projection.expressions()));
  }

  private Optional<Relation> lookups(Relation left, List<SemiJoin> joins) {
    Relation joined = left;
    for (SemiJoin join : joins) {
      Optional<SemiJoin> lookup = SemiJoins.asLookup(withLeft(join, joined));
      if (lookup.isEmpty()) {
        return Optional.empty();
      }
      joined = lookup.get();
    }
    return Optional.of(joined);
  }
}
