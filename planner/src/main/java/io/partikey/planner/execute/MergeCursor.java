package io.partikey.planner.execute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * What several inputs find, each in an order, as one sequence in that order; of equal ones that of
 * the earlier input comes first. Closes its inputs.
 */
final class MergeCursor<T> implements Cursor<T> {
  private final List<Cursor<T>> inputs;
  private final PriorityQueue<Head<T>> heads;

  /** Inputs, by position, that the next step has to ask before it can choose. */
  private final List<Integer> headless = new ArrayList<>();

  MergeCursor(List<? extends Cursor<T>> inputs, Comparator<T> order) {
    this.inputs = List.copyOf(inputs);
    Comparator<Head<T>> byValue = Comparator.comparing(Head::value, order);
    this.heads = new PriorityQueue<>(byValue.thenComparingInt(Head::input));
    for (int i = 0; i < inputs.size(); i++) {
      headless.add(i);
    }
  }

  @Override
  public CursorStep<T> next() {
    while (!headless.isEmpty()) {
      int input = headless.get(headless.size() - 1);
      CursorStep<T> step = inputs.get(input).next();
      if (step instanceof CursorStep.Paused) {
        return step;
      }
      headless.remove(headless.size() - 1);
      if (step instanceof CursorStep.Found<T> found) {
        heads.add(new Head<>(found.value(), input));
      }
    }
    if (heads.isEmpty()) {
      return CursorStep.exhausted();
    }
    Head<T> first = heads.remove();
    headless.add(first.input());
    return CursorStep.found(first.value());
  }

  @Override
  public void close() {
    heads.clear();
    headless.clear();
    inputs.forEach(Cursor::close);
  }

  /** What an input has found and not given yet. */
  private record Head<T>(T value, int input) {}
}
