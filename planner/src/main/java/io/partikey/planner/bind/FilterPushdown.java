package io.partikey.planner.bind;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.expression.Not;
import io.partikey.planner.bound.ExpressionRewriter;
import io.partikey.planner.bound.Join.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts a condition on a relation as deep as it means the same, so that it can be seen to bound keys
 * inside a derived table.
 *
 * <pre>
 * Selection(z.pk = 'a')                    Distinct
 *   Distinct                        →        Projection(pk, name)
 *     Projection(pk, name)                     Selection(pk = 'a')
 *       Table                                    Table
 * </pre>
 *
 * <p>A condition does not pass a slice, which would then count other rows, and passes a grouping
 * only if it is about the keys and does not tell NULL from MISSING, which are one key. Conditions
 * on tables and joins of tables stay together above them, for the search to distribute.
 */
final class FilterPushdown {
  private final Symbols symbols;

  FilterPushdown(Symbols symbols) {
    this.symbols = symbols;
  }

  /** The rows of a relation for which conditions hold. */
  Draft filter(Draft input, List<Expression> conjuncts) {
    Draft filtered = input;
    for (Expression conjunct : conjuncts) {
      filtered = filter(filtered, conjunct);
    }
    return filtered;
  }

  private Draft filter(Draft input, Expression conjunct) {
    if (input instanceof Draft.Selected selection) {
      Draft below = filter(selection.input(), conjunct);
      return stayedAbove(below, selection.input())
          ? with(selection, conjunct)
          : new Draft.Selected(below, selection.conjuncts());
    }
    if (input instanceof Draft.Projected projection) {
      return into(projection, conjunct);
    }
    if (input instanceof Draft.Distinct distinct) {
      return new Draft.Distinct(filter(distinct.input(), conjunct));
    }
    if (input instanceof Draft.Ordered ordering) {
      return new Draft.Ordered(filter(ordering.input(), conjunct), ordering.keys());
    }
    if (input instanceof Draft.Grouping grouping && isAbout(conjunct, grouping.keys())) {
      Expression below = symbols.substitute(conjunct, grouping.keys());
      return new Draft.Grouping(filter(grouping.input(), below), grouping.keys(), grouping.calls());
    }
    if (input instanceof Draft.United union) {
      return into(union, conjunct);
    }
    if (input instanceof Draft.Joined join) {
      return into(join, conjunct);
    }
    return new Draft.Selected(input, List.of(conjunct));
  }

  // A constant condition is no condition on keys; a group without keys has a row even of no rows.
  private static boolean isAbout(Expression conjunct, Map<Integer, Expression> keys) {
    if (conjunct instanceof Logical || conjunct instanceof Not) {
      return conjunct.children().stream().allMatch(term -> isAbout(term, keys));
    }
    Set<Integer> used = ExpressionRewriter.columns(conjunct).collect(Collectors.toSet());
    return used.size() == 1 && keys.keySet().containsAll(used) && AbsentKey.isNullAsWell(conjunct);
  }

  private static boolean stayedAbove(Draft filtered, Draft input) {
    return filtered instanceof Draft.Selected selection && selection.input() == input;
  }

  private static Draft.Selected with(Draft.Selected selection, Expression conjunct) {
    List<Expression> all = new ArrayList<>(selection.conjuncts());
    all.add(conjunct);
    return new Draft.Selected(selection.input(), all);
  }

  private Draft.Projected into(Draft.Projected projection, Expression conjunct) {
    Expression below = symbols.substitute(conjunct, projection.columns());
    return new Draft.Projected(filter(projection.input(), below), projection.columns());
  }

  private Draft into(Draft.United union, Expression conjunct) {
    List<Draft.Projected> branches = new ArrayList<>();
    for (Draft.Projected branch : union.branches()) {
      Map<Integer, Expression> columns = new HashMap<>();
      List<Integer> own = List.copyOf(branch.columns().keySet());
      for (int i = 0; i < own.size(); i++) {
        columns.put(union.symbols().get(i), new ColumnReference(own.get(i)));
      }
      branches.add(into(branch, symbols.substitute(conjunct, columns)));
    }
    return new Draft.United(branches, union.symbols());
  }

  private Draft into(Draft.Joined join, Expression conjunct) {
    if (isOf(join.left(), conjunct)) {
      return new Draft.Joined(
          join.kind(), filter(join.left(), conjunct), join.right(), join.conjuncts());
    }
    if (join.kind() == Kind.INNER && isOf(join.right(), conjunct)) {
      return new Draft.Joined(
          join.kind(), join.left(), filter(join.right(), conjunct), join.conjuncts());
    }
    return new Draft.Selected(join, List.of(conjunct));
  }

  private static boolean isOf(Draft side, Expression conjunct) {
    List<Integer> used = ExpressionRewriter.columns(conjunct).toList();
    return hasDerived(side) && !used.isEmpty() && used.stream().allMatch(side::has);
  }

  private static boolean hasDerived(Draft draft) {
    if (draft instanceof Draft.Joined join) {
      return hasDerived(join.left()) || hasDerived(join.right());
    }
    return !(draft instanceof Draft.Table || draft instanceof Draft.Unnest);
  }
}
