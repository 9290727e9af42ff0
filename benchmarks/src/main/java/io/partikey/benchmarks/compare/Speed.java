package io.partikey.benchmarks.compare;

/** By what stores are compared; more is faster. */
enum Speed {
  /** Operations in a second. */
  BY_CLOCK,

  /** Operations in a second of processor time, which others on the machine take little from. */
  BY_PROCESSOR;

  double of(Round round) {
    return switch (this) {
      case BY_CLOCK -> round.perSecond();
      case BY_PROCESSOR -> 1e6 / round.processorMicros();
    };
  }
}
