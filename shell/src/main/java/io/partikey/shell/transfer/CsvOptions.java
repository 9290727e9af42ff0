package io.partikey.shell.transfer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a CSV file is to be read.
 *
 * @param delimiter what separates fields
 * @param columns the names of its columns if the file has no header
 * @param nullText the text, without quotes, that is a NULL
 * @param missing the texts, in quotes or not, that stand for no value
 * @param computed attributes made of columns of the same record, in their order
 * @param types the types of some columns
 * @param otherType the type of all others
 */
record CsvOptions(
    char delimiter,
    Optional<List<String>> columns,
    Optional<String> nullText,
    Set<String> missing,
    Map<String, ComputedText> computed,
    Map<String, FieldType> types,
    FieldType otherType) {
  CsvOptions {
    missing = Set.copyOf(missing);
    computed = Collections.unmodifiableMap(new LinkedHashMap<>(computed));
    types = Map.copyOf(types);
  }

  /** The type of a column. */
  FieldType type(String column) {
    return types.getOrDefault(column, otherType);
  }
}
