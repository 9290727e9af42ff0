package io.partikey.benchmarks.compare;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.partikey.benchmarks.compare.Databases.Opened;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The JVM in which the stores of one assignment take turns, round by round. */
final class ContestProcess {
  private final Workload workload;
  private final List<Peer> peers;
  private final Effort effort;
  private final Orders orders;
  private final Databases databases;

  private ContestProcess(Assignment assignment) {
    workload = Workloads.named(assignment.workload());
    peers = assignment.stores().stream().map(Peer::of).toList();
    effort = assignment.effort();
    orders = new Orders(workload.items(effort.items()), workload.shape());
    databases = new Databases(Path.of(assignment.directory()), assignment.base());
  }

  /** Carries out the assignment in the file of the only argument. */
  public static void main(String[] arguments) throws Exception {
    ObjectMapper json = new ObjectMapper();
    Assignment assignment = json.readValue(Path.of(arguments[0]).toFile(), Assignment.class);
    json.writeValue(Path.of(assignment.result()).toFile(), new ContestProcess(assignment).run());
    System.exit(0);
  }

  private Contest run() throws Exception {
    List<Opened> opened = new ArrayList<>();
    List<Contestant> contestants = new ArrayList<>();
    List<List<Round>> rounds = new ArrayList<>();
    for (Peer peer : peers) {
      Opened store = databases.open(peer, workload, orders);
      opened.add(store);
      contestants.add(new Contestant(store.store(), workload));
      rounds.add(new ArrayList<>());
    }
    ProcessLoad.awaitRest();
    ProcessLoad load = new ProcessLoad();
    for (int i = 0; i < Effort.WARM_UP + effort.rounds(); i++) {
      for (int turn : turns(i)) {
        Round round = contestants.get(turn).run(keys(i), duration(i));
        if (i >= Effort.WARM_UP) {
          rounds.get(turn).add(round);
        }
      }
    }
    double others = load.others();
    List<Contest.Entry> entries = new ArrayList<>();
    for (int i = 0; i < peers.size(); i++) {
      entries.add(
          new Contest.Entry(
              peers.get(i).id(),
              rounds.get(i),
              (double) Databases.bytes(opened.get(i).files()) / orders.count(),
              ProcessLoad.residentMegabytes()));
    }
    for (int i = 0; i < peers.size(); i++) {
      contestants.get(i).close();
      databases.discard(opened.get(i));
    }
    return new Contest(workload.name(), orders.count(), entries, others);
  }

  /** Every other round begins with the other store, so that none always comes second. */
  private List<Integer> turns(int round) {
    List<Integer> turns = new ArrayList<>();
    for (int i = 0; i < peers.size(); i++) {
      turns.add(i);
    }
    if (round % 2 == 1) {
      Collections.reverse(turns);
    }
    return turns;
  }

  private List<Keys> keys(int round) {
    List<Keys> keys = new ArrayList<>();
    for (int thread = 0; thread < workload.threads(); thread++) {
      long seed = effort.seed() + 1000L * round + thread;
      keys.add(new Keys(orders, workload.distribution(), seed));
    }
    return keys;
  }

  /** Rounds that warm up are longer, since the compiler needs its time. */
  private Duration duration(int round) {
    double seconds = effort.seconds() * (round < Effort.WARM_UP ? Effort.LONGER : 1);
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }
}
