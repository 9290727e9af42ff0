package io.partikey.planner.explain;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.ExpressionText;
import io.partikey.engine.expression.LiteralText;
import io.partikey.planner.bound.AggregateCall;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.Aggregate;
import io.partikey.planner.plan.Distinct;
import io.partikey.planner.plan.Filter;
import io.partikey.planner.plan.Limit;
import io.partikey.planner.plan.LookupJoin;
import io.partikey.planner.plan.NoRows;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.PlanNodeVisitor;
import io.partikey.planner.plan.Project;
import io.partikey.planner.plan.SemiLookup;
import io.partikey.planner.plan.SingleRow;
import io.partikey.planner.plan.Sort;
import io.partikey.planner.plan.TableCount;
import io.partikey.planner.plan.UnionAll;
import io.partikey.planner.plan.Unnest;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names for the columns of nodes, so that their expressions read like the statement's: attributes,
 * behind their table's name or alias where a plan looks rows up; otherwise the expression itself.
 */
final class ColumnNames implements PlanNodeVisitor<List<String>, PlanNode> {
  private final boolean qualified;
  private final IdentityHashMap<PlanNode, List<String>> known = new IdentityHashMap<>();

  /** Names for the nodes of a plan. */
  ColumnNames(PlanNode root) {
    this.qualified = joins(root);
  }

  private static boolean joins(PlanNode node) {
    return node instanceof LookupJoin
        || node instanceof SemiLookup
        || node.inputs().stream().anyMatch(ColumnNames::joins);
  }

  /** The text of an expression over the columns of a node. */
  String text(Expression expression, PlanNode input) {
    List<String> names = of(input);
    return ExpressionText.of(expression, named(names));
  }

  /** What to call the columns of which these are the names. */
  static IntFunction<String> named(List<String> names) {
    return column -> column < names.size() ? names.get(column) : "$" + column;
  }

  /** The names of the columns of a node. */
  List<String> of(PlanNode node) {
    @Nullable List<String> names = known.get(node);
    if (names == null) {
      names = node.accept(this, node);
      known.put(node, names);
    }
    return names;
  }

  @Override
  public List<String> visitTableCount(TableCount count, PlanNode node) {
    return List.of("COUNT(*)");
  }

  @Override
  public List<String> visitSingleRow(SingleRow row, PlanNode node) {
    return List.of();
  }

  @Override
  public List<String> visitNoRows(NoRows none, PlanNode node) {
    return IntStream.range(0, none.width()).mapToObj(column -> "$" + column).toList();
  }

  @Override
  public List<String> visitFilter(Filter filter, PlanNode node) {
    return of(filter.input());
  }

  @Override
  public List<String> visitProject(Project project, PlanNode node) {
    return project.expressions().stream().map(e -> text(e, project.input())).toList();
  }

  @Override
  public List<String> visitLookupJoin(LookupJoin join, PlanNode node) {
    return Stream.of(join.outer(), join.inner()).flatMap(side -> of(side).stream()).toList();
  }

  @Override
  public List<String> visitSemiLookup(SemiLookup semi, PlanNode node) {
    return of(semi.outer());
  }

  @Override
  public List<String> visitAggregate(Aggregate aggregate, PlanNode node) {
    return Stream.concat(
            aggregate.keys().stream().map(key -> text(key, aggregate.input())),
            aggregate.calls().stream().map(call -> text(call, aggregate.input())))
        .toList();
  }

  @Override
  public List<String> visitDistinct(Distinct distinct, PlanNode node) {
    return of(distinct.input());
  }

  @Override
  public List<String> visitSort(Sort sort, PlanNode node) {
    return of(sort.input());
  }

  @Override
  public List<String> visitLimit(Limit limit, PlanNode node) {
    return of(limit.input());
  }

  @Override
  public List<String> visitUnionAll(UnionAll union, PlanNode node) {
    return of(union.branches().get(0));
  }

  @Override
  public List<String> visitAccess(Access access, PlanNode node) {
    @Nullable String alias = access.layout().alias();
    String table = LiteralText.name(alias == null ? access.table().name() : alias);
    List<String> names = new ArrayList<>();
    for (String attribute : access.layout().attributes()) {
      String name = LiteralText.name(attribute);
      names.add(qualified ? table + "." + name : name);
    }
    if (access.layout().wholeItem()) {
      names.add(qualified ? table + ".*" : "*");
    }
    return names;
  }

  @Override
  public List<String> visitUnnest(Unnest unnest, PlanNode node) {
    String collection = text(unnest.collection(), unnest.input());
    List<String> names = new ArrayList<>(of(unnest.input()));
    names.add("element of " + collection);
    if (unnest.withPosition()) {
      names.add("position in " + collection);
    }
    return names;
  }

  /** The text of an aggregate over the columns of a node. */
  String text(AggregateCall call, PlanNode input) {
    @Nullable Expression argument = call.argument();
    @Nullable Expression filter = call.filter();
    return call.function()
        + "("
        + (call.distinct() ? "DISTINCT " : "")
        + (argument == null ? "*" : text(argument, input))
        + ")"
        + (filter == null ? "" : " FILTER (WHERE " + text(filter, input) + ")");
  }
}
