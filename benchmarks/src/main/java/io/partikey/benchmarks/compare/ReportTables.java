package io.partikey.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A report for people: one table of ratios, one of stores that had a JVM for themselves. */
final class ReportTables {
  private static final List<Peer> PEERS =
      List.of(Peer.SQLITE, Peer.SQLITE_TUNED, Peer.H2, Peer.ROCKSDB, Peer.HEAP, Peer.BASE);

  private final Report report;
  private final Speed speed;

  ReportTables(Report report, Speed speed) {
    this.report = report;
    this.speed = speed;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Table table : List.of(ratios(), alone())) {
      if (!table.isEmpty()) {
        text.append(text.isEmpty() ? "" : "\n").append(table);
      }
    }
    return text.toString();
  }

  private Table ratios() {
    List<Peer> peers =
        PEERS.stream()
            .filter(
                peer ->
                    report.workloads().stream()
                        .anyMatch(name -> report.ratio(name, peer, speed).isPresent()))
            .toList();
    List<String> header =
        new ArrayList<>(List.of("workload", "items", "PartiKey/s", "p50 µs", "CPU µs", "bytes"));
    peers.forEach(peer -> header.add("to " + peer.label()));
    Table table = new Table(header.toArray(String[]::new));
    for (String name : report.workloads()) {
      Optional<Contest.Entry> own = report.entry(name, Peer.PARTIKEY);
      if (own.isEmpty() || Workloads.named(name).alone()) {
        continue;
      }
      List<String> row =
          new ArrayList<>(
              List.of(
                  name,
                  whole(report.of(name).get(0).items()),
                  median(own.get(), Round::perSecond, "%,.0f"),
                  median(own.get(), Round::medianMicros, "%.1f"),
                  median(own.get(), Round::processorMicros, "%.1f"),
                  median(own.get(), Round::allocatedBytes, "%,.0f")));
      for (Peer peer : peers) {
        row.add(report.ratio(name, peer, speed).map(Spread::asRatio).orElse(""));
      }
      table.row(row.toArray(String[]::new));
    }
    return table;
  }

  private Table alone() {
    Table table =
        new Table("workload", "items", "store", "p50 µs", "p99 µs", "resident MB", "bytes an item");
    for (String name : report.workloads()) {
      if (!Workloads.named(name).alone()) {
        continue;
      }
      for (Contest contest : report.of(name)) {
        for (Contest.Entry entry : contest.entries()) {
          table.row(
              name,
              whole(contest.items()),
              Peer.of(entry.store()).label(),
              median(entry, Round::medianMicros, "%.1f"),
              median(entry, Round::p99Micros, "%.1f"),
              whole(entry.residentMegabytes()),
              whole(entry.diskBytesAnItem()));
        }
      }
    }
    return table;
  }

  private static String median(Contest.Entry entry, ToDoubleFunction<Round> figure, String format) {
    return String.format(Locale.ROOT, format, entry.spread(figure).median());
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }
}
