package io.partikey.benchmarks.compare;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One store at one workload: threads with an operation each, which run rounds. */
final class Contestant implements AutoCloseable {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Store store;
  private final List<Operation> operations = new ArrayList<>();
  private final ExecutorService threads;

  /** Whether the work is done by other threads, too, so that only the process knows its time. */
  private final boolean processOnly;

  /** Takes a store over. */
  Contestant(Store store, Workload workload) throws Exception {
    this.store = store;
    for (int i = 0; i < workload.threads(); i++) {
      operations.add(store.operation(workload.action(), workload.durable()));
    }
    processOnly = workload.action().fillsATable();
    threads = Executors.newFixedThreadPool(workload.threads());
  }

  private record Share(
      int units, long nanos, long processor, long allocated, Latencies latencies) {}

  /** Runs all threads for a time, each with keys of its own, and each at least once. */
  Round run(List<Keys> keys, Duration time) throws Exception {
    for (Operation operation : operations) {
      operation.prepare();
    }
    long processor = PROCESS.getProcessCpuTime();
    CyclicBarrier start = new CyclicBarrier(operations.size());
    List<Future<Share>> running = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      Operation operation = operations.get(i);
      Keys own = keys.get(i);
      running.add(threads.submit(() -> share(operation, own, start, time.toNanos())));
    }
    List<Share> shares = new ArrayList<>();
    for (Future<Share> each : running) {
      shares.add(each.get());
    }
    return sum(
        shares,
        processOnly
            ? PROCESS.getProcessCpuTime() - processor
            : shares.stream().mapToLong(Share::processor).sum());
  }

  private static Share share(Operation operation, Keys keys, CyclicBarrier start, long time)
      throws Exception {
    Latencies latencies = new Latencies();
    start.await();
    long processor = THREADS.getCurrentThreadCpuTime();
    long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    int units = 0;
    long began = System.nanoTime();
    long before = began;
    do {
      units += operation.run(keys);
      long now = System.nanoTime();
      latencies.add(now - before);
      before = now;
    } while (before - began < time);
    return new Share(
        units,
        before - began,
        THREADS.getCurrentThreadCpuTime() - processor,
        THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated,
        latencies);
  }

  private static Round sum(List<Share> shares, long processorNanos) {
    double units = shares.stream().mapToInt(Share::units).sum();
    double perSecond = shares.stream().mapToDouble(s -> s.units() * 1e9 / s.nanos()).sum();
    double allocated = shares.stream().mapToLong(Share::allocated).sum();
    int[] latencies = Latencies.sorted(shares.stream().map(Share::latencies).toList());
    return new Round(
        perSecond,
        latencies[latencies.length / 2] / 1e3,
        latencies[latencies.length * 99 / 100] / 1e3,
        allocated / units,
        processorNanos / 1e3 / units);
  }

  @Override
  public void close() throws SQLException {
    threads.shutdown();
    store.close();
  }
}
