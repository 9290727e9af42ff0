package io.partikey.shell.format;

/**
 * What may be done to rows for a reader's eyes.
 *
 * @param width columns of the screen to stay within, 0 where nothing may be cut
 * @param styled whether to use bold and dim type
 */
public record Layout(int width, boolean styled) {
  /** For pipes and files: everything whole and plain. */
  public static final Layout PLAIN = new Layout(0, false);
}
