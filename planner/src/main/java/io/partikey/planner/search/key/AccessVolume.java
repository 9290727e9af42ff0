package io.partikey.planner.search.key;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableStatistics;
import io.partikey.engine.table.TableStatistics.Counts;
import io.partikey.planner.plan.SortBounds;
import io.partikey.planner.search.cost.EstimatedVolume;
import io.partikey.planner.search.cost.Selectivity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Estimates how much access paths of one table read, from its counts. */
final class AccessVolume {
  private final TableStatistics statistics;

  AccessVolume(TableStatistics statistics) {
    this.statistics = statistics;
  }

  /** The volume of gets by full key. */
  EstimatedVolume ofGets(int keys, List<Expression> residual) {
    return new EstimatedVolume(keys, keys, itemBytes(), Selectivity.of(residual), 0, 0);
  }

  /**
   * The volume of a query: a mean collection's share for each collection, at least one row.
   *
   * @param fetchedShare share of the entries whose items are got from the table
   */
  EstimatedVolume ofQuery(
      @Nullable IndexDescription index,
      KeyCondition key,
      List<Expression> residual,
      double fetchedShare) {
    Counts counts = counts(index);
    double inCollection = (double) counts.items() / Math.max(1, counts.collections());
    double perCollection = Math.max(1, inCollection * share(key.range()));
    int collections = key.collections();
    return new EstimatedVolume(
        collections,
        collections * perCollection,
        counts.averageItemBytes(),
        Selectivity.of(residual),
        fetchedShare,
        itemBytes());
  }

  /**
   * The volume of a whole table or index.
   *
   * @param fetchedShare share of the entries whose items are got from the table
   */
  EstimatedVolume ofScan(
      @Nullable IndexDescription index, List<Expression> residual, double fetchedShare) {
    Counts counts = counts(index);
    return new EstimatedVolume(
        1,
        counts.items(),
        counts.averageItemBytes(),
        Selectivity.of(residual),
        fetchedShare,
        itemBytes());
  }

  private Counts counts(@Nullable IndexDescription index) {
    return statistics.of(index == null ? null : index.name());
  }

  private double itemBytes() {
    return statistics.table().averageItemBytes();
  }

  private static double share(SortBounds range) {
    double equal = Math.pow(Selectivity.EQUALITY, range.equal().size());
    boolean bothSides = !range.lower().isEmpty() && !range.upper().isEmpty();
    if (bothSides || !range.prefixes().isEmpty()) {
      return equal * Selectivity.TWO_BOUNDS;
    }
    boolean oneSide = !range.lower().isEmpty() || !range.upper().isEmpty();
    return oneSide ? equal * Selectivity.ONE_BOUND : equal;
  }
}
