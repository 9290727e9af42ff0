package io.partikey.engine.store.partition;

import io.partikey.engine.store.partition.PartitionHeat.LastMinute;
import io.partikey.engine.store.partition.PartitionHeat.Share;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a partition that holds or consumes too much is to be split.
 *
 * @param hotBorder the part of its hashes at whose beginning what it consumes is divided; null if
 *     it is what it holds that is to be divided, which only a count of its rows tells
 */
public record SplitPoint(@Nullable Integer hotBorder) {
  /** The share of a partition's units at which one collection is what makes it hot. */
  static final double DOMINATING_SHARE = 0.5;

  // Less on one side is not worth a partition of its own.
  private static final double LEAST_SHARE = 0.1;
  private static final double SECONDS = 60;

  static Optional<SplitPoint> of(long bytes, LastMinute minute, PartitionLimits limits) {
    if (isHot(minute.reads(), minute.writes(), limits) && !isDominated(minute)) {
      Optional<Integer> border = border(minute.units().loads(limits));
      if (border.isPresent()) {
        return Optional.of(new SplitPoint(border.get()));
      }
    }
    return bytes > limits.bytes() ? Optional.of(new SplitPoint(null)) : Optional.empty();
  }

  /** The part of the hashes at whose beginning to split, when the rows are counted. */
  public Optional<Integer> border(SplitTally tally) {
    return hotBorder == null ? border(tally.bytes()) : Optional.of(hotBorder);
  }

  /** Whether so many units are more than a partition, or a collection, can consume in a minute. */
  static boolean isHot(double reads, double writes, PartitionLimits limits) {
    return reads > limits.readsPerSecond() * SECONDS || writes > limits.writesPerSecond() * SECONDS;
  }

  /** Whether most of the units are of one collection. */
  static boolean isDominated(LastMinute minute) {
    return !minute.collections().isEmpty()
        && share(minute.collections().get(0), minute) >= DOMINATING_SHARE;
  }

  static double share(Share share, LastMinute minute) {
    return share.consumed().units() / (minute.reads() + minute.writes());
  }

  /**
   * The part whose beginning divides loads best; empty if nearly all of the load is in one part.
   */
  private static Optional<Integer> border(double[] loads) {
    double total = 0;
    for (double load : loads) {
      total += load;
    }
    double before = 0;
    double most = 0;
    int border = 0;
    for (int i = 1; i < loads.length; i++) {
      before += loads[i - 1];
      double smaller = Math.min(before, total - before);
      if (smaller > most) {
        most = smaller;
        border = i;
      }
    }
    return most > 0 && most >= LEAST_SHARE * total ? Optional.of(border) : Optional.empty();
  }
}
