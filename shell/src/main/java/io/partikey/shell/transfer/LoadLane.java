package io.partikey.shell.transfer;

import io.partikey.engine.item.MemorySize;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * One of the ways that items take to the database: a batch that is being filled, and a thread that
 * writes full ones over a connection of its own, in their order.
 *
 * <p>Items are added by one thread.
 */
final class LoadLane implements AutoCloseable {
  /** Most items of a batch. */
  private static final int BATCH = 1000;

  /** The bytes of memory at which a batch is full: all that wait take no more than an eighth. */
  private static final long BATCH_BYTES = Runtime.getRuntime().maxMemory() / 64;

  /** Batches that may wait or be written, so that a fast reader does not fill the memory. */
  private static final int IN_FLIGHT = 3;

  private final BatchWriter writer;
  private final Rejections rejections;
  private final LongAdder written;
  private final ExecutorService thread;
  private final Semaphore room = new Semaphore(IN_FLIGHT);

  /** Whether a write failed for good; used by the lane's thread alone. */
  private boolean stopped;

  private List<SourceItem> batch = new ArrayList<>();
  private long batchBytes;

  /**
   * A lane that owns its writer.
   *
   * @param written counts the items that were written
   */
  LoadLane(BatchWriter writer, Rejections rejections, LongAdder written) {
    this.writer = writer;
    this.rejections = rejections;
    this.written = written;
    this.thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread worker = new Thread(task, "partikey-import");
              worker.setDaemon(true);
              return worker;
            });
  }

  /** Adds an item; waits while too much is under way. */
  void add(SourceItem item) throws InterruptedException {
    batch.add(item);
    batchBytes += MemorySize.of(item.item());
    if (batch.size() == BATCH || batchBytes > BATCH_BYTES) {
      send();
    }
  }

  private void send() throws InterruptedException {
    List<SourceItem> full = batch;
    batch = new ArrayList<>();
    batchBytes = 0;
    room.acquire();
    thread.execute(
        () -> {
          try {
            write(full);
          } finally {
            room.release();
          }
        });
  }

  private void write(List<SourceItem> items) {
    if (stopped) {
      return;
    }
    try {
      BatchWriter.Result result = writer.write(items, rejections.remaining());
      written.add(result.written());
      for (BatchWriter.Rejected rejected : result.rejected()) {
        stopped |= !rejections.add(rejected.description());
      }
    } catch (SQLException failed) {
      rejections.stop(String.valueOf(failed.getMessage()));
      stopped = true;
    }
  }

  /** Writes what is left and waits until everything is written. */
  void finish() throws InterruptedException {
    if (!batch.isEmpty()) {
      send();
    }
    room.acquire(IN_FLIGHT);
    room.release(IN_FLIGHT);
  }

  @Override
  public void close() throws SQLException {
    thread.shutdown();
    try {
      thread.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    writer.close();
  }
}
