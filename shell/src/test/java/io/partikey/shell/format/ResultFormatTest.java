package io.partikey.shell.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.testing.GoldenFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultFormatTest {
  private static final Layout NARROW = new Layout(40, false);

  @Test
  void writesTables() {
    check("table.txt", ResultFormat.TABLE, Layout.PLAIN);
  }

  @Test
  void cutsTablesToTheScreen() {
    check("table-narrow.txt", ResultFormat.TABLE, NARROW);
  }

  @Test
  void writesTablesWithStyle() {
    check("table-styled.txt", ResultFormat.TABLE, new Layout(0, true));
  }

  @Test
  void writesVertically() {
    check("vertical.txt", ResultFormat.VERTICAL, Layout.PLAIN);
  }

  @Test
  void writesCsv() {
    check("rows.csv", ResultFormat.CSV, Layout.PLAIN);
  }

  @Test
  void writesHeaderOfEmptyTables() {
    assertThat(
            Rows.write(
                out -> ResultFormat.TABLE.writer(out, Layout.PLAIN),
                List.of(Column.of("a"), new Column("number", true)),
                List.of()))
        .isEqualTo("a | number\n--+-------\n");
  }

  @Test
  void writesJsonOfDocuments() {
    String item =
        "{\"id\":{\"S\":\"F1\"},\"n\":{\"N\":\"12345678901234567890123456789012345678\"},"
            + "\"set\":{\"SS\":[\"x\",\"y\"]},\"bytes\":{\"B\":\"AQID\"},\"none\":{\"NULL\":true}}";
    List<Column> columns = List.of(Column.of("item"));
    assertThat(
            Rows.write(
                out -> ResultFormat.JSON.writer(out, Layout.PLAIN),
                columns,
                List.of(Rows.row(Rows.text(item)))))
        .isEqualTo(
            "{\"id\":\"F1\",\"n\":12345678901234567890123456789012345678,\"set\":[\"x\",\"y\"],"
                + "\"bytes\":\"AQID\",\"none\":null}\n");
    assertThat(
            Rows.write(
                out -> ResultFormat.DYNAMODB_JSON.writer(out, Layout.PLAIN),
                columns,
                List.of(Rows.row(Rows.text(item)))))
        .isEqualTo(item + "\n");
  }

  @Test
  void findsFormatsByName() {
    assertThat(ResultFormat.named("DynamoDB-JSON")).contains(ResultFormat.DYNAMODB_JSON);
    assertThat(ResultFormat.named("xml")).isEmpty();
  }

  private static void check(String golden, ResultFormat format, Layout layout) {
    GoldenFile.check(
        ResultFormatTest.class,
        golden,
        Rows.write(out -> format.writer(out, layout), Rows.COLUMNS, Rows.ALL_KINDS));
  }
}
