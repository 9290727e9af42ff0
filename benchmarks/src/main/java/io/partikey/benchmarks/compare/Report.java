package io.partikey.benchmarks.compare;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one run of the command measured.
 *
 * @param commit the commit of this build
 * @param date the day, as {@code 2026-12-31}
 * @param machine on what
 * @param effort how much
 * @param contests what each JVM measured
 */
record Report(String commit, String date, Machine machine, Effort effort, List<Contest> contests) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  static Report read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), Report.class);
  }

  void write(Path file) throws IOException {
    JSON.writeValue(file.toFile(), this);
  }

  /** The workloads, in their order. */
  Set<String> workloads() {
    Set<String> names = new LinkedHashSet<>();
    contests.forEach(contest -> names.add(contest.workload()));
    return names;
  }

  /** The contests of a workload. */
  List<Contest> of(String workload) {
    return contests.stream().filter(contest -> contest.workload().equals(workload)).toList();
  }

  /** All rounds of a store at a workload, as one entry, if it took part. */
  Optional<Contest.Entry> entry(String workload, Peer peer) {
    List<Contest.Entry> entries =
        of(workload).stream().flatMap(contest -> contest.entry(peer).stream()).toList();
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    Contest.Entry first = entries.get(0);
    List<Round> rounds = entries.stream().flatMap(each -> each.rounds().stream()).toList();
    return Optional.of(
        new Contest.Entry(
            first.store(), rounds, first.diskBytesAnItem(), first.residentMegabytes()));
  }

  /** The ratio of PartiKey to a peer at a workload, if both took part in one JVM. */
  Optional<Spread> ratio(String workload, Peer peer, Speed speed) {
    return of(workload).stream()
        .flatMap(contest -> contest.ratio(peer, speed).stream())
        .findFirst();
  }

  /** The most that others used of the processors during a contest, from 0 to 1. */
  double others() {
    return contests.stream().mapToDouble(Contest::others).max().orElse(0);
  }

  /** Whether others left the machine alone, so that absolute figures mean something. */
  boolean isQuiet() {
    return others() < 0.1;
  }
}
