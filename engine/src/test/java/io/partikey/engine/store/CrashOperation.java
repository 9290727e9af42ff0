package io.partikey.engine.store;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.ItemStore;
import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.backend.TransactionCanceledException;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.BoundExpression;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.NumberValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a writer does to its own collection, whole or not at all: what it does to a
 * database, and to a map that models the collection.
 *
 * @param kind how the steps are made one
 * @param steps what is done to items, each of which is named once
 */
record CrashOperation(Kind kind, List<Step> steps) {
  private static final int KEYS = 30;
  private static final int VALUES = 3;

  /** What makes steps one. */
  enum Kind {
    /** There is only one. */
    SINGLE,
    /** They are one request: none is done if the condition of any does not hold. */
    ATOMIC,
    /** They are a transaction: those are done whose condition holds. */
    TRANSACTION
  }

  /**
   * What is done to an item.
   *
   * @param sortKey its key in the collection
   * @param item what it becomes, null if it is deleted
   * @param expected what its attribute n must be before, null if anything
   */
  record Step(long sortKey, @Nullable Item item, @Nullable Integer expected) {
    boolean isPossible(Map<Long, Item> collection) {
      @Nullable Item before = collection.get(sortKey);
      if (before == null) {
        // A delete of nothing is not refused, whatever its condition.
        return expected == null || item == null;
      }
      return expected == null
          || Objects.equals(before.get("n"), NumberValue.of(expected.longValue()));
    }

    void apply(Map<Long, Item> collection) {
      if (item == null) {
        collection.remove(sortKey);
      } else {
        collection.put(sortKey, item);
      }
    }

    WriteRequest request(String partition) {
      @Nullable BoundExpression condition =
          expected == null
              ? null
              : new BoundExpression(
                  new Comparison(
                      ComparisonOperator.EQUAL,
                      new AttributeReference("n"),
                      new Literal(NumberValue.of(expected.longValue()))),
                  Parameters.NONE);
      return item == null
          ? new WriteRequest.Delete(
              "T", TestStore.key(partition, sortKey), condition, ReturnValues.NONE)
          : new WriteRequest.Put(
              "T", item, WriteRequest.Put.IfExists.REPLACE, condition, ReturnValues.NONE);
    }
  }

  /** The next operation of a writer, which depends on its random numbers alone. */
  static CrashOperation next(Random random, String partition) {
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    TreeSet<Long> keys = new TreeSet<>();
    for (int i = kind == Kind.SINGLE ? 1 : 2 + random.nextInt(3); i > 0; i--) {
      keys.add((long) random.nextInt(KEYS));
    }
    List<Step> steps = new ArrayList<>();
    for (long key : keys) {
      @Nullable Integer expected = random.nextInt(4) == 0 ? random.nextInt(VALUES) : null;
      boolean delete = random.nextInt(5) == 0;
      steps.add(new Step(key, delete ? null : item(random, partition, key), expected));
    }
    return new CrashOperation(kind, steps);
  }

  private static Item item(Random random, String partition, long key) {
    String group = random.nextInt(3) == 0 ? "" : ", \"g\": {\"S\": \"" + random.nextInt(9) + "\"}";
    String later = random.nextInt(5) == 0 ? ", \"expires\": {\"N\": \"9000000000\"}" : "";
    String filler = "x".repeat(random.nextInt(40) == 0 ? 20_000 : random.nextInt(300));
    return TestStore.item(
        partition,
        key,
        "\"n\": {\"N\": \""
            + random.nextInt(VALUES)
            + "\"}, \"h\": {\"S\": \"h"
            + random.nextInt(20)
            + "\"}, \"filler\": {\"S\": \""
            + filler
            + "\"}"
            + group
            + later);
  }

  /** Does it to a database; returns when it is acknowledged, be it as refused. */
  void run(Backend backend, String partition) {
    List<WriteRequest> requests = steps.stream().map(step -> step.request(partition)).toList();
    switch (kind) {
      case SINGLE -> backend.write(requests.get(0));
      case ATOMIC -> {
        try {
          backend.writeAtomically(requests);
        } catch (TransactionCanceledException refused) {
          return;
        }
      }
      case TRANSACTION -> {
        while (!commits(backend, requests)) {
          Thread.onSpinWait();
        }
      }
    }
  }

  /** Whether the transaction was not disturbed by a change of definitions. */
  private static boolean commits(Backend backend, List<WriteRequest> requests) {
    try (Transaction transaction = backend.begin()) {
      requests.forEach(((ItemStore) transaction)::write);
      transaction.commit();
      return true;
    } catch (EngineException lost) {
      if (lost.code() != ErrorCode.TRANSACTION_CONFLICT) {
        throw lost;
      }
      return false;
    }
  }

  /** What the collection is afterwards. */
  Map<Long, Item> applyTo(Map<Long, Item> collection) {
    Map<Long, Item> after = new TreeMap<>(collection);
    boolean refused =
        kind == Kind.ATOMIC && steps.stream().anyMatch(step -> !step.isPossible(collection));
    for (Step step : steps) {
      if (!refused && step.isPossible(collection)) {
        step.apply(after);
      }
    }
    return after;
  }
}
