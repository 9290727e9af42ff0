package io.partikey.shell.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  @Test
  void showsRateAndWhatIsLeft() {
    assertThat(ProgressBar.line(0.47, 117_500, Duration.ofSeconds(4)))
        .isEqualTo("[=========>          ]  47%  117,500 items  29,375/s  0:05 left");
    assertThat(ProgressBar.line(1, 250_000, Duration.ofSeconds(8)))
        .isEqualTo("[====================] 100%  250,000 items  31,250/s");
  }

  @Test
  void drawsNothingWithoutATerminal() {
    StringWriter out = new StringWriter();
    ProgressBar bar = new ProgressBar(new PrintWriter(out), false, Clock.systemUTC());
    bar.update(0.5, 10);
    bar.clear();
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void takesItselfAway() {
    StringWriter out = new StringWriter();
    ProgressBar bar = new ProgressBar(new PrintWriter(out), true, Clock.systemUTC());
    bar.update(0.5, 10);
    String drawn = out.toString();
    bar.clear();
    assertThat(out.toString()).isEqualTo(drawn + "\r" + " ".repeat(drawn.length() - 1) + "\r");
  }
}
