package io.partikey.engine.item;

/** One step into a document: to a member of a map, or to an element of a list. */
public sealed interface PathStep {
  /** The step to the member of a map that has this name. */
  record Member(String name) implements PathStep {}

  /** The step to the element of a list at this index, from 0. */
  record Element(int index) implements PathStep {
    public Element {
      if (index < 0) {
        throw new IllegalArgumentException("index is negative: " + index);
      }
    }
  }
}
