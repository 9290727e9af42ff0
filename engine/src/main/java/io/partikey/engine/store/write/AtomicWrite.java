package io.partikey.engine.store.write;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.backend.TransactionCanceledException;
import io.partikey.engine.backend.TransactionCanceledException.Reason;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.backend.WriteResult;
import io.partikey.engine.backend.WriteSetSize;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.MemorySize;
import io.partikey.engine.store.catalog.CatalogSnapshot;
import io.partikey.engine.store.catalog.Observations;
import io.partikey.engine.store.partition.Heat;
import io.partikey.engine.store.rocks.Rows;
import io.partikey.engine.table.KeyAttribute;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several requests that are done all or nothing. Of one that is refused the others only learn that
 * they were not at fault; a delete that finds nothing is not refused. As on the service, the units
 * of the tables count double.
 */
public final class AtomicWrite {
  private static final int READ_AT_ONCE = 100;

  /** How often an item that is returned is held: as it is, and as the row that is shown. */
  private static final long RETURNED_TIMES = 2;

  private final List<PreparedWrite> writes;

  private AtomicWrite(List<PreparedWrite> writes) {
    this.writes = writes;
  }

  /**
   * Checks requests.
   *
   * @throws TransactionCanceledException if any is invalid
   * @throws EngineException if two name the same item, or an item is too large
   */
  public static AtomicWrite prepare(
      CatalogSnapshot catalog, List<WriteRequest> requests, Cancellation cancellation) {
    List<PreparedWrite> writes = new ArrayList<>(requests.size());
    Reasons reasons = new Reasons();
    for (WriteRequest request : requests) {
      cancellation.check();
      try {
        writes.add(PreparedWrite.of(catalog, request));
        reasons.add(Reason.NONE);
      } catch (EngineException invalid) {
        reasons.add(request, catalog, invalid);
      }
    }
    reasons.throwIfAny();
    Set<ByteBuffer> named = new HashSet<>();
    for (PreparedWrite write : writes) {
      if (!named.add(ByteBuffer.wrap(write.rowKey()))) {
        throw RequestEvaluation.repeatedItem();
      }
    }
    return new AtomicWrite(writes);
  }

  /** The keys of the rows, in the order of the requests. */
  public List<byte[]> rowKeys() {
    return writes.stream().map(PreparedWrite::rowKey).toList();
  }

  /**
   * Evaluates the requests on the rows as they are.
   *
   * @throws TransactionCanceledException if any is refused
   * @throws EngineException with {@code LIMIT_EXCEEDED} if they write more than memory may hold
   */
  public Effect on(Rows rows, Observations observations, Cancellation cancellation) {
    List<WriteResult> results = new ArrayList<>(writes.size());
    List<PreparedWrite.Effect> each = new ArrayList<>(writes.size());
    ChangeSet changes = new ChangeSet();
    WriteSetSize size = new WriteSetSize();
    Reasons reasons = new Reasons();
    for (int from = 0; from < writes.size(); ) {
      cancellation.check();
      List<PreparedWrite> some = writes.subList(from, Math.min(writes.size(), from + READ_AT_ONCE));
      List<byte @Nullable []> items =
          rows.getPage(some.stream().map(PreparedWrite::rowKey).toList());
      from += items.size();
      for (int i = 0; i < items.size(); i++) {
        PreparedWrite write = some.get(i);
        PreparedWrite.@Nullable Effect effect = reasons.of(write, items.get(i), rows, observations);
        if (effect != null) {
          size.add(memoryBytes(effect));
          results.add(withTransactionalCost(effect.result(), write.table().name()));
          each.add(effect);
          changes.addAll(effect.changes());
        }
      }
    }
    reasons.throwIfAny();
    return new Effect(results, changes, each);
  }

  private static long memoryBytes(PreparedWrite.Effect effect) {
    return effect.changes().memoryBytes()
        + effect.result().returned().map(item -> RETURNED_TIMES * MemorySize.of(item)).orElse(0L);
  }

