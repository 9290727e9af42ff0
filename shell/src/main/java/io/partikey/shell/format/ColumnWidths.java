package io.partikey.shell.format;

import java.util.Arrays;

/** The widths of a table's columns, and how they shrink to a screen. */
final class ColumnWidths {
  /** Columns of the screen between two columns of a table. */
  static final int SEPARATOR = 3;

  /** The least that a column may be shrunk to. */
  private static final int LEAST = 6;

  private ColumnWidths() {}

  /**
   * The widths cut so that the columns fit a screen: the widest give way first, narrow ones stay
   * whole. The array is shorter than that of the natural widths if not all columns have room.
   *
   * @param natural the widths that nothing is cut at
   * @param screen columns of the screen, 0 for no limit
   */
  static int[] fit(int[] natural, int screen) {
    if (screen == 0) {
      return natural;
    }
    int count = natural.length;
    while (count > 1 && total(shrunk(natural, count, LEAST)) > screen) {
      count--;
    }
    int low = LEAST;
    int high = Math.max(LEAST, screen);
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (total(shrunk(natural, count, middle)) <= screen) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return widened(shrunk(natural, count, low), natural, screen);
  }

  private static int[] shrunk(int[] natural, int count, int most) {
    return Arrays.stream(natural, 0, count).map(width -> Math.min(width, most)).toArray();
  }

  /** Gives what is left of the screen to the first columns that were cut. */
  private static int[] widened(int[] widths, int[] natural, int screen) {
    int left = screen - total(widths);
    for (int i = 0; i < widths.length && left > 0; i++) {
      int more = Math.min(left, natural[i] - widths[i]);
      widths[i] += more;
      left -= more;
    }
    return widths;
  }

  private static int total(int[] widths) {
    return Arrays.stream(widths).sum() + SEPARATOR * (widths.length - 1);
  }
}
