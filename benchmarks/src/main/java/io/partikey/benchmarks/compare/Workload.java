package io.partikey.benchmarks.compare;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What is measured, and on which data.
 *
 * @param name its name in options, tables and files
 * @param action what is done
 * @param threads by how many threads
 * @param size the items of the table, as a multiple of the run's {@code --items}
 * @param shape how large items are
 * @param index the index that the table has
 * @param distribution which keys are asked for
 * @param durable whether writes are on disk when they are acknowledged
 * @param alone whether each store has a JVM for itself, so that its memory can be told
 */
record Workload(
    String name,
    Action action,
    int threads,
    double size,
    Shape shape,
    Index index,
    Distribution distribution,
    boolean durable,
    boolean alone) {

  /** One on the usual table: by one thread, small items, an index, all keys alike. */
  static Workload of(String name, Action action) {
    return new Workload(
        name, action, 1, 1, Shape.SMALL, Index.PLAIN, Distribution.UNIFORM, false, false);
  }

  Workload by(int threads) {
    return new Workload(name, action, threads, size, shape, index, distribution, durable, alone);
  }

  Workload sized(double size) {
    return new Workload(name, action, threads, size, shape, index, distribution, durable, alone);
  }

  Workload shaped(Shape shape) {
    return new Workload(name, action, threads, size, shape, index, distribution, durable, alone);
  }

  Workload with(Index index) {
    return new Workload(name, action, threads, size, shape, index, distribution, durable, alone);
  }

  Workload with(Distribution distribution) {
    return new Workload(name, action, threads, size, shape, index, distribution, durable, alone);
  }

  Workload onDisk() {
    return new Workload(name, action, threads, size, shape, index, distribution, true, alone);
  }

  Workload inItsOwnJvm() {
    return new Workload(name, action, threads, size, shape, index, distribution, durable, true);
  }

  /** The stores beside PartiKey that can do it, and of which it says something. */
  Set<Peer> peers() {
    Set<Peer> peers = EnumSet.of(Peer.SQLITE, Peer.H2, Peer.BASE);
    if (alone) {
      peers.remove(Peer.H2);
      return peers;
    }
    if (durable) {
      peers.remove(Peer.H2);
    }
    if (action == Action.IMPORT) {
      peers.remove(Peer.BASE);
    }
    if (!action.writes()) {
      peers.add(Peer.SQLITE_TUNED);
    }
    if (Set.of(Action.GET, Action.COLLECTION, Action.QUERY, Action.INSERT).contains(action)) {
      peers.add(Peer.ROCKSDB);
    }
    // A map of all items of a large table would need a heap of another size.
    if (action == Action.GET && size <= 1) {
      peers.add(Peer.HEAP);
    }
    return peers;
  }

  /** How many items the table has. */
  int items(int usual) {
    return (int) Math.min(Integer.MAX_VALUE / 2, Math.round(usual * size));
  }

  /** Whether it is meant by a name: its own, or the beginning of it up to a hyphen. */
  boolean is(String given) {
    return name.equals(given) || name.startsWith(given + "-");
  }

  /** What it is, in one line. */
  String describe() {
    StringBuilder text = new StringBuilder(String.format("%-18s %s", name, action.text()));
    text.append(shape == Shape.LARGE ? "; items of 4 KB" : "");
    text.append(threads > 1 ? "; " + threads + " threads" : "");
    text.append(size == 1 ? "" : String.format(Locale.ROOT, "; %,d items", items(Effort.ITEMS)));
    text.append(distribution == Distribution.ZIPF ? "; some keys far more often" : "");
    text.append(index == Index.COVERING ? "; the peers' index holds the whole order" : "");
    text.append(index == Index.NONE ? "; without index" : "");
    text.append(durable ? "; on disk when acknowledged" : "");
    text.append(alone ? "; alone in its JVM" : "");
    return text.toString();
  }
}
