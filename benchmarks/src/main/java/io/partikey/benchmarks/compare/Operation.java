package io.partikey.benchmarks.compare;

/** What one thread does over and over, with a connection of its own. */
@FunctionalInterface
interface Operation {
  /**
   * Does it once.
   *
   * @return how many units that were: 1, or the rows that were loaded
   * @throws Exception if the store fails, or gives other rows than it must
   */
  int run(Keys keys) throws Exception;

  /** Makes ready for a round; not measured. */
  default void prepare() throws Exception {}
}
