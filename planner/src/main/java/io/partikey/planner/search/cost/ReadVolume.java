package io.partikey.planner.search.cost;

/** How much an access path reads when nothing limits it, from which its cost follows. */
public sealed interface ReadVolume permits EstimatedVolume, SurveyedVolume, UnionVolume {
  /** The cost of reading it all. */
  AccessCost cost();

  /** The cost of reading until so many rows came out. */
  AccessCost costOfFirst(double limit);
}
