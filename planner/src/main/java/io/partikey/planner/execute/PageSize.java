package io.partikey.planner.execute;

/**
 * How many items the next page of a read is to have, 0 for the store's choice.
 *
 * <p>Where so many rows are wanted, a page has as many items as are still missing, so that no item
 * is read that no row shows. Where conditions drop items, pages double from there: a few rows that
 * are found at once cost little, and those that are far away few requests.
 */
public final class PageSize {
  private static final int MOST_DOUBLED = 4096;

  private final Demand demand;
  private final boolean exact;
  private long found;
  private long previous;

  /**
   * Sizes for a demand.
   *
   * @param exact whether every item that is read is a row
   */
  public PageSize(Demand demand, boolean exact) {
    this.demand = demand;
    this.exact = exact;
  }

  /** The size of the next page. */
  int next() {
    if (demand.isAll()) {
      return demand.fetchSize();
    }
    long missing = demand.rows() - found;
    long size = missing;
    if (previous > 0 && (missing <= 0 || !exact)) {
      size = Math.max(missing, Math.min(MOST_DOUBLED, 2 * previous));
    }
    if (demand.fetchSize() > 0) {
      size = Math.min(size, demand.fetchSize());
    }
    previous = Math.max(1, Math.min(size, Integer.MAX_VALUE));
    return (int) previous;
  }

  /** Says how many items a page gave. */
  void found(int items) {
    found += items;
  }
}
