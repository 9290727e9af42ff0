package io.partikey.engine.store.expiry;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.backend.Continuation;
import io.partikey.engine.backend.Page;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.ScanRequest;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.BoundExpression;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.store.job.Failures;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.TableDescription;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Goes over the tables that have a time to live, some items at each step, and deletes those that
 * expired: whose attribute is a number of epoch seconds that has passed, but no more than five
 * years ago. An item that is written between the look and the delete is looked at again by the
 * delete's own condition. Thread-safe.
 *
 * <p>There is no index of the times of expiry: it would cost every write, and a table that gets a
 * time to live late would have to be indexed first. Going over the items costs the same however few
 * expire, and finds one within the time of a pass: two minutes for a million items.
 */
public final class ExpirySweep {
  // A step a second: reading so many takes about a hundredth of a core, deleting so many some more.
  private static final int READS_A_STEP = 10_000;
  private static final int DELETES_A_STEP = 1000;
  private static final Duration BETWEEN_PASSES = Duration.ofMinutes(1);
  private static final long OLDEST_SECONDS = Duration.ofDays(5 * 365L + 1).toSeconds();

  /** What a sweep needs of its engine. */
  public interface Store {
    /** The tables as they are now. */
    List<Table> tables();

    /** A view on now, which the sweep closes; empty if the table is no more. */
    Optional<ReadView> openView(Table table);

    /** Deletes one item, unless its table is no more or got another time to live. */
    void delete(Table table, WriteRequest.Delete request);
  }

  /**
   * A table.
   *
   * @param id tells it from one that has its name later
   */
  public record Table(int id, TableDescription description) {
    String name() {
      return description.name();
    }
  }

  private final Store store;
  private final Clock clock;
  // By the id of the table: what has its name later begins anew.
  private final Map<Integer, Continuation> positions = new HashMap<>();
  private final Map<Integer, Long> nextPasses = new HashMap<>();

  /** A sweep of a store, by the time of a clock. */
  public ExpirySweep(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Does one step in the tables that are due, which share what one step reads and deletes at most;
   * the answer is how many items were deleted. What fails in one table is raised when all had their
   * share: an item that cannot be deleted is left to the next pass, and a table that cannot be read
   * has that in a minute, from its beginning.
   */
  public synchronized int step() {
    List<Table> tables = store.tables();
    Set<Integer> ids = tables.stream().map(Table::id).collect(Collectors.toSet());
    positions.keySet().retainAll(ids);
    nextPasses.keySet().retainAll(ids);
    List<Table> due = tables.stream().filter(this::isDue).toList();
    Failures failures = new Failures();
    int deleted = 0;
    for (Table table : due) {
      try {
        deleted += step(table, due.size(), failures);
      } catch (RuntimeException | Error failure) {
        failures.add(failure);
        endPass(table);
      }
    }
    failures.raise();
    return deleted;
  }

  private boolean isDue(Table table) {
    long now = clock.millis();
    long next = nextPasses.getOrDefault(table.id, now);
    // One that lies further off than passes do is left of before the clock was set back.
    boolean isTime = next <= now || next > now + BETWEEN_PASSES.toMillis();
    return table.description.timeToLive().isPresent() && isTime;
  }

  private int step(Table table, int sharers, Failures failures) {
    BoundExpression expired = expired(table.description.timeToLive().orElseThrow());
    int reads = Math.max(1, READS_A_STEP / sharers);
    int deletes = Math.max(1, DELETES_A_STEP / sharers);
    int deleted = 0;
    while (reads > 0 && deleted < deletes) {
      Optional<Page> read = read(table, expired, Math.min(reads, deletes - deleted));
      if (read.isEmpty()) {
        return deleted;
      }
      Page page = read.get();
      // Before the deletes, so that one that fails is not met again and again.
      page.continuation().ifPresentOrElse(at -> positions.put(table.id, at), () -> endPass(table));
      for (Item item : page.items()) {
        ItemKey key = key(table.description, item);
        WriteRequest.Delete delete =
            new WriteRequest.Delete(table.name(), key, expired, ReturnValues.NONE);
        failures.collect(() -> store.delete(table, delete));
      }
      deleted += page.items().size();
      reads -= Math.max(1, page.itemsRead());
      if (page.continuation().isEmpty()) {
        return deleted;
      }
    }
    return deleted;
  }

  private void endPass(Table table) {
    positions.remove(table.id);
    nextPasses.put(table.id, clock.millis() + BETWEEN_PASSES.toMillis());
  }

  private Optional<Page> read(Table table, BoundExpression expired, int items) {
    Set<String> keyNames =
        table.description.key().attributes().stream()
            .map(KeyAttribute::name)
            .collect(Collectors.toSet());
    PageRequest page =
        new PageRequest(
            expired, AttributeSelection.of(keyNames), items, positions.get(table.id), false);
    Optional<ReadView> opened = store.openView(table);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (ReadView view = opened.get()) {
      return Optional.of(view.scan(new ScanRequest(table.name(), null, page)));
    }
  }

  private BoundExpression expired(String attribute) {
    long now = Math.floorDiv(clock.millis(), 1000L);
    AttributeReference time = new AttributeReference(attribute);
    return new BoundExpression(
        Logical.and(
            List.of(
                new Comparison(
                    ComparisonOperator.LESS_OR_EQUAL, time, new Literal(NumberValue.of(now))),
                new Comparison(
                    ComparisonOperator.GREATER_OR_EQUAL,
                    time,
                    new Literal(NumberValue.of(now - OLDEST_SECONDS))))),
        Parameters.NONE);
  }

  private static ItemKey key(TableDescription table, Item item) {
    return new ItemKey(
        Objects.requireNonNull(item.get(table.partitionKey().name())),
        table.sortKey().map(sort -> item.get(sort.name())).orElse(null));
  }
}
