package io.partikey.engine.store.rocks;

/**
 * What is told after each step that changes what is on disk: of making or copying a database, and
 * each commit, sync and compaction of one that is open. The process may end after any of them.
 * Called by whichever thread did the step.
 */
@FunctionalInterface
interface Steps {
  /** Nobody is told. */
  Steps UNWATCHED = step -> {};

  void done(String step);
}
