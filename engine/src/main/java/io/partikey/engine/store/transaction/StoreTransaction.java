package io.partikey.engine.store.transaction;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.backend.WriteResult;
import io.partikey.engine.backend.WriteSetSize;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.catalog.CatalogSnapshot;
import io.partikey.engine.store.catalog.Observations;
import io.partikey.engine.store.catalog.StoredIndex;
import io.partikey.engine.store.catalog.StoredTable;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.partition.Heat;
import io.partikey.engine.store.partition.ObjectTotals;
import io.partikey.engine.store.read.ReadSession;
import io.partikey.engine.store.read.ViewCounts;
import io.partikey.engine.store.rocks.RowSnapshot;
import io.partikey.engine.store.write.AtomicWrite;
import io.partikey.engine.store.write.ChangeSet;
import io.partikey.engine.store.write.PreparedWrite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A transaction on a snapshot; the package says how it is kept serializable. */
public final class StoreTransaction implements Transaction {
  private final CatalogSnapshot catalog;
  private final RowSnapshot snapshot;
  private final Observations observations;
  private final Heat heat;
  private final TransactionCommit commit;
  private final ReadSet reads = new ReadSet();
  private final TransactionRows rows;
  private final List<ChangeSet> changes = new ArrayList<>();
  private final Set<String> tables = new HashSet<>();
  private final List<Mark> marks = new ArrayList<>();
  private final WriteSetSize size = new WriteSetSize();
  private boolean over;

  /**
   * A transaction that begins now.
   *
   * @param catalog the definitions of this moment
   * @param snapshot the rows of this moment; closed with the transaction
   * @param commit how it ends
   */
  public StoreTransaction(
      CatalogSnapshot catalog,
      RowSnapshot snapshot,
      Observations observations,
      Heat heat,
      TransactionCommit commit) {
    this.catalog = catalog;
    this.snapshot = snapshot;
    this.observations = observations;
    this.heat = heat;
    this.commit = commit;
    this.rows = new TransactionRows(snapshot, reads);
  }

  /** The counts of the snapshot with the transaction's own changes. */
  private final class OwnCounts implements ViewCounts {
    @Override
    public ObjectTotals of(KeyLayout keys) {
      ObjectTotals totals = ObjectTotals.of(snapshot.counters(keys.all()));
      for (ChangeSet changed : changes) {
        totals = totals.plus(changed.counts(), keys.objectId());
      }
      return totals;
    }

    @Override
    public void foundComplete(StoredTable table, StoredIndex index) {
      reads.add(new ReadSet.Completeness(table.keys(), index.keys()));
    }
  }

  /** A place in the list of changes. */
  private static final class Mark implements Savepoint {
    private final int changes;

    Mark(int changes) {
      this.changes = changes;
    }
  }

  @Override
  public ReadView openView() {
    requireRunning();
    return new ReadSession(catalog, rows, new OwnCounts(), heat, null, () -> {});
  }

  @Override
  public WriteResult write(WriteRequest request) {
    requireRunning();
    PreparedWrite write = PreparedWrite.of(catalog, request);
    PreparedWrite.Effect effect = write.on(rows.get(write.rowKey()), rows, observations);
    write.warm(heat, effect.result(), effect);
    keep(effect.changes(), List.of(request));
    return effect.result();
  }

  @Override
  public List<WriteResult> writeAtomically(List<WriteRequest> requests) {
    return writeAtomically(requests, Cancellation.NEVER);
  }

  @Override
  public List<WriteResult> writeAtomically(List<WriteRequest> requests, Cancellation cancellation) {
    requireRunning();
    AtomicWrite write = AtomicWrite.prepare(catalog, requests, cancellation);
    AtomicWrite.Effect effect = write.on(rows, observations, cancellation);
    write.warm(heat, effect);
    keep(effect.changes(), requests);
    return effect.results();
  }

  private void keep(ChangeSet changed, List<WriteRequest> requests) {
    if (!changed.isEmpty()) {
      size.add(changed.memoryBytes());
      requests.forEach(request -> tables.add(request.table()));
      changes.add(changed);
      rows.apply(changed);
    }
  }

  @Override
  public void commit() {
    commit(Cancellation.NEVER);
  }

  @Override
  public void commit(Cancellation cancellation) {
    requireRunning();
    try {
      ChangeSet all = new ChangeSet();
      changes.forEach(all::addAll);
      if (!all.isEmpty()) {
        commit.commit(catalog, tables, snapshot, reads, all, cancellation);
      }
    } finally {
      end();
    }
  }

  @Override
  public void rollback() {
    if (!over) {
      end();
    }
  }

  private void end() {
    over = true;
    changes.clear();
    rows.reset();
    snapshot.close();
  }

  @Override
  public Savepoint savepoint() {
    requireRunning();
    Mark mark = new Mark(changes.size());
    marks.add(mark);
    return mark;
  }

  @Override
  public void rollbackTo(Savepoint savepoint) {
    requireRunning();
    int place = savepoint instanceof Mark mark ? marks.indexOf(mark) : -1;
    if (place < 0) {
      throw new EngineException(
          ErrorCode.INVALID_ARGUMENT,
          "The savepoint is not one of this transaction, or lies behind one that was rolled back"
              + " to. Set another one.");
    }
    int kept = marks.get(place).changes;
    marks.subList(place + 1, marks.size()).clear();
    List<ChangeSet> forgotten = changes.subList(kept, changes.size());
    forgotten.forEach(changed -> size.remove(changed.memoryBytes()));
    forgotten.clear();
    rows.reset();
    changes.forEach(rows::apply);
  }

  @Override
  public void close() {
    rollback();
  }

  private void requireRunning() {
    if (over) {
      throw new EngineException(
          ErrorCode.NO_TRANSACTION, "The transaction is over. Begin another one.");
    }
  }
}
