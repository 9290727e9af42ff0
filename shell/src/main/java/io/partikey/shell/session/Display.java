package io.partikey.shell.session;

import io.partikey.shell.format.Layout;
import io.partikey.shell.format.Style;
import java.io.PrintWriter;
import java.util.function.Supplier;

/**
 * Where a session writes.
 *
 * @param results for rows and nothing else
 * @param messages for errors, summaries and progress
 * @param interactive whether a reader sits in front of it, who is told what each statement did
 * @param progress whether messages go to a terminal, where a line can be drawn over
 * @param layout how wide and how styled results may be at this moment
 */
public record Display(
    PrintWriter results,
    PrintWriter messages,
    boolean interactive,
    boolean progress,
    Supplier<Layout> layout) {
  /** A display that is not a terminal. */
  public static Display plain(PrintWriter results, PrintWriter messages) {
    return new Display(results, messages, false, false, () -> Layout.PLAIN);
  }

  /** The style of this moment. */
  public Style style() {
    return new Style(layout.get().styled());
  }

  /** Writes a line among the results. */
  public void result(String text) {
    results.print(text + "\n");
  }

  /** Writes a line for a reader who sits in front of the display; nobody else needs it. */
  public void note(String text) {
    if (interactive) {
      message(text);
    }
  }

  /** Writes a message on a line of its own. */
  public void message(String text) {
    results.flush();
    messages.print(text + "\n");
    messages.flush();
  }
}
