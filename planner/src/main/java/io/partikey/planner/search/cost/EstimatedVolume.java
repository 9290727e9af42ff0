package io.partikey.planner.search.cost;

/**
 * How much an access path reads, as far as counts and conditions tell.
 *
 * @param requests how many gets or collections there are; the units of each round on their own
 * @param rowsRead items or entries read by all of them
 * @param bytesPerRow mean bytes of an item or entry
 * @param keptShare share of the rows read that the residual keeps, 0 to 1
 * @param fetchedShare share of the rows read whose item is got from the table, 0 to 1
 * @param fetchBytesPerRow mean bytes of such an item
 */
public record EstimatedVolume(
    double requests,
    double rowsRead,
    double bytesPerRow,
    double keptShare,
    double fetchedShare,
    double fetchBytesPerRow)
    implements ReadVolume {
  @Override
  public AccessCost cost() {
    return cost(rowsRead);
  }

  @Override
  public AccessCost costOfFirst(double limit) {
    double needed = keptShare == 0 ? rowsRead : limit / keptShare;
    return cost(Math.min(rowsRead, needed));
  }

  private AccessCost cost(double read) {
    double usedRequests = rowsRead == 0 ? requests : Math.ceil(requests * read / rowsRead);
    double perRequest = usedRequests == 0 ? 0 : read / usedRequests;
    double units = usedRequests * ChargedUnits.ofRequest(perRequest * bytesPerRow);
    double fetchUnits = read * fetchedShare * ChargedUnits.ofRequest(fetchBytesPerRow);
    return new AccessCost(read * keptShare, read, units + fetchUnits);
  }
}
