package io.partikey.planner.search.key;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.table.IndexDescription;
import io.partikey.planner.search.cost.AccessCost;
import io.partikey.planner.search.cost.ReadVolume;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to read the items of a source that meet its conditions.
 *
 * @param kind how they are read
 * @param index the index that is read, null for the table
 * @param key the key condition; of a scan and a union none
 * @param residual what must still be tested of each item; of a union nothing, since each of its
 *     branches has its own
 * @param fetch whether each row's whole item is got from the table, because the index does not hold
 *     what the statement needs
 * @param branches the reads that a union is made of, otherwise none
 * @param volume how much is read; of a union nothing beside its branches
 * @param rank the place among the paths of one source, to choose between equally good ones
 */
public record AccessPath(
    Kind kind,
    @Nullable IndexDescription index,
    KeyCondition key,
    List<Expression> residual,
    boolean fetch,
    List<AccessPath> branches,
    ReadVolume volume,
    int rank) {
  /** How items are read. */
  public enum Kind {
    /** One item by its full key. */
    GET,
    /** Items by their full keys. */
    MULTI_GET,
    /** Ranges of item collections. */
    QUERY,
    /** Several of the other kinds, one after the other. */
    UNION,
    /** All items. */
    SCAN
  }

  public AccessPath {
    residual = List.copyOf(residual);
    branches = List.copyOf(branches);
  }

  /** Whether the conditions on keys bound what is read. */
  public boolean isKeyed() {
    return kind != Kind.SCAN;
  }

  /** What reading all of it costs. */
  public AccessCost cost() {
    return branches.stream().map(AccessPath::cost).reduce(volume.cost(), AccessCost::plus);
  }

  /** What reading costs until so many rows came out. */
  public AccessCost costOfFirst(double limit) {
    return branches.isEmpty() ? volume.costOfFirst(limit) : cost();
  }

  /** Whether a limit on its rows can be given to the read itself. */
  public boolean takesLimit() {
    return kind == Kind.QUERY || kind == Kind.SCAN;
  }
}
