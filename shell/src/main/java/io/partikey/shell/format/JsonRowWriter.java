package io.partikey.shell.format;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.DynamoJson;
import io.partikey.engine.item.StringValue;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rows as one JSON object per line; what is missing is left out.
 *
 * <p>It takes rows of one column that holds the row in DynamoDB JSON, which has every attribute of
 * an item however many there are.
 */
final class JsonRowWriter implements RowWriter {
  private final PrintWriter out;
  private final UnaryOperator<String> form;

  private JsonRowWriter(PrintWriter out, UnaryOperator<String> form) {
    this.out = out;
    this.form = form;
  }

  /** A writer of ordinary JSON. */
  static RowWriter plain(PrintWriter out) {
    return new JsonRowWriter(out, json -> PlainJson.write(DynamoJson.readItem(json)));
  }

  /** A writer of DynamoDB JSON. */
  static RowWriter dynamoDb(PrintWriter out) {
    return new JsonRowWriter(out, UnaryOperator.identity());
  }

  @Override
  public void begin(List<Column> columns) {
    if (columns.size() != 1) {
      throw new IllegalArgumentException("not one column of JSON but " + columns);
    }
  }

  @Override
  public void row(List<@Nullable AttributeValue> cells) {
    if (cells.get(0) instanceof StringValue json) {
      out.print(form.apply(json.text()) + "\n");
    }
  }

  @Override
  public void end() {}
}
