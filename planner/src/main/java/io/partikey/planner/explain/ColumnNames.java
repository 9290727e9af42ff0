package io.partikey.planner.explain;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.ExpressionText;
import io.partikey.engine.expression.LiteralText;
import io.partikey.planner.bound.AggregateCall;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.Aggregate;
import io.partikey.planner.plan.LookupJoin;
import io.partikey.planner.plan.NoRows;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.Project;
import io.partikey.planner.plan.SemiLookup;
import io.partikey.planner.plan.TableCount;
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
final class ColumnNames {
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
      names = made(node);
      known.put(node, names);
    }
    return names;
  }

  private List<String> made(PlanNode node) {
    if (node instanceof Access access) {
      return ofAccess(access);
    }
    if (node instanceof Project project) {
      return project.expressions().stream().map(e -> text(e, project.input())).toList();
    }
    if (node instanceof LookupJoin join) {
      return Stream.of(join.outer(), join.inner()).flatMap(side -> of(side).stream()).toList();
    }
    if (node instanceof Unnest unnest) {
      return ofUnnest(unnest);
    }
    if (node instanceof Aggregate aggregate) {
      return Stream.concat(
              aggregate.keys().stream().map(key -> text(key, aggregate.input())),
              aggregate.calls().stream().map(call -> text(call, aggregate.input())))
          .toList();
    }
    if (node instanceof TableCount) {
      return List.of("COUNT(*)");
    }
    if (node instanceof NoRows none) {
      return IntStream.range(0, none.width()).mapToObj(column -> "$" + column).toList();
    }
    return node.inputs().isEmpty() ? List.of() : of(node.inputs().get(0));
  }

  private List<String> ofAccess(Access access) {
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

  private List<String> ofUnnest(Unnest unnest) {
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
