package io.partikey.engine.table;

import java.util.Map;

/**
 * Counts of a table or of one of its indexes, exact at the time of the read.
 *
 * @param table the table's own counts
 * @param indexes the counts of each index's entries, by index name
 */
public record TableStatistics(Counts table, Map<String, Counts> indexes) {
  public TableStatistics {
    indexes = Map.copyOf(indexes);
  }

  /** The counts of an index, those of the table for a null name. */
  public Counts of(@org.jspecify.annotations.Nullable String indexName) {
    return indexName == null ? table : indexes.getOrDefault(indexName, Counts.NONE);
  }

  /**
   * How much a table or index holds.
   *
   * @param items how many items or entries
   * @param bytes their bytes by DynamoDB's arithmetic
   * @param collections about how many distinct partition key values, at least 1; an estimate for
   *     the planner
   */
  public record Counts(long items, long bytes, long collections) {
    /** The counts of what is empty. */
    public static final Counts NONE = new Counts(0, 0, 1);

    /** The mean bytes of an item, at least 1. */
    public double averageItemBytes() {
      return items == 0 ? 1 : Math.max(1, (double) bytes / items);
    }
  }
}
