package io.partikey.benchmarks.compare;

import org.jspecify.annotations.Nullable;

/**
 * What one thread does that costs more than a method call. Classes of a {@link CountingClassLoader}
 * tell it, which is why it is public.
 */
public final class Counts {
  private static volatile @Nullable Thread counted;
  private static long nativeCalls;
  private static long locks;
  private static long snapshots;

  private Counts() {}

  /** A call from Java into RocksDB's native library. */
  public static void nativeCall() {
    if (Thread.currentThread() == counted) {
      nativeCalls++;
    }
  }

  /** A lock or a monitor that is taken, or tried. */
  public static void lock() {
    if (Thread.currentThread() == counted) {
      locks++;
    }
  }

  /** A snapshot of RocksDB. */
  public static void snapshot() {
    if (Thread.currentThread() == counted) {
      snapshots++;
    }
  }

  /** How often each happened. */
  record Total(long nativeCalls, long locks, long snapshots) {
    /** The smaller of each. */
    Total least(Total other) {
      return new Total(
          Math.min(nativeCalls, other.nativeCalls),
          Math.min(locks, other.locks),
          Math.min(snapshots, other.snapshots));
    }
  }

  /** What may fail. */
  interface Work {
    void run() throws Exception;
  }

  /** Counts what this thread does in some work. */
  static Total of(Work work) throws Exception {
    nativeCalls = 0;
    locks = 0;
    snapshots = 0;
    counted = Thread.currentThread();
    try {
      work.run();
    } finally {
      counted = null;
    }
    return new Total(nativeCalls, locks, snapshots);
  }
}
