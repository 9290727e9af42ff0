package io.partikey.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two reports differ where their rounds do not overlap. */
final class DifferencesTest {
  private static final Machine MACHINE = new Machine("p", 2, 24, "Linux", "JVM", "ext4");

  @Test
  void tellsWhatIsBetter() {
    Differences differences =
        differences(
            report(contest("point-1", new double[] {10, 11, 12}, 1000)),
            report(contest("point-1", new double[] {13, 14, 15}, 1000)));

    assertThat(differences)
        .hasToString(
            """
            | workload | figure       | before           | after            |        |
            |----------|--------------|------------------|------------------|--------|
            | point-1  | times SQLite | 1.10 (1.00–1.20) | 1.40 (1.30–1.50) | better |
            2 figures of before and before do not differ beyond the spread of their rounds.
            """);
    assertThat(differences.anyWorse()).isFalse();
  }

  @Test
  void tellsWhatIsWorse() {
    Differences differences =
        differences(
            report(contest("point-1", new double[] {10, 11, 12}, 1000)),
            report(contest("point-1", new double[] {10, 11, 12}, 1200)));

    assertThat(differences.toString()).contains("bytes allocated").contains("worse");
    assertThat(differences.anyWorse()).isTrue();
  }

  @Test
  void overlappingRoundsDoNotDiffer() {
    Differences differences =
        differences(
            report(contest("point-1", new double[] {10, 11, 12}, 1000)),
            report(contest("point-1", new double[] {12, 13, 14}, 1000)));

    assertThat(differences)
        .hasToString(
            "3 figures of before and before do not differ beyond the spread of their rounds.\n");
  }

  @Test
  void comparesByProcessorTimeIfAsked() {
    Report report = report(contest("point-1", new double[] {10, 11, 12}, 1000));

    assertThat(report.ratio("point-1", Peer.SQLITE, Speed.BY_PROCESSOR))
        .hasValue(new Spread(0.5, 0.5, 0.5));
  }

  private static Differences differences(Report before, Report after) {
    return new Differences(before, after, Speed.BY_CLOCK);
  }

  private static Report report(Contest... contests) {
    return new Report(
        "before",
        "2026-12-01",
        MACHINE,
        new Effort(Effort.ITEMS, 3, 0.5, "1g", 1),
        List.of(contests));
  }

  private static Contest contest(String workload, double[] perSecond, double bytes) {
    List<Round> own =
        Arrays.stream(perSecond).mapToObj(each -> new Round(each, 5, 9, bytes, 10)).toList();
    List<Round> peer =
        Arrays.stream(perSecond).mapToObj(each -> new Round(10, 5, 9, 100, 5)).toList();
    return new Contest(
        workload,
        100,
        List.of(new Contest.Entry("partikey", own, 0, 0), new Contest.Entry("sqlite", peer, 0, 0)),
        0);
  }
}
