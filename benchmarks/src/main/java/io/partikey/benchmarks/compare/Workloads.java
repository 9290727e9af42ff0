package io.partikey.benchmarks.compare;

import java.util.List;

/** All that can be measured, in the order of the report. */
final class Workloads {
  private static final int COLD = 20;

  static final List<Workload> ALL =
      List.of(
          Workload.of("point-1", Action.GET),
          Workload.of("point-2", Action.GET).by(2),
          Workload.of("point-8", Action.GET).by(8),
          Workload.of("point-zipf", Action.GET).with(Distribution.ZIPF),
          Workload.of("point-4k", Action.GET).shaped(Shape.LARGE).sized(0.1),
          Workload.of("point-cold-1", Action.GET).sized(COLD),
          Workload.of("point-cold-2", Action.GET).sized(COLD).by(2),
          Workload.of("point-cold-zipf", Action.GET).sized(COLD).with(Distribution.ZIPF),
          Workload.of("collection", Action.COLLECTION),
          Workload.of("collection-zipf", Action.COLLECTION).with(Distribution.ZIPF),
          Workload.of("collection-4k", Action.COLLECTION).shaped(Shape.LARGE).sized(0.1),
          Workload.of("collection-cold", Action.COLLECTION).sized(COLD),
          Workload.of("query", Action.QUERY),
          Workload.of("query-cold", Action.QUERY).sized(COLD),
          Workload.of("index", Action.INDEX),
          Workload.of("index-covering", Action.INDEX).with(Index.COVERING),
          Workload.of("join", Action.JOIN),
          Workload.of("insert-durable-1", Action.INSERT).onDisk(),
          Workload.of("insert-durable-32", Action.INSERT).onDisk().by(32),
          Workload.of("insert-periodic", Action.INSERT),
          Workload.of("insert-periodic-2", Action.INSERT).by(2),
          Workload.of("insert-4k", Action.INSERT).shaped(Shape.LARGE).sized(0.1),
          Workload.of("update", Action.UPDATE),
          Workload.of("transaction", Action.TRANSACTION),
          Workload.of("load", Action.LOAD).sized(0.5),
          Workload.of("import", Action.IMPORT).sized(0.5),
          growth("10k", 0.1),
          growth("100k", 1),
          growth("2m", COLD),
          growth("10m", 100));

  private Workloads() {}

  /**
   * The workload of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Workload named(String name) {
    return ALL.stream()
        .filter(workload -> workload.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no workload " + name + "; --list names all of them."));
  }

  /** Gets as a table grows; the size in the name is that of a run with the usual items. */
  private static Workload growth(String name, double size) {
    return Workload.of("growth-" + name, Action.GET).sized(size).with(Index.NONE).inItsOwnJvm();
  }
}
