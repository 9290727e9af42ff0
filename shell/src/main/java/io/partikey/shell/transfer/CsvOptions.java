package io.partikey.shell.transfer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a CSV file is to be read.
 *
 * @param delimiter what separates fields
 * @param columns the names of its columns if the file has no header
 * @param nullText the text, without quotes, that is a NULL
 * @param types the types of some columns
 * @param otherType the type of all others
 */
record CsvOptions(
    char delimiter,
    Optional<List<String>> columns,
    Optional<String> nullText,
    Map<String, FieldType> types,
    FieldType otherType) {
  CsvOptions {
    types = Map.copyOf(types);
  }

  /** The type of a column. */
  FieldType type(String column) {
    return types.getOrDefault(column, otherType);
  }
}
