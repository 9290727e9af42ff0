package io.partikey.shell.format;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms in which rows are written. */
public enum ResultFormat {
  /** Aligned columns. */
  TABLE,
  /** One line per attribute. */
  VERTICAL,
  /** Comma-separated values as in RFC 4180. */
  CSV,
  /** One JSON object per line. */
  JSON,
  /** One object of DynamoDB JSON per line, exact and typed. */
  DYNAMODB_JSON;

  /** The name that a user types, for example {@code dynamodb-json}. */
  public String optionName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All names that a user may type. */
  public static List<String> optionNames() {
    return Arrays.stream(values()).map(ResultFormat::optionName).toList();
  }

  /** The format of this name, if there is one; letter case does not matter. */
  public static Optional<ResultFormat> named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.optionName().equalsIgnoreCase(name))
        .findFirst();
  }

  /**
   * Whether its writer takes rows as one column of DynamoDB JSON, the driver's {@code
   * rowFormat=dynamodb-json}, rather than a column for each attribute.
   */
  public boolean takesDocuments() {
    return this == JSON || this == DYNAMODB_JSON;
  }

  /** A writer of one result in this format. */
  public RowWriter writer(PrintWriter out, Layout layout) {
    return switch (this) {
      case TABLE -> new TableWriter(out, layout);
      case VERTICAL -> new VerticalWriter(out, layout);
      case CSV -> new CsvRowWriter(out);
      case JSON -> JsonRowWriter.plain(out);
      case DYNAMODB_JSON -> JsonRowWriter.dynamoDb(out);
    };
  }

  @Override
  public String toString() {
    return optionName();
  }
}
