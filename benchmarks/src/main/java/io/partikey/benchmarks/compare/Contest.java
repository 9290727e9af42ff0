package io.partikey.benchmarks.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What one JVM measured: a workload by PartiKey and a peer in alternating rounds, or by one store
 * alone.
 *
 * @param workload the name of the workload
 * @param items how many items the table had
 * @param entries what each store gave
 * @param others how much of the machine's processors others used meanwhile, from 0 to 1
 */
record Contest(String workload, int items, List<Entry> entries, double others) {
  /**
   * What one store gave.
   *
   * @param store the {@link Peer#id}
   * @param rounds its rounds, without those that warm up
   * @param diskBytesAnItem what its files held after the rounds, for each item
   * @param residentMegabytes the memory of the JVM after the rounds; of all its stores together
   */
  record Entry(String store, List<Round> rounds, double diskBytesAnItem, double residentMegabytes) {
    /** The spread of a figure. */
    Spread spread(ToDoubleFunction<Round> figure) {
      return Spread.of(rounds.stream().mapToDouble(figure).toArray());
    }
  }

  /** What a store gave, if it took part. */
  Optional<Entry> entry(Peer peer) {
    return entries.stream().filter(entry -> entry.store().equals(peer.id())).findFirst();
  }

  /** How many times as fast as a peer PartiKey was, round by round. */
  Optional<Spread> ratio(Peer peer, Speed speed) {
    Optional<Entry> own = entry(Peer.PARTIKEY);
    Optional<Entry> other = entry(peer);
    if (own.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    double[] ratios = new double[own.get().rounds().size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = speed.of(own.get().rounds().get(i)) / speed.of(other.get().rounds().get(i));
    }
    return Optional.of(Spread.of(ratios));
  }
}
