package io.partikey.shell.format;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.DocumentJson;
import io.partikey.engine.item.NullValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows to write, and what a writer makes of them. */
final class Rows {
  static final List<Column> COLUMNS =
      List.of(
          Column.of("FlightID"),
          Column.of("Route"),
          new Column("Seats", true),
          Column.of("Note"),
          Column.of("Stops"));

  static final List<List<@Nullable AttributeValue>> ALL_KINDS =
      List.of(
          row(text("F1"), text("LHR-JFK"), number("180"), null, document("[\"DUB\",{\"h\":1.5}]")),
          row(
              text("F2"),
              text("東京-大阪"),
              number("-7.25"),
              NullValue.NULL,
              document("<<\"a\",\"b\">>")),
          row(text("F3"), text(""), null, text("null"), BooleanValue.of(true)),
          row(
              text("F4"),
              text("a, \"b\"\nc"),
              text("many"),
              text("tab\there"),
              BinaryValue.copyOf(new byte[] {1, 2, 3})));

  private Rows() {}

  static List<@Nullable AttributeValue> row(@Nullable AttributeValue... cells) {
    return Collections.unmodifiableList(Arrays.asList(cells));
  }

  static StringValue text(String text) {
    return new StringValue(text);
  }

  static NumberValue number(String text) {
    return NumberValue.parse(text);
  }

  static AttributeValue document(String json) {
    return DocumentJson.readValue(json);
  }

  static String write(
      Function<PrintWriter, RowWriter> writer,
      List<Column> columns,
      List<List<@Nullable AttributeValue>> rows) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    RowWriter rowWriter = writer.apply(out);
    rowWriter.begin(columns);
    rows.forEach(rowWriter::row);
    rowWriter.end();
    out.flush();
    return text.toString();
  }
}