  /**
   * Refuses the requests that add to item collections that would become too large.
   *
   * @param overfull the collections' counters
   * @throws TransactionCanceledException if there are any
   */
  void requireRoom(Effect effect, Set<CollectionCounter> overfull) {
    if (overfull.isEmpty()) {
      return;
    }
    Reasons reasons = new Reasons();
    for (PreparedWrite.Effect each : effect.each()) {
      boolean adds =
          each.changes().collectionBytes().entrySet().stream()
              .anyMatch(added -> added.getValue() > 0 && overfull.contains(added.getKey()));
      reasons.add(
          adds
              ? Reason.of(
                  "ItemCollectionSizeLimitExceeded", Committer.COLLECTION_SIZE_EXCEEDED, null)
              : Reason.NONE);
    }
    reasons.throwIfAny();
  }

  /** Adds to the heat of the partitions what the requests consumed of their tables. */
  public void warm(Heat heat, Effect effect) {
    for (int i = 0; i < writes.size(); i++) {
      writes.get(i).warm(heat, effect.results().get(i), effect.each().get(i));
    }
  }

  private static Reason reason(WriteRequest request, WriteResult result) {
    return switch (result.outcome()) {
      case APPLIED -> Reason.NONE;
      case NOT_FOUND ->
          request instanceof WriteRequest.Delete ? Reason.NONE : conditionFailed(result);
      case CONDITION_FAILED -> conditionFailed(result);
      case DUPLICATE ->
          Reason.of(
              "DuplicateItem",
              "Duplicate primary key exists in table",
              result.returned().orElse(null));
    };
  }

  private static Reason conditionFailed(WriteResult result) {
    return Reason.of(
        "ConditionalCheckFailed", "The conditional request failed", result.returned().orElse(null));
  }

  private static WriteResult withTransactionalCost(WriteResult result, String table) {
    ConsumedCapacity.Units units = result.consumed().byTarget().get(table);
    ConsumedCapacity again =
        units == null ? ConsumedCapacity.NONE : ConsumedCapacity.write(table, units.write());
    return new WriteResult(result.outcome(), result.returned(), result.consumed().plus(again));
  }

  /**
   * What the requests do together.
   *
   * @param results what the caller is told of each
   * @param changes what is to be committed
   * @param each what each of them does
   */
  public record Effect(
      List<WriteResult> results, ChangeSet changes, List<PreparedWrite.Effect> each) {}

  /** The reasons against the requests so far, in their order. */
  private static final class Reasons {
    private final List<Reason> reasons = new ArrayList<>();
    private boolean any;

    void add(Reason reason) {
      reasons.add(reason);
      any |= reason.message().isPresent();
    }

    void add(WriteRequest request, CatalogSnapshot catalog, EngineException invalid) {
      if (invalid.code() == ErrorCode.LIMIT_EXCEEDED) {
        throw invalid;
      }
      // In a transaction the service says this in other words than in a statement of its own.
      if (invalid.code() == ErrorCode.KEY_MISSING && request instanceof WriteRequest.Put put) {
        String missing =
            catalog.table(put.table()).description().key().attributes().stream()
                .map(KeyAttribute::name)
                .filter(name -> put.item().get(name) == null)
                .findFirst()
                .orElse("");
        add(
            Reason.of(
                "ValidationError",
                "One or more parameter values were invalid: Missing the key "
                    + missing
                    + " in the item",
                null));
        return;
      }
      add(invalid);
    }

    /** What a write does, the reason against it added; null if it is invalid. */
    PreparedWrite.@Nullable Effect of(
        PreparedWrite write, byte @Nullable [] item, Rows rows, Observations observations) {
      try {
        PreparedWrite.Effect effect = write.on(item, rows, observations);
        add(reason(write.request(), effect.result()));
        return effect;
      } catch (EngineException invalid) {
        add(invalid);
        return null;
      }
    }

    void add(EngineException invalid) {
      switch (invalid.code()) {
        case UNKNOWN_TABLE ->
            add(Reason.of("ResourceNotFound", "Requested resource not found", null));
        case KEY_MISSING, KEY_INVALID, LIMIT_EXCEEDED ->
            add(Reason.of("ValidationError", invalid.getMessage(), null));
        default -> throw invalid;
      }
    }

    void throwIfAny() {
      if (any) {
        throw new TransactionCanceledException(reasons);
      }
    }
  }
}
