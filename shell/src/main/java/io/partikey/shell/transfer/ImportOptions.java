package io.partikey.shell.transfer;

import io.partikey.shell.session.ShellException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The options of an import, {@code name=value} each.
 *
 * @param format the form of the files, if their names do not tell
 * @param mode what happens to items that are already there
 * @param columns the names of a CSV file's columns, if it has no header; {@code -} leaves one out
 * @param delimiter what separates the fields of a CSV file, if its name does not tell
 * @param nullText the text of a CSV file that is a NULL
 * @param missing the texts of a CSV file that stand for no value, in quotes or not
 * @param computed attributes that are made of columns of the same record, by name in their order
 * @param types types of a CSV file's columns
 * @param infer whether texts of a CSV file that look like numbers are numbers
 * @param skipErrors how many items may fail
 */
public record ImportOptions(
    Optional<String> format,
    WriteMode mode,
    Optional<List<String>> columns,
    Optional<Character> delimiter,
    Optional<String> nullText,
    Set<String> missing,
    Map<String, ComputedText> computed,
    Map<String, FieldType> types,
    boolean infer,
    long skipErrors) {

  /** The names of all options, each with its equals sign. */
  public static final List<String> NAMES =
      List.of(
          "format=",
          "mode=",
          "columns=",
          "delimiter=",
          "null=",
          "missing=",
          "set=",
          "types=",
          "infer=",
          "skip-errors=");

  private static final List<String> FORMATS = List.of("csv", "json", "dynamodb-json");

  public ImportOptions {
    columns = columns.map(List::copyOf);
    missing = Set.copyOf(missing);
    computed = Collections.unmodifiableMap(new LinkedHashMap<>(computed));
    types = Map.copyOf(types);
  }

  /**
   * Reads options.
   *
   * @throws ShellException if one is unknown or has a value that it does not take
   */
  public static ImportOptions parse(List<String> words) throws ShellException {
    Map<String, String> values = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 0 || !NAMES.contains(word.substring(0, equals + 1))) {
        throw new ShellException(
            "There is no option \"" + word + "\". Options: " + String.join(" ", NAMES));
      }
      values.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return new ImportOptions(
        format(values),
        mode(values),
        Optional.ofNullable(values.get("columns")).map(ImportOptions::list),
        delimiter(values),
        Optional.ofNullable(values.get("null")),
        missing(values),
        computed(values.getOrDefault("set", "")),
        types(values.getOrDefault("types", "")),
        truth("infer", values.getOrDefault("infer", "false")),
        count("skip-errors", values.getOrDefault("skip-errors", "0")));
  }

  private static Optional<String> format(Map<String, String> values) throws ShellException {
    String value = values.get("format");
    if (value != null && !FORMATS.contains(value)) {
      throw notOne("format", value, FORMATS);
    }
    return Optional.ofNullable(value);
  }

  private static WriteMode mode(Map<String, String> values) throws ShellException {
    String value = values.getOrDefault("mode", WriteMode.REPLACE.optionName());
    return WriteMode.named(value).orElseThrow(() -> notOne("mode", value, WriteMode.optionNames()));
  }

  private static Optional<Character> delimiter(Map<String, String> values) throws ShellException {
    String value = values.get("delimiter");
    if (value == null) {
      return Optional.empty();
    }
    if (value.equals("\\t") || value.equals("tab")) {
      return Optional.of('\t');
    }
    if (value.length() != 1) {
      throw new ShellException(
          "delimiter= takes one character or tab, not \"" + value + "\". Quote a blank: ' '.");
    }
    return Optional.of(value.charAt(0));
  }

  // An empty text between commas, or nothing at all behind the equals sign, is a text of its own.
  private static Set<String> missing(Map<String, String> values) {
    return values.containsKey("missing")
        ? new LinkedHashSet<>(Arrays.asList(values.getOrDefault("missing", "").split(",", -1)))
        : Set.of();
  }

  private static Map<String, ComputedText> computed(String value) throws ShellException {
    Map<String, ComputedText> computed = new LinkedHashMap<>();
    for (String pair : list(value)) {
      int colon = pair.indexOf(':');
      if (colon <= 0) {
        throw new ShellException(
            "set= takes NAME:TEXT with columns in braces, like set=Route:{From}-{To}, not \""
                + pair
                + "\".");
      }
      computed.put(pair.substring(0, colon), new ComputedText(pair.substring(colon + 1)));
    }
    return computed;
  }

  private static Map<String, FieldType> types(String value) throws ShellException {
    Map<String, FieldType> types = new LinkedHashMap<>();
    for (String pair : list(value)) {
      int colon = pair.lastIndexOf(':');
      String name = colon < 0 ? pair : pair.substring(0, colon);
      String type = pair.substring(colon + 1);
      types.put(
          name,
          FieldType.named(type)
              .filter(known -> colon > 0)
              .orElseThrow(() -> notOne("types=" + name + ':', type, FieldType.optionNames())));
    }
    return types;
  }

  private static List<String> list(String value) {
    List<String> names = new ArrayList<>();
    Arrays.stream(value.split(",", -1))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .forEach(names::add);
    return names;
  }

  private static boolean truth(String name, String value) throws ShellException {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw notOne(name, value, List.of("true", "false"));
    };
  }

  private static long count(String name, String value) throws ShellException {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException notANumber) {
      throw new ShellException(name + "= takes a number, not \"" + value + "\".", notANumber);
    }
  }

  private static ShellException notOne(String name, String value, List<String> known) {
    return new ShellException(
        name
            + (name.endsWith(":") ? "" : "=")
            + " takes "
            + String.join(", ", known)
            + ", not \""
            + value
            + "\".");
  }
}
