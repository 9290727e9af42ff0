package io.partikey.benchmarks.compare;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs the contests of a report one after the other, each in a JVM of its own. */
final class Contests {
  /** What a JVM takes to start, open, and come to rest, in seconds. */
  private static final double OVERHEAD = 2.5;

  private static final ObjectMapper JSON = new ObjectMapper();

  private record Match(Workload workload, List<Peer> stores) {
    @Override
    public String toString() {
      return workload.name()
          + ": "
          + String.join(" and ", stores.stream().map(Peer::label).toList());
    }
  }

  private final List<Match> matches = new ArrayList<>();
  private final Effort effort;
  private final String base;
  private final Path directory;

  /** Those of some workloads with as many of some peers as can do them. */
  Contests(List<Workload> workloads, List<Peer> peers, Effort effort, String base, Path directory) {
    this.effort = effort;
    this.base = base;
    this.directory = directory;
    for (Workload workload : workloads) {
      Set<Peer> able = workload.peers();
      if (workload.alone()) {
        matches.add(new Match(workload, List.of(Peer.PARTIKEY)));
      }
      for (Peer peer : peers) {
        if (able.contains(peer)) {
          matches.add(
              new Match(workload, workload.alone() ? List.of(peer) : List.of(Peer.PARTIKEY, peer)));
        }
      }
    }
  }

  /** How much there is to do. */
  String plan() {
    double turns = matches.stream().mapToInt(match -> match.stores().size()).sum();
    double seconds =
        turns * (effort.rounds() + Effort.WARM_UP * Effort.LONGER) * effort.seconds()
            + matches.size() * OVERHEAD;
    return String.format(
        "%d contests, %.1f minutes beside filling the databases.", matches.size(), seconds / 60);
  }

  /** Runs them. */
  List<Contest> run() throws IOException, InterruptedException {
    List<Contest> contests = new ArrayList<>();
    for (int i = 0; i < matches.size(); i++) {
      System.err.printf("%d/%d %s%n", i + 1, matches.size(), matches.get(i));
      contests.add(run(matches.get(i)));
    }
    return contests;
  }

  private Contest run(Match match) throws IOException, InterruptedException {
    Path result = directory.resolve("result.json");
    Path assignment = directory.resolve("assignment.json");
    JSON.writeValue(
        assignment.toFile(),
        new Assignment(
            match.workload().name(),
            match.stores().stream().map(Peer::id).toList(),
            effort,
            base,
            directory.toString(),
            result.toString()));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + effort.heap(),
                "-cp",
                System.getProperty("java.class.path"),
                ContestProcess.class.getName(),
                assignment.toString())
            .inheritIO()
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException("It failed: " + match);
      }
    } finally {
      process.destroy();
    }
    return JSON.readValue(result.toFile(), Contest.class);
  }
}
