package io.partikey.planner.execute;

import java.util.function.Function;

/** What one call of a cursor gave. */
sealed interface CursorStep<T> {
  /** Something was found. */
  record Found<T>(T value) implements CursorStep<T> {}

  /** Nothing for now; the next call continues. */
  record Paused<T>() implements CursorStep<T> {
    private static final Paused<?> INSTANCE = new Paused<>();
  }

  /** Nothing any more. */
  record Exhausted<T>() implements CursorStep<T> {
    private static final Exhausted<?> INSTANCE = new Exhausted<>();
  }

  /** The step that found this. */
  static <T> CursorStep<T> found(T value) {
    return new Found<>(value);
  }

  /** The pause. */
  @SuppressWarnings("unchecked") // It holds no value of any type.
  static <T> CursorStep<T> paused() {
    return (CursorStep<T>) Paused.INSTANCE;
  }

  /** The end. */
  @SuppressWarnings("unchecked") // It holds no value of any type.
  static <T> CursorStep<T> exhausted() {
    return (CursorStep<T>) Exhausted.INSTANCE;
  }

  /** This step with what was found turned into something else. */
  default <R> CursorStep<R> map(Function<? super T, ? extends R> mapping) {
    if (this instanceof Found<T> found) {
      return found(mapping.apply(found.value()));
    }
    return this instanceof Paused ? paused() : exhausted();
  }

  /** Whether this is the end. */
  default boolean isExhausted() {
    return this instanceof Exhausted;
  }
}
