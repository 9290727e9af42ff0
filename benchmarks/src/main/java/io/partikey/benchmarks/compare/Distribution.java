package io.partikey.benchmarks.compare;

/** How often which keys are asked for. */
enum Distribution {
  /** All alike. */
  UNIFORM,

  /** The k-th most popular 1/k as often as the most popular, which lie all over the table. */
  ZIPF
}
