package io.partikey.shell.format;

import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.MemorySize;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows in aligned columns.
 *
 * <pre>
 * FlightID | Route   | Seats
 * ---------+---------+------
 * F1       | LHR-JFK |   180
 * </pre>
 *
 * <p>The first rows set the widths of all; a later cell that is wider pushes its line out of line,
 * or is cut where the layout has a width.
 */
final class TableWriter implements RowWriter {
  /** Rows that are held back to find the widths. */
  private static final int MEASURED_ROWS = 1000;

  /** The bytes of memory that they may take. */
  private static final long MEASURED_BYTES = Runtime.getRuntime().maxMemory() / 32;

  private final PrintWriter out;
  private final Layout layout;
  private final Style style;
  private final List<List<@Nullable AttributeValue>> held = new ArrayList<>();
  private List<Column> columns = List.of();
  private long heldBytes;
  private int @Nullable [] widths;

  TableWriter(PrintWriter out, Layout layout) {
    this.out = out;
    this.layout = layout;
    this.style = new Style(layout.styled());
  }

  @Override
  public void begin(List<Column> columns) {
    this.columns = columns;
  }

  @Override
  public void row(List<@Nullable AttributeValue> cells) {
    if (widths != null) {
      line(cells, widths);
      return;
    }
    held.add(cells);
    for (@Nullable AttributeValue cell : cells) {
      heldBytes += cell == null ? 0 : MemorySize.of(cell);
    }
    if (held.size() == MEASURED_ROWS || heldBytes > MEASURED_BYTES) {
      release();
    }
  }

  @Override
  public void end() {
    if (widths == null) {
      release();
    }
  }

  private void release() {
    int[] fitted = ColumnWidths.fit(naturalWidths(), layout.width());
    widths = fitted;
    header(fitted);
    held.forEach(cells -> line(cells, fitted));
    held.clear();
  }

  private int[] naturalWidths() {
    int[] natural =
        columns.stream().mapToInt(column -> DisplayText.width(column.label())).toArray();
    for (List<@Nullable AttributeValue> cells : held) {
      for (int i = 0; i < natural.length; i++) {
        String text = CellText.onOneLine(cells.get(i));
        natural[i] = Math.max(natural[i], DisplayText.width(text));
      }
    }
    return natural;
  }

  private void header(int[] widths) {
    int hidden = columns.size() - widths.length;
    if (hidden > 0) {
      String count = hidden == 1 ? "1 column has" : hidden + " columns have";
      out.print(style.dim("(" + count + " no room; \\format vertical shows all)") + "\n");
    }
    print(
        IntStream.range(0, widths.length)
            .mapToObj(i -> style.bold(aligned(columns.get(i).label(), i, widths)))
            .toList());
    out.print(
        style.dim(Arrays.stream(widths).mapToObj("-"::repeat).collect(Collectors.joining("-+-")))
            + "\n");
  }

  private void line(List<@Nullable AttributeValue> cells, int[] widths) {
    List<String> texts = new ArrayList<>(widths.length);
    for (int i = 0; i < widths.length; i++) {
      AttributeValue cell = cells.get(i);
      texts.add(style.cell(aligned(CellText.onOneLine(cell), i, widths, isNumber(cell)), cell));
    }
    print(texts);
  }

  private static boolean isNumber(@Nullable AttributeValue cell) {
    return cell != null && cell.type() == AttributeType.N;
  }

  private String aligned(String text, int column, int[] widths) {
    return aligned(text, column, widths, columns.get(column).numeric());
  }

  private String aligned(String text, int column, int[] widths, boolean right) {
    int width = widths[column];
    String cut = layout.width() == 0 ? text : DisplayText.cut(text, width);
    return right ? DisplayText.padLeft(cut, width) : DisplayText.padRight(cut, width);
  }

  private void print(List<String> texts) {
    out.print(String.join(" | ", texts).stripTrailing() + "\n");
  }
}
