package io.partikey.planner.execute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What several inputs find, each in an order, as one sequence in that order; of equal ones that of
 * the earlier input comes first. Closes its inputs.
 *
 * <p>Holds what each input found next. Where that takes more memory than it may, what is left of
 * all inputs is sorted.
 */
final class MergeCursor<T> implements Cursor<T> {
  private final List<Cursor<T>> inputs;
  private final PriorityQueue<Head<T>> heads;

  /** Inputs, by position, that the next step has to ask before it can choose. */
  private final List<Integer> headless = new ArrayList<>();

  private final Overflow<T> overflow;
  private long headBytes;
  private @Nullable Cursor<T> sorted;

  /**
   * What becomes of heads that take too much memory.
   *
   * @param memoryBytes about how many bytes one takes
   * @param most how many all may take
   * @param sorting puts what is left into the order, stable; closes it
   */
  record Overflow<T>(ToLongFunction<T> memoryBytes, long most, UnaryOperator<Cursor<T>> sorting) {
    /** Heads that are known to take little. */
    static <T> Overflow<T> none() {
      return new Overflow<>(value -> 0, Long.MAX_VALUE, rest -> rest);
    }
  }

  /** A merge of inputs whose heads take little memory. */
  MergeCursor(List<? extends Cursor<T>> inputs, Comparator<T> order) {
    this(inputs, order, Overflow.none());
  }

  MergeCursor(List<? extends Cursor<T>> inputs, Comparator<T> order, Overflow<T> overflow) {
    this.overflow = overflow;
    this.inputs = List.copyOf(inputs);
    Comparator<Head<T>> byValue = Comparator.comparing(Head::value, order);
    this.heads = new PriorityQueue<>(byValue.thenComparingInt(Head::input));
    for (int i = 0; i < inputs.size(); i++) {
      headless.add(i);
    }
  }

  @Override
  public CursorStep<T> next() {
    @Nullable Cursor<T> rest = sorted;
    if (rest != null) {
      return rest.next();
    }
    while (!headless.isEmpty()) {
      int input = headless.get(headless.size() - 1);
      CursorStep<T> step = inputs.get(input).next();
      if (step instanceof CursorStep.Paused) {
        return step;
      }
      headless.remove(headless.size() - 1);
      if (step instanceof CursorStep.Found<T> found) {
        heads.add(new Head<>(found.value(), input));
        headBytes += overflow.memoryBytes.applyAsLong(found.value());
      }
      if (headBytes > overflow.most) {
        rest = overflow.sorting.apply(rest());
        sorted = rest;
        return rest.next();
      }
    }
    if (heads.isEmpty()) {
      return CursorStep.exhausted();
    }
    Head<T> first = heads.remove();
    headless.add(first.input());
    headBytes -= overflow.memoryBytes.applyAsLong(first.value());
    return CursorStep.found(first.value());
  }

  /** What is left of the inputs, one after the other. */
  private Cursor<T> rest() {
    Map<Integer, T> waiting = new HashMap<>();
    heads.forEach(head -> waiting.put(head.input(), head.value()));
    heads.clear();
    List<Supplier<Cursor<T>>> rests = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      Cursor<T> input = inputs.get(i);
      @Nullable T head = waiting.get(i);
      if (head != null) {
        rests.add(() -> new ListCursor<>(List.of(head)));
      }
      rests.add(() -> input);
    }
    return new ConcatenationCursor<>(rests);
  }

  @Override
  public void close() {
    heads.clear();
    headless.clear();
    if (sorted != null) {
      sorted.close();
      sorted = new ListCursor<>(List.of());
    }
    inputs.forEach(Cursor::close);
  }

  /** What an input has found and not given yet. */
  private record Head<T>(T value, int input) {}
}
