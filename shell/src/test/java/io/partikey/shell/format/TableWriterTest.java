package io.partikey.shell.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.item.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableWriterTest {
  @Test
  void writesRowsBeyondTheMeasuredOnes() {
    List<List<@Nullable AttributeValue>> rows = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      rows.add(Rows.row(Rows.number(Integer.toString(i))));
    }
    rows.add(Rows.row(Rows.text("wider than all before")));
    String table =
        Rows.write(out -> new TableWriter(out, Layout.PLAIN), List.of(new Column("n", true)), rows);
    assertThat(table.lines().count()).isEqualTo(1503);
    assertThat(table).contains("\n1499\n").endsWith("wider than all before\n");
  }

  @Test
  void leavesOutColumnsThatHaveNoRoom() {
    List<Column> columns =
        IntStream.range(0, 10).mapToObj(i -> Column.of("attribute" + i)).toList();
    List<@Nullable AttributeValue> cells = new ArrayList<>();
    columns.forEach(column -> cells.add(Rows.text("some value")));
    String table =
        Rows.write(out -> new TableWriter(out, new Layout(40, false)), columns, List.of(cells));
    assertThat(table).startsWith("(6 columns have no room;");
    assertThat(table.lines().skip(1)).allMatch(line -> DisplayText.width(line) <= 40);
  }

  @Test
  void keepsNarrowColumnsWhole() {
    int[] widths = ColumnWidths.fit(new int[] {4, 100, 6, 90}, 80);
    assertThat(widths).containsExactly(4, 31, 6, 30);
  }
}
