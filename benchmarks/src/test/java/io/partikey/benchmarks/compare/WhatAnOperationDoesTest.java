package io.partikey.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What must not grow, counted: what an operation through JDBC allocates, how often it calls
 * RocksDB's native library, takes a lock, and takes a snapshot. Times are not asked for. Who lowers
 * a count lowers its bound in the same commit.
 */
final class WhatAnOperationDoesTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int WARM_UP = 200;
  private static final int BATCHES = 4;
  private static final int BATCH = 50;

  /** The most of each for one operation; bytes have a tenth of room for other JVMs. */
  enum Bound {
    GET(Action.GET, 12_100, 8, 9, 1),
    COLLECTION_OF_100(Action.COLLECTION, 340_000, 324, 117, 1),
    QUERY_OF_20(Action.QUERY, 78_500, 83, 37, 1),
    INDEX_OF_20(Action.INDEX, 77_500, 84, 37, 1),
    JOIN_OF_100(Action.JOIN, 480_000, 325, 217, 1),
    INSERT(Action.INSERT, 17_000, 10, 9, 0),
    UPDATE(Action.UPDATE, 22_200, 6, 9, 0),
    TRANSACTION_OF_4(Action.TRANSACTION, 86_500, 22, 34, 1);

    private final Action action;
    private final long bytes;
    private final long nativeCalls;
    private final long locks;
    private final long snapshots;

    Bound(Action action, long bytes, long nativeCalls, long locks, long snapshots) {
      this.action = action;
      this.bytes = bytes;
      this.nativeCalls = nativeCalls;
      this.locks = locks;
      this.snapshots = snapshots;
    }
  }

  private static final Orders ORDERS = new Orders(2000, Shape.SMALL);
  private static Store store = new HeapStore();

  @BeforeAll
  static void fill(@TempDir Path directory) throws Exception {
    store = new PartiKeyStore(driver(new CountingClassLoader()), directory);
    store.fill(ORDERS, Index.PLAIN);
  }

  private static Driver driver(ClassLoader loader) throws ReflectiveOperationException {
    return loader
        .loadClass("io.partikey.jdbc.PartiKeyDriver")
        .asSubclass(Driver.class)
        .getDeclaredConstructor()
        .newInstance();
  }

  @Test
  void aGetByKeyLoadsNothingOfCalcite() throws Exception {
    CountingClassLoader fresh = new CountingClassLoader();
    try (Connection connection =
            driver(fresh).connect("jdbc:partikey:mem:?plannerWarmup=false", new Properties());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE Items (a STRING, b NUMBER, PRIMARY KEY (a, b))");
      statement.execute("INSERT INTO Items VALUE {'a': 'x', 'b': 1}");
      try (PreparedStatement get =
          connection.prepareStatement("SELECT * FROM Items WHERE a = ? AND b = ?")) {
        get.setString(1, "x");
        get.setInt(2, 1);
        try (ResultSet rows = get.executeQuery()) {
          assertThat(rows.next()).isTrue();
        }
      }
    }

    assertThat(fresh.loaded("io.partikey")).isPositive();
    assertThat(fresh.loaded("org.apache.calcite")).isZero();
  }

  @AfterAll
  static void close() throws Exception {
    store.close();
  }

  @ParameterizedTest
  @EnumSource
  void staysWithin(Bound bound) throws Exception {
    Operation operation = store.operation(bound.action, false);
    Keys keys = new Keys(ORDERS, Distribution.UNIFORM, 1);
    repeat(operation, keys, WARM_UP);
    long bytes = Long.MAX_VALUE;
    for (int i = 0; i < BATCHES; i++) {
      bytes = Math.min(bytes, allocated(operation, keys));
    }
    Counts.Total total = counted(operation, keys);

    assertThat(total.nativeCalls()).as("native calls, which show that it counts").isPositive();
    assertThat(bytes).as("bytes allocated").isLessThanOrEqualTo(bound.bytes);
    assertThat(total.nativeCalls()).as("native calls").isLessThanOrEqualTo(bound.nativeCalls);
    assertThat(total.locks()).as("locks").isLessThanOrEqualTo(bound.locks);
    assertThat(total.snapshots()).as("snapshots").isLessThanOrEqualTo(bound.snapshots);
  }

  /** The least of each, since now and then an operation finds some bookkeeping to do. */
  private static Counts.Total counted(Operation operation, Keys keys) throws Exception {
    Counts.Total least = Counts.of(() -> operation.run(keys));
    for (int i = 0; i < BATCHES; i++) {
      least = least.least(Counts.of(() -> operation.run(keys)));
    }
    return least;
  }

  private static long allocated(Operation operation, Keys keys) throws Exception {
    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    repeat(operation, keys, BATCH);
    return (THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / BATCH;
  }

  private static void repeat(Operation operation, Keys keys, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      operation.run(keys);
    }
  }
}
