package io.partikey.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every store does every workload that it takes part in; operations check their rows themselves.
 */
final class StoresTest {
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BASE")
  void doesItsWorkloads(Peer peer, @TempDir Path directory) throws Exception {
    Databases databases = new Databases(directory, "");
    Set<String> distinct =
        Set.of(
            "point-2",
            "collection",
            "query",
            "index-covering",
            "join",
            "insert-durable-1",
            "insert-4k",
            "update",
            "transaction",
            "load",
            "import");
    for (Workload workload : Workloads.ALL) {
      if (!distinct.contains(workload.name())
          || (peer != Peer.PARTIKEY && !workload.peers().contains(peer))) {
        continue;
      }
      Orders orders = new Orders(200, workload.shape());
      Databases.Opened opened = databases.open(peer, workload, orders);
      try (Contestant contestant = new Contestant(opened.store(), workload)) {
        Keys keys = new Keys(orders, Distribution.ZIPF, 7);
        Keys others = new Keys(orders, Distribution.UNIFORM, 8);
        Round round = contestant.run(List.of(keys, others), Duration.ofMillis(1));

        assertThat(round.perSecond()).as(workload.name()).isPositive();
        assertThat(round.p99Micros()).isGreaterThanOrEqualTo(round.medianMicros());
        assertThat(round.allocatedBytes()).isPositive();
      }
      databases.discard(opened);
    }
  }
}
