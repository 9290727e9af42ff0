package io.partikey.engine.backend;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.ObservedAttribute;
import io.partikey.engine.table.PartitionDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.engine.table.TableStatistics;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A store of tables, as one connection sees it: its catalog, its items, its transactions.
 *
 * <p>The items are read and written through {@link ItemStore}, each write a commit of its own. One
 * {@code Backend} belongs to one connection; many may share an engine. All methods may be called
 * from several threads at once. After {@link #close()} every method raises {@code CLOSED}.
 *
 * <p>All methods raise {@link EngineException}.
 */
public interface Backend extends ItemStore, AutoCloseable {

  /**
   * What is equal for backends of the same database, by whatever address they were opened, and
   * different for all others, those that were in its place before it included. Small, so that it
   * may be kept when the backend is closed.
   */
  Object identity();

  /** The tables as they are now, with a version that changes with every DDL. Cheap. */
  Catalog catalog();

  /** Exact counts of a table and its indexes. */
  TableStatistics statistics(String table);

  /**
   * Opens a view whose reads are not load of the partitions: for looking at what key ranges hold
   * before one of them is read. The caller closes it.
   */
  default ReadView openUncountedView() {
    return openView();
  }

  /** Every top-level attribute stored in a table so far, in the order first seen. */
  List<ObservedAttribute> observedAttributes(String table);

  /** The types that an attribute's values have had so far, none if it was never stored. */
  default Set<AttributeType> observedTypes(String table, String attribute) {
    return observedAttributes(table).stream()
        .filter(observed -> observed.name().equals(attribute))
        .findFirst()
        .map(ObservedAttribute::types)
        .orElse(Set.of());
  }

  /** The partitions of a table and then of its indexes, each in the order of their hashes. */
  List<PartitionDescription> partitions(String table);

  /** Makes a table; raises {@code DUPLICATE_TABLE} if one of this name exists. */
  void createTable(TableDescription table);

  /** Removes a table with its items and indexes. */
  void dropTable(String table);

  /** Makes an index and fills it from the items that are there; returns when it is usable. */
  void createIndex(String table, IndexDescription index);

  /**
   * Makes an index and fills it; of one that is told to stop before it is usable nothing is left.
   *
   * @param cancellation asked while the index is filled
   */
  default void createIndex(String table, IndexDescription index, Cancellation cancellation) {
    cancellation.check();
    createIndex(table, index);
  }

  /** Removes an index. */
  void dropIndex(String table, String index);

  /** Sets or, when empty, clears the attribute that holds the time of expiry. */
  void setTimeToLive(String table, Optional<String> attribute);

  /** Adds an advisory column; one that is declared already changes its type. */
  void declareColumn(String table, io.partikey.engine.table.DeclaredColumn column);

  /** Starts a transaction on a snapshot of now. Ended by its commit, rollback or close. */
  Transaction begin();

  /**
   * Copies the database as it is now into a directory that does not exist or is empty, while writes
   * go on: each transaction is in the copy wholly or not at all, and the copy is a database of its
   * own. Raises {@code INVALID_ARGUMENT} if the directory holds anything.
   */
  void backup(Path directory);

  /**
   * Compares, as of one moment and while writes go on, every index with its table, and the counts
   * and the observed attributes with the items. Reads everything, changes nothing.
   *
   * @param progress told how far it is
   * @return what is wrong, each in one line; empty if nothing is
   * @throws EngineException with {@code FEATURE_NOT_SUPPORTED} where the store looks after itself
   */
  default List<String> check(CheckProgress progress) {
    throw new EngineException(
        ErrorCode.FEATURE_NOT_SUPPORTED,
        "The store of this connection checks itself. Check databases in files or in memory.");
  }

  /** The work that the store does beside its callers, and how it goes; none where it does none. */
  default List<BackgroundJob> backgroundJobs() {
    return List.of();
  }

  /** Ends the engine behind this backend for every connection of the process. */
  void shutdown();

  /** What this store can promise. */
  Capabilities capabilities();

  /** Releases this connection's hold on the engine; the last one closes it. Idempotent. */
  @Override
  void close();

  /**
   * What a store can promise.
   *
   * @param exactCounts whether {@link #statistics} is exact, so that COUNT(*) may come from it
   * @param transactions whether {@link #begin} works
   * @param indexBackfetch whether reading an index may be followed by reads of the table on the
   *     same snapshot
   */
  record Capabilities(boolean exactCounts, boolean transactions, boolean indexBackfetch) {}
}
