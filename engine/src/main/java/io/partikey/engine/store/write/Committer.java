package io.partikey.engine.store.write;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.catalog.Definitions;
import io.partikey.engine.store.rocks.RowBatch;
import io.partikey.engine.store.rocks.RowStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Commits change sets: one batch with the rows, the counts and the observations, and only when it
 * is in the database what is held in memory of them. Called with all locks held. Thread-safe.
 */
public final class Committer {
  /** The service's message for an item collection that would become too large. */
  static final String COLLECTION_SIZE_EXCEEDED = "Collection size exceeded.";

  private final RowStore store;
  private final Definitions definitions;
  private final long mostCollectionBytes;
  private final PeriodicSync periodicSync;
  private final LastWrites lastWrites = new LastWrites();

  /**
   * Commits to a database.
   *
   * @param mostCollectionBytes most bytes of an item collection whose bytes are counted
   */
  public Committer(RowStore store, Definitions definitions, long mostCollectionBytes) {
    this.mostCollectionBytes = mostCollectionBytes;
    this.store = store;
    this.definitions = definitions;
    this.periodicSync = new PeriodicSync(store.name(), store::syncLog, System::nanoTime);
  }

  /** When what was written last. */
  public LastWrites lastWrites() {
    return lastWrites;
  }

  /** Makes durable what is committed without it. */
  public PeriodicSync periodicSync() {
    return periodicSync;
  }

  /**
   * Commits changes.
   *
   * @param durable whether they are on disk when this returns; otherwise after the next {@link
   *     #periodicSync}
   * @param cancellation asked until the batch is handed to the database
   * @throws EngineException with {@code COLLECTION_SIZE_EXCEEDED} if an item collection of a table
   *     with local indexes would become too large, with {@code STORAGE_FAILED} if the disk has not
   *     taken earlier commits for long; nothing is written then
   */
  public void commit(ChangeSet changes, boolean durable, Cancellation cancellation) {
    if (changes.isEmpty()) {
      return;
    }
    if (!overfull(changes).isEmpty()) {
      throw new EngineException(ErrorCode.COLLECTION_SIZE_EXCEEDED, COLLECTION_SIZE_EXCEEDED);
    }
    if (!durable) {
      periodicSync.admit();
    }
    try (RowBatch batch = store.newBatch()) {
      Runnable remember = write(changes, batch, cancellation);
      store.commit(batch, durable);
      remember.run();
    }
    if (!durable) {
      periodicSync.committed();
    }
  }

  /**
   * The item collections, by their counters, that changes would make too large. What others add at
   * this very moment is not seen.
   */
  Set<CollectionCounter> overfull(ChangeSet changes) {
    Set<CollectionCounter> overfull = new HashSet<>();
    changes
        .collectionBytes()
        .forEach(
            (counter, added) -> {
              if (added > 0 && store.counter(counter.key()) + added > mostCollectionBytes) {
                overfull.add(counter);
              }
            });
    return overfull;
  }

  /** Makes a batch make the changes; the answer is to be run when the batch is committed. */
  public Runnable write(ChangeSet changes, RowBatch batch, Cancellation cancellation) {
    for (ChangeSet.RowChange row : changes.rows()) {
      cancellation.check();
      byte[] value = row.value();
      if (value == null) {
        batch.delete(row.key());
      } else {
        batch.put(row.key(), value);
      }
    }
    List<Runnable> afterwards = new ArrayList<>();
    afterwards.add(changes.counts().write(definitions.counts(), batch));
    changes
        .collectionBytes()
        .forEach(
            (counter, added) -> {
              if (added != 0) {
                batch.add(counter.key(), added);
              }
            });
    changes
        .sightings()
        .forEach(
            (table, seen) ->
                afterwards.add(definitions.observations().of(table).write(seen, batch)));
    return () -> {
      lastWrites.wrote(changes.rows());
      afterwards.forEach(Runnable::run);
    };
  }
}
