package io.partikey.planner.search.key;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.table.IndexDescription;
import io.partikey.planner.search.cost.AccessCost;
import io.partikey.planner.search.cost.ReadVolume;
import java.util.List;
import java.util.stream.Stream;
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
 * @param volume how much is read; of a union what all branches do
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
    return volume.cost();
  }

  /** What reading costs until so many rows came out. */
  public AccessCost costOfFirst(double limit) {
    return volume.costOfFirst(limit);
  }

  /** This path among others of its source. */
  AccessPath ranked(int newRank) {
    return new AccessPath(kind, index, key, residual, fetch, branches, volume, newRank);
  }

  /** This path with what is known of how much it reads. */
  AccessPath with(ReadVolume newVolume) {
    return new AccessPath(kind, index, key, residual, fetch, branches, newVolume, rank);
  }

  /** All expressions of its key and its residual, and of those of its branches. */
  Stream<Expression> expressions() {
    return Stream.of(
            key.partitions().stream().flatMap(List::stream),
            key.sorts().stream(),
            key.range().expressions(),
            residual.stream(),
            branches.stream().flatMap(AccessPath::expressions))
        .flatMap(each -> each);
  }

  /** Whether a limit on its rows can be given to the read itself. */
  public boolean takesLimit() {
    return kind == Kind.QUERY || kind == Kind.SCAN;
  }
}
