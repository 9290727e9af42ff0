package io.partikey.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown, with columns aligned so that it can be read as text, too. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... header) {
    row(header);
  }

  /** Adds a row. */
  void row(String... cells) {
    rows.add(List.of(cells));
  }

  boolean isEmpty() {
    return rows.size() == 1;
  }

  @Override
  public String toString() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    append(text, rows.get(0), widths);
    for (int width : widths) {
      text.append('|').append("-".repeat(width + 2));
    }
    text.append("|\n");
    rows.subList(1, rows.size()).forEach(row -> append(text, row, widths));
    return text.toString();
  }

  private static void append(StringBuilder text, List<String> row, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      text.append("| ").append(cell).append(" ".repeat(widths[i] - cell.length() + 1));
    }
    text.append("|\n");
  }
}
