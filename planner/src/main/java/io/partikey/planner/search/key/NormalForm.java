package io.partikey.planner.search.key;

import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.InList;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.expression.Logical.Operator;
import io.partikey.engine.expression.Not;
import io.partikey.engine.item.BooleanValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The normal form of a condition: a list of conjuncts without AND, NOT only before what has no
 * complement, without the conditions that always hold, ORs of equalities on one operand as IN,
 * common factors of an OR outside it, and the literal points and bounds of one operand intersected.
 *
 * <pre>
 * NOT (a &lt;&gt; 'x' OR NOT b &lt; 3)        -&gt;  a = 'x', b &lt; 3
 * a = 1 OR a IN [2, 3]                -&gt;  a IN [1, 2, 3]
 * (p = 1 AND s = 1) OR (p = 1 AND f)  -&gt;  p = 1, (s = 1 OR f)
 * a IN [1, 2] AND a IN [2, 3]         -&gt;  a = 2
 * a = 1 AND a = 2                     -&gt;  FALSE
 * a &gt; 1 AND a &gt; 2 AND a &lt;= 9          -&gt;  a &gt; 2, a &lt;= 9
 * </pre>
 *
 * <p>Every step keeps the truth of the condition for every item under two-valued logic, in which
 * {@code =} and {@code <>} are complements even where an operand is missing, but {@code <} and
 * {@code >=} are not.
 */
public final class NormalForm {
  /** The condition that always holds. */
  static final Expression TRUE = new Literal(BooleanValue.TRUE);

  /** The condition that never holds. */
  static final Expression FALSE = new Literal(BooleanValue.FALSE);

  private NormalForm() {}

  /**
   * The normal form of conditions that must all hold. Empty when they always hold, one constant
   * when they never do; see {@link #isNever}.
   */
  public static List<Expression> of(List<Expression> conjuncts) {
    return conjuncts instanceof NormalConjuncts
        ? conjuncts
        : conjunction(conjuncts.stream().map(each -> normalise(each, true)).toList());
  }

  /** The normal form of conditions in normal form and of one more. */
  static List<Expression> with(List<Expression> normal, Expression condition) {
    List<Expression> conjuncts = new ArrayList<>(normal);
    conjuncts.add(normalise(condition, true));
    return conjunction(conjuncts);
  }

  /** Conditions of which each is in normal form, as a whole in it. */
  private static List<Expression> conjunction(List<Expression> conjuncts) {
    Set<Expression> terms = new LinkedHashSet<>();
    conjuncts.forEach(each -> addTerms(each, Operator.AND, terms));
    terms.remove(TRUE);
    List<Expression> merged = LiteralBounds.tighten(LiteralPoints.intersect(List.copyOf(terms)));
    return new NormalConjuncts(merged.contains(FALSE) ? List.of(FALSE) : merged);
  }

  /** Whether conditions in normal form hold of no item at all. */
  public static boolean isNever(List<Expression> conjuncts) {
    return conjuncts.equals(List.of(FALSE));
  }

  private static Expression normalise(Expression condition, boolean positive) {
    if (condition instanceof Not not) {
      return normalise(not.condition(), !positive);
    }
    if (condition instanceof Logical logical) {
      return normaliseLogical(logical, positive);
    }
    if (condition instanceof Literal literal) {
      return (literal.value() == BooleanValue.TRUE) == positive ? TRUE : FALSE;
    }
    if (condition instanceof Comparison comparison && !positive) {
      return complement(comparison);
    }
    if (condition instanceof InList in && positive) {
      return InList.of(in.value(), in.candidates());
    }
    return positive ? condition : new Not(condition);
  }

  private static Expression complement(Comparison comparison) {
    return switch (comparison.operator()) {
      case EQUAL ->
          new Comparison(ComparisonOperator.NOT_EQUAL, comparison.left(), comparison.right());
      case NOT_EQUAL ->
          new Comparison(ComparisonOperator.EQUAL, comparison.left(), comparison.right());
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> new Not(comparison);
    };
  }

  private static Expression normaliseLogical(Logical logical, boolean positive) {
    List<Expression> terms =
        logical.terms().stream().map(term -> normalise(term, positive)).toList();
    return (logical.operator() == Operator.AND) == positive ? and(terms) : or(terms);
  }

  private static Expression and(List<Expression> terms) {
    List<Expression> conjuncts = conjunction(terms);
    return conjuncts.isEmpty() ? TRUE : Logical.and(conjuncts);
  }

  private static Expression or(List<Expression> terms) {
    Set<Expression> flat = new LinkedHashSet<>();
    terms.forEach(term -> addTerms(term, Operator.OR, flat));
    flat.remove(FALSE);
    if (flat.contains(TRUE)) {
      return TRUE;
    }
    if (flat.isEmpty()) {
      return FALSE;
    }
    return factored(LiteralPoints.unite(List.copyOf(flat)));
  }

  private static Expression factored(List<Expression> branches) {
    if (branches.size() == 1) {
      return branches.get(0);
    }
    List<Set<Expression>> taken = branches.stream().map(NormalForm::conjunctsOf).toList();
    Set<Expression> common = new LinkedHashSet<>(taken.get(0));
    taken.forEach(common::retainAll);
    if (common.isEmpty()) {
      return new Logical(Operator.OR, branches);
    }
    List<Expression> rest = new ArrayList<>();
    for (Set<Expression> conjuncts : taken) {
      Set<Expression> remaining = new LinkedHashSet<>(conjuncts);
      remaining.removeAll(common);
      rest.add(remaining.isEmpty() ? TRUE : Logical.and(List.copyOf(remaining)));
    }
    List<Expression> conjuncts = new ArrayList<>(common);
    conjuncts.add(or(rest));
    return and(conjuncts);
  }

  /** The conjuncts of a condition in normal form. */
  static Set<Expression> conjunctsOf(Expression condition) {
    Set<Expression> terms = new LinkedHashSet<>();
    addTerms(condition, Operator.AND, terms);
    return terms;
  }

  private static void addTerms(Expression condition, Operator operator, Set<Expression> terms) {
    if (condition instanceof Logical logical && logical.operator() == operator) {
      logical.terms().forEach(term -> addTerms(term, operator, terms));
    } else {
      terms.add(condition);
    }
  }
}
