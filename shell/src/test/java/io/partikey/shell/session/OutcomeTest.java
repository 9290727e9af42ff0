package io.partikey.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  @Test
  void saysWhatWasReadAndWhatItCost() {
    Outcome outcome = outcome(OptionalLong.of(3), OptionalLong.empty(), new Cost(3, 0.5, 0));
    assertThat(outcome.summary(Settings.DEFAULT)).isEqualTo("3 rows · 0.5 RU · 4 ms");
  }

  @Test
  void saysHowManyItemsWereReadForFewerRows() {
    Outcome outcome = outcome(OptionalLong.of(1), OptionalLong.empty(), new Cost(12_000, 1500, 0));
    assertThat(outcome.summary(Settings.DEFAULT))
        .isEqualTo("1 row · 12,000 items read · 1,500 RU · 4 ms");
  }

  @Test
  void saysWhatWasChanged() {
    Outcome outcome = outcome(OptionalLong.empty(), OptionalLong.of(1), new Cost(0, 0, 1));
    assertThat(outcome.summary(Settings.DEFAULT)).isEqualTo("1 item changed · 1 WU · 4 ms");
    assertThat(outcome.summary(Settings.DEFAULT.withCapacity(false).withTiming(false)))
        .isEqualTo("1 item changed");
  }

  @Test
  void saysThatDefinitionsAreDone() {
    Outcome outcome = outcome(OptionalLong.empty(), OptionalLong.empty(), new Cost(0, 0, 0));
    assertThat(outcome.summary(Settings.DEFAULT)).isEqualTo("done · 4 ms");
  }

  @Test
  void writesTimesAsTheyAreRead() {
    assertThat(Counts.duration(Duration.ofMillis(999))).isEqualTo("999 ms");
    assertThat(Counts.duration(Duration.ofMillis(1250))).isEqualTo("1.25 s");
    assertThat(Counts.duration(Duration.ofSeconds(125))).isEqualTo("2:05 min");
  }

  private static Outcome outcome(OptionalLong rows, OptionalLong changed, Cost cost) {
    return new Outcome(rows, changed, cost, Duration.ofMillis(4));
  }
}
