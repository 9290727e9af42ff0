package io.partikey.planner.search.cost;

import java.util.List;

/**
 * How much several paths read, one after the other. All is read, since an item may come from more
 * than one of them.
 *
 * @param branches what each path reads
 */
public record UnionVolume(List<ReadVolume> branches) implements ReadVolume {
  public UnionVolume {
    branches = List.copyOf(branches);
  }

  @Override
  public AccessCost cost() {
    return branches.stream().map(ReadVolume::cost).reduce(AccessCost.NONE, AccessCost::plus);
  }

  @Override
  public AccessCost costOfFirst(double limit) {
    return cost();
  }
}
