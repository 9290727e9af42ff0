package io.partikey.shell.transfer;

import io.partikey.shell.session.Counts;
import java.time.Duration;
import java.util.Optional;

/**
 * What a loader did.
 *
 * @param written items that are in the table now
 * @param skipped items that were passed over
 * @param elapsed how long it took
 * @param stoppedBy why it stopped before the end, if it did
 */
public record LoadReport(long written, long skipped, Duration elapsed, Optional<String> stoppedBy) {
  /** One line, for example {@code 12,000 items in 0.61 s (19,672 items/s)}. */
  public String summary() {
    double seconds = Math.max(0.001, elapsed.toMillis() / 1000.0);
    return Counts.of(written, "item")
        + " in "
        + Counts.duration(elapsed)
        + " ("
        + Counts.number(Math.round(written / seconds))
        + " items/s)"
        + (skipped == 0 ? "" : ", " + skipped + " skipped");
  }
}
