package io.partikey.shell.transfer;

import io.partikey.shell.session.ShellException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the reader for a file by its name and the options of an import. */
final class FileSources {
  private static final Set<String> CSV = Set.of("csv", "tsv");
  private static final Set<String> JSON = Set.of("json", "jsonl", "ndjson");

  private FileSources() {}

  /**
   * Opens a file, or the files of a directory one after the other in the order of their names.
   *
   * @throws ShellException if a file's form is unknown, or a directory has no file to read
   */
  static ItemSource open(Path path, ImportOptions options, TableShape table)
      throws ShellException, BadItemException, IOException {
    if (!Files.isDirectory(path)) {
      return openFile(path, options, table);
    }
    List<Path> files;
    try (Stream<Path> entries = Files.list(path)) {
      files = entries.filter(FileSources::isKnown).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new ShellException(
          "The directory \"" + path + "\" has no .csv, .tsv, .json, .jsonl or .ndjson file.");
    }
    return new DirectorySource(files, file -> openFile(file, options, table));
  }

  private static boolean isKnown(Path file) {
    String extension = InputFile.extension(file);
    return Files.isRegularFile(file) && (CSV.contains(extension) || JSON.contains(extension));
  }

  private static ItemSource openFile(Path path, ImportOptions options, TableShape table)
      throws ShellException, BadItemException, IOException {
    String extension = InputFile.extension(path);
    String format = options.format().orElse(CSV.contains(extension) ? "csv" : "");
    if (format.isEmpty() && !JSON.contains(extension)) {
      throw new ShellException(
          "What is \"" + path + "\"? Say it with format=csv, format=json or format=dynamodb-json.");
    }
    InputFile file = InputFile.open(path);
    try {
      String name = path.toString();
      return switch (format) {
        case "csv" -> new CsvSource(name, file, csv(extension, options, table));
        case "json" -> new JsonLinesSource(name, file, line -> JsonLineForm.PLAIN);
        case "dynamodb-json" -> new JsonLinesSource(name, file, JsonLineForm::ofTyped);
        default -> new JsonLinesSource(name, file, JsonLineForm::of);
      };
    } catch (BadItemException | IOException failed) {
      file.close();
      throw failed;
    }
  }

  private static CsvOptions csv(String extension, ImportOptions options, TableShape table) {
    Map<String, FieldType> types = new HashMap<>(table.types());
    types.putAll(options.types());
    return new CsvOptions(
        options.delimiter().orElse(extension.equals("tsv") ? '\t' : ','),
        options.columns(),
        options.nullText(),
        options.missing(),
        options.computed(),
        types,
        options.infer() ? FieldType.INFERRED : FieldType.STRING);
  }
}
