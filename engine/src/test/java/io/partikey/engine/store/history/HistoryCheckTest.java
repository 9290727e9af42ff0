package io.partikey.engine.store.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.store.history.Anomaly.Kind;
import io.partikey.engine.store.history.Operation.Append;
import io.partikey.engine.store.history.Operation.Read;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Histories made by hand, of which all but the first show what may not be. */
class HistoryCheckTest {
  @Test
  void findsNothingInASerialHistory() {
    assertThat(
            anomalies(
                committed("T1", new Append(1, 11), new Append(2, 21)),
                committed("T2", read(1, 11), new Append(1, 12), read(1, 11, 12)),
                aborted("T3", read(1, 11), new Append(1, 13)),
                committed("T4", read(1, 11, 12), read(2, 21)),
                committed("T5", read(2, 21), new Append(2, 22)),
                end(read(1, 11, 12), read(2, 21, 22))))
        .isEmpty();
  }

  @Test
  void findsElementsThatNobodyAppended() {
    assertKinds(Kind.GARBAGE, committed("T1", new Append(1, 11)), committed("T2", read(1, 11, 99)));
    assertKinds(Kind.GARBAGE, committed("T1", new Append(1, 11)), committed("T2", read(1, 11, 11)));
  }

  @Test
  void findsReadsThatContradictEachOther() {
    assertKinds(
        Kind.INCOMPATIBLE_ORDER,
        committed("T1", new Append(1, 11)),
        committed("T2", new Append(1, 12)),
        committed("T3", read(1, 11, 12)),
        committed("T4", read(1, 12, 11)));
  }

  @Test
  void findsATransactionThatDoesNotSeeItself() {
    assertKinds(Kind.INTERNAL, committed("T1", new Append(1, 11), read(1)), end(read(1, 11)));
    assertKinds(
        Kind.INTERNAL,
        committed("T1", new Append(1, 11)),
        committed("T2", read(1), read(1, 11)),
        end(read(1, 11)));
  }

  @Test
  void findsAbortedReads() {
    assertKinds(
        Kind.G1A_ABORTED_READ, aborted("T1", new Append(1, 11)), committed("T2", read(1, 11)));
  }

  @Test
  void findsIntermediateReads() {
    assertKinds(
        Kind.G1B_INTERMEDIATE_READ,
        committed("T1", new Append(1, 11), new Append(1, 12)),
        committed("T2", read(1, 11)),
        end(read(1, 11, 12)));
  }

  @Test
  void findsLostAppends() {
    assertKinds(
        Kind.LOST_APPEND,
        committed("T1", read(1), new Append(1, 11)),
        committed("T2", read(1), new Append(1, 12)),
        end(read(1, 12)));
  }

  @Test
  void findsWriteCycles() {
    assertThat(
            anomalies(
                committed("T1", new Append(1, 11), new Append(2, 21)),
                committed("T2", new Append(1, 12), new Append(2, 22)),
                end(read(1, 11, 12), read(2, 22, 21))))
        .containsExactly(
            new Anomaly(
                Kind.G0_WRITE_CYCLE,
                "T1 appended before T2 (key 1), T2 appended before T1 (key 2)"));
  }

  @Test
  void findsCircularInformationFlow() {
    assertThat(
            anomalies(
                committed("T1", new Append(1, 11), read(2, 21)),
                committed("T2", new Append(2, 21), read(1, 11)),
                end(read(1, 11), read(2, 21))))
        .containsExactly(
            new Anomaly(
                Kind.G1C_CIRCULAR_INFORMATION_FLOW,
                "T2 was read by T1 (key 2), T1 was read by T2 (key 1)"));
  }

  @Test
  void findsReadSkew() {
    assertThat(
            anomalies(
                committed("T1", new Append(1, 11), new Append(2, 21)),
                committed("T2", read(1), read(2, 21)),
                end(read(1, 11), read(2, 21))))
        .containsExactly(
            new Anomaly(
                Kind.G_SINGLE_READ_SKEW,
                "T2 did not see the append of T1 (key 1), T1 was read by T2 (key 2)"));
  }

  @Test
  void findsWriteSkew() {
    assertThat(
            anomalies(
                committed("T1", read(1), read(2), new Append(1, 11)),
                committed("T2", read(1), read(2), new Append(2, 21)),
                end(read(1, 11), read(2, 21))))
        .containsExactly(
            new Anomaly(
                Kind.G2_ANTI_DEPENDENCY_CYCLE,
                "T1 did not see the append of T2 (key 2), T2 did not see the append of T1 (key"
                    + " 1)"));
  }

  @Test
  void findsACycleOfMany() {
    assertKinds(
        Kind.G2_ANTI_DEPENDENCY_CYCLE,
        committed("T1", read(1), new Append(2, 21)),
        committed("T2", read(2), new Append(3, 31)),
        committed("T3", read(3), new Append(1, 11)),
        end(read(1, 11), read(2, 21), read(3, 31)));
  }

  private static void assertKinds(Kind kind, HistoryTransaction... history) {
    assertThat(anomalies(history)).isNotEmpty().allMatch(anomaly -> anomaly.kind() == kind);
  }

  private static List<Anomaly> anomalies(HistoryTransaction... history) {
    return HistoryCheck.anomalies(List.of(history));
  }

  private static HistoryTransaction committed(String name, Operation... operations) {
    return new HistoryTransaction(name, true, List.of(operations));
  }

  private static HistoryTransaction aborted(String name, Operation... operations) {
    return new HistoryTransaction(name, false, List.of(operations));
  }

  private static HistoryTransaction end(Operation... operations) {
    return committed("end", operations);
  }

  private static Read read(int key, Integer... elements) {
    return new Read(key, List.of(elements));
  }
}
