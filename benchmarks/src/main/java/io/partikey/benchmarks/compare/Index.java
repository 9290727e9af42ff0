package io.partikey.benchmarks.compare;

/** The index by city. */
enum Index {
  /** None. */
  NONE,

  /** The peers' holds the city and the key; that of PartiKey always the whole order. */
  PLAIN,

  /** The peers' holds the whole order, too. */
  COVERING
}
