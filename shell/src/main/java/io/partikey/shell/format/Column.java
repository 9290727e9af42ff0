package io.partikey.shell.format;

/**
 * A column of a result.
 *
 * @param label what it is called
 * @param numeric whether it holds numbers only, which are aligned at the right
 */
public record Column(String label, boolean numeric) {
  /** A column of any values. */
  public static Column of(String label) {
    return new Column(label, false);
  }
}
