package io.partikey.planner.search.key;

import io.partikey.engine.expression.Expression;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Conditions that are known to be in normal form, so that nothing makes them so again. */
final class NormalConjuncts extends AbstractList<Expression> implements RandomAccess {
  private final List<Expression> conjuncts;

  NormalConjuncts(List<Expression> conjuncts) {
    this.conjuncts = List.copyOf(conjuncts);
  }

  @Override
  public Expression get(int index) {
    return conjuncts.get(index);
  }

  @Override
  public int size() {
    return conjuncts.size();
  }
}
