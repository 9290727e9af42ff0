package io.partikey.engine.store.history;

import java.util.List;

/** What a transaction did to a key, whose value is a list that only grows. */
sealed interface Operation {
  /** The key. */
  int key();

  /** An element was added to the end; no other append ever adds the same one. */
  record Append(int key, int element) implements Operation {}

  /** The list was read. */
  record Read(int key, List<Integer> elements) implements Operation {
    public Read {
      elements = List.copyOf(elements);
    }
  }
}
