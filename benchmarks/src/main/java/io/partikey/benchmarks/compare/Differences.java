package io.partikey.benchmarks.compare;

import java.util.Locale;
import java.util.Optional;

/**
 * In what two reports differ beyond the spread of their rounds: where the worst round of one is
 * better than the best of the other. By chance alone two times five rounds do that once in 126
 * times. Speed is compared as ratio to a peer, which machines that are faster today do not change.
 */
final class Differences {
  /** What is measured once differs if it does so by more than this share. */
  private static final double ONCE = 0.03;

  private final Report before;
  private final Report after;
  private final Speed speed;
  private final Table table = new Table("workload", "figure", "before", "after", "");
  private int same;
  private int worse;

  Differences(Report before, Report after, Speed speed) {
    this.before = before;
    this.after = after;
    this.speed = speed;
    for (String name : before.workloads()) {
      if (after.workloads().contains(name)) {
        compare(name);
      }
    }
  }

  /** Whether a figure is worse after than before. */
  boolean anyWorse() {
    return worse > 0;
  }

  private void compare(String name) {
    if (Workloads.named(name).alone()) {
      compareAlone(name);
      return;
    }
    for (Peer peer : Peer.values()) {
      compare(name, "times " + peer.label(), report -> report.ratio(name, peer, speed), true);
    }
    compare(
        name,
        "bytes allocated",
        report ->
            report.entry(name, Peer.PARTIKEY).map(entry -> entry.spread(Round::allocatedBytes)),
        false);
  }

  private void compareAlone(String name) {
    compare(
        name,
        "p50 µs",
        report -> report.entry(name, Peer.PARTIKEY).map(entry -> entry.spread(Round::medianMicros)),
        false);
    compare(
        name,
        "resident MB",
        report -> report.entry(name, Peer.PARTIKEY).map(entry -> once(entry.residentMegabytes())),
        false);
    compare(
        name,
        "disk bytes an item",
        report -> report.entry(name, Peer.PARTIKEY).map(entry -> once(entry.diskBytesAnItem())),
        false);
  }

  private static Spread once(double value) {
    return new Spread(value * (1 - ONCE / 2), value, value * (1 + ONCE / 2));
  }

  private interface Figure {
    Optional<Spread> of(Report report);
  }

  private void compare(String workload, String name, Figure figure, boolean moreIsBetter) {
    Optional<Spread> old = figure.of(before);
    Optional<Spread> now = figure.of(after);
    if (old.isEmpty() || now.isEmpty()) {
      return;
    }
    boolean more = now.get().isAbove(old.get());
    if (!more && !old.get().isAbove(now.get())) {
      same++;
      return;
    }
    boolean better = more == moreIsBetter;
    worse += better ? 0 : 1;
    table.row(workload, name, text(old.get()), text(now.get()), better ? "better" : "worse");
  }

  private static String text(Spread spread) {
    return spread.median() < 100
        ? spread.asRatio()
        : String.format(
            Locale.ROOT, "%,.0f (%,.0f–%,.0f)", spread.median(), spread.low(), spread.high());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (!before.machine().equals(after.machine())) {
      text.append("Measured on different machines: ")
          .append(before.machine())
          .append(" and ")
          .append(after.machine())
          .append(".\n");
    }
    if (!comparable(before.effort(), after.effort())) {
      text.append("Measured with different options: ")
          .append(before.effort())
          .append(" and ")
          .append(after.effort())
          .append(".\n");
    }
    if (!table.isEmpty()) {
      text.append(table);
    }
    return text.append(same)
        .append(" figures of ")
        .append(before.commit())
        .append(" and ")
        .append(after.commit())
        .append(" do not differ beyond the spread of their rounds.\n")
        .toString();
  }

  private static boolean comparable(Effort one, Effort other) {
    return one.items() == other.items()
        && one.seconds() == other.seconds()
        && one.heap().equals(other.heap());
  }
}
