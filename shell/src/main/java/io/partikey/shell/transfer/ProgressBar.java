package io.partikey.shell.transfer;

import io.partikey.shell.session.Counts;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/**
 * A line that says how far long work is, drawn over and over at the same place of a terminal.
 *
 * <pre>
 * [=========>          ]  47%  117,500 items  31,020/s  0:04 left
 * </pre>
 *
 * <p>Nothing is drawn where there is no terminal. For one thread.
 */
public final class ProgressBar {
  private static final int WIDTH = 20;
  private static final long INTERVAL_MILLIS = 100;

  private final PrintWriter out;
  private final boolean visible;
  private final Clock clock;
  private final long began;
  private long nextDrawing;
  private int length;

  /** A bar that begins now. */
  public ProgressBar(PrintWriter out, boolean visible, Clock clock) {
    this.out = out;
    this.visible = visible;
    this.clock = clock;
    this.began = clock.millis();
    this.nextDrawing = began;
  }

  /**
   * Draws the bar, if it was not drawn just before.
   *
   * @param fraction the part that is done, from 0 to 1
   * @param items how many items are done
   */
  public void update(double fraction, long items) {
    long now = clock.millis();
    if (!visible || now < nextDrawing) {
      return;
    }
    nextDrawing = now + INTERVAL_MILLIS;
    draw(line(fraction, items, Duration.ofMillis(now - began)));
  }

  /** Takes the bar away, so that something else can be written in its place. */
  public void clear() {
    if (length > 0) {
      draw("");
      length = 0;
    }
  }

  private void draw(String line) {
    out.print('\r' + line + " ".repeat(Math.max(0, length - line.length())));
    if (line.isEmpty()) {
      out.print('\r');
    }
    out.flush();
    length = line.length();
  }

  static String line(double fraction, long items, Duration elapsed) {
    int filled = (int) (fraction * WIDTH);
    String arrow = filled < WIDTH ? ">" : "";
    String bar = "=".repeat(filled) + arrow + " ".repeat(WIDTH - filled - arrow.length());
    double seconds = Math.max(0.001, elapsed.toMillis() / 1000.0);
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT,
            "[%s] %3d%%  %s items  %s/s",
            bar,
            (int) (fraction * 100),
            Counts.number(items),
            Counts.number(Math.round(items / seconds))));
    if (fraction > 0.01 && fraction < 1) {
      long left = Math.round(seconds / fraction * (1 - fraction));
      line.append(String.format(Locale.ROOT, "  %d:%02d left", left / 60, left % 60));
    }
    return line.toString();
  }
}
