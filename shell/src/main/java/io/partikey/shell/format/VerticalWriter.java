package io.partikey.shell.format;

import io.partikey.engine.item.AttributeValue;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows one below the other, each with a line for every column. */
final class VerticalWriter implements RowWriter {
  private static final int RULE = 30;

  private final PrintWriter out;
  private final Style style;
  private List<Column> columns = List.of();
  private int labelWidth;
  private long number;

  VerticalWriter(PrintWriter out, Layout layout) {
    this.out = out;
    this.style = new Style(layout.styled());
  }

  @Override
  public void begin(List<Column> columns) {
    this.columns = columns;
    this.labelWidth =
        columns.stream().mapToInt(column -> DisplayText.width(column.label())).max().orElse(0);
  }

  @Override
  public void row(List<@Nullable AttributeValue> cells) {
    number++;
    String title = "-[ row " + number + " ]";
    out.print(style.dim(title + "-".repeat(Math.max(1, RULE - title.length()))) + "\n");
    for (int i = 0; i < cells.size(); i++) {
      String label = DisplayText.padRight(columns.get(i).label(), labelWidth);
      String text = CellText.onOneLine(cells.get(i));
      out.print(
          (style.bold(label) + " | " + style.cell(text, cells.get(i))).stripTrailing() + "\n");
    }
  }

  @Override
  public void end() {}
}
