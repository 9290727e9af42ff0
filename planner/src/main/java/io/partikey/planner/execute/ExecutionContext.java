package io.partikey.planner.execute;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.backend.GetRequest;
import io.partikey.engine.backend.GetResult;
import io.partikey.engine.backend.MemoryLimit;
import io.partikey.engine.backend.Page;
import io.partikey.engine.backend.QueryRequest;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ScanRequest;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.Item;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.mode.Mode;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the cursors of one statement share: the one snapshot that all of them read, opened by the
 * first read; what was consumed; the word whether to stop, asked before every read. Used by one
 * thread; closing ends the snapshot and is idempotent.
 */
public final class ExecutionContext implements AutoCloseable {
  private final ExecutionRequest request;
  private final Mode mode;
  private final Supplier<ReadView> views;
  private Measurements measurements = Measurements.NONE;
  private @Nullable ReadView view;
  private boolean closed;
  private ConsumedCapacity consumed = ConsumedCapacity.NONE;
  private long itemsRead;

  public ExecutionContext(ExecutionRequest request, Dialect dialect) {
    this(request, dialect, request.items()::openView);
  }

  /** A context that opens its snapshot in a way of its own. */
  ExecutionContext(ExecutionRequest request, Dialect dialect, Supplier<ReadView> views) {
    this.request = request;
    this.mode = Mode.of(dialect);
    this.views = views;
  }

  ExecutionRequest request() {
    return request;
  }

  public Parameters parameters() {
    return request.parameters();
  }

  Mode mode() {
    return mode;
  }

  /** What bounds a cursor that gathers what it reads. */
  GatheringLimits gatheringLimits() {
    return new GatheringLimits(MemoryLimit.OPERATOR.bytes(), cancellation());
  }

  /** Where nodes say what they did. */
  Measurements measurements() {
    return measurements;
  }

  /** Makes nodes say what they did. */
  void measureInto(Measurements newMeasurements) {
    measurements = newMeasurements;
  }

  public ConsumedCapacity consumed() {
    return consumed;
  }

  long itemsRead() {
    return itemsRead;
  }

  /** Tells the statement to stop. */
  Cancellation cancellation() {
    return request.cancellation();
  }

  /** Raises when the statement is to stop. */
  void checkCancellation() {
    request.cancellation().check();
  }

  /** Gets items by key. */
  public GetResult get(GetRequest get) {
    GetResult result = view().getItems(get);
    for (@Nullable Item item : result.items()) {
      itemsRead += item == null ? 0 : 1;
    }
    consumed = consumed.plus(result.consumed());
    return result;
  }

  /** Reads a page of an item collection. */
  public Page query(QueryRequest query) {
    return counted(view().query(query));
  }

  /** Reads a page of a whole table or index. */
  public Page scan(ScanRequest scan) {
    return counted(view().scan(scan));
  }

  private Page counted(Page page) {
    itemsRead += page.itemsRead();
    consumed = consumed.plus(page.consumed());
    return page;
  }

  private ReadView view() {
    checkCancellation();
    if (closed) {
      throw new IllegalStateException("the statement's snapshot is closed");
    }
    @Nullable ReadView open = view;
    if (open == null) {
      open = views.get();
      view = open;
    }
    return open;
  }

  /** Ends the snapshot; the next read is from a new one. */
  void forgetSnapshot() {
    @Nullable ReadView open = view;
    view = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void close() {
    closed = true;
    forgetSnapshot();
  }
}
