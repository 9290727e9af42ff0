package io.partikey.engine.expression;

import io.partikey.engine.item.DocumentPath;

/** One change of an UPDATE. Every value is computed on the item as it was before the update. */
public sealed interface UpdateAction {
  /** What is changed. */
  DocumentPath target();

  /** Sets the value at a path; a value of MISSING removes it. A list index past the end appends. */
  record Set(DocumentPath target, Expression value) implements UpdateAction {}

  /** Removes what is at a path; removing a list element shifts those behind it. */
  record Remove(DocumentPath target) implements UpdateAction {}
}
