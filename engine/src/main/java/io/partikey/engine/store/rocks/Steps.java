package io.partikey.engine.store.rocks;

/**
 * What is told after each step of making or copying a database, at any of which the process may
 * end.
 */
@FunctionalInterface
interface Steps {
  /** Nobody is told. */
  Steps UNWATCHED = step -> {};

  void done(String step);
}
