package io.partikey.shell.transfer;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.item.NullValue;
import io.partikey.shell.transfer.LineBound.LineTooLongException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Items of a CSV file by RFC 4180, the way {@link io.partikey.shell.format.ResultFormat#CSV} writes
 * them: an empty field without quotes is a missing attribute, with quotes an empty string. A column
 * called {@code -} is left out.
 */
final class CsvSource implements ItemSource {
  private static final String LEFT_OUT = "-";

  private final String source;
  private final InputFile file;
  private final CsvOptions options;
  private final CloseableIterator<CsvFields> records;
  private final CsvFields.Handler handler = new CsvFields.Handler();
  private final List<String> columns;
  private final List<FieldType> types;

  /**
   * A source that reads the file, which it closes with itself.
   *
   * @throws BadItemException if the header cannot be used
   */
  CsvSource(String source, InputFile file, CsvOptions options)
      throws BadItemException, IOException {
    this.source = source;
    this.file = file;
    this.options = options;
    this.records =
        CsvReader.builder()
            .fieldSeparator(options.delimiter())
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(LineBound.MOST_CHARACTERS)
            .build(handler, file.reader())
            .iterator();
    this.columns = options.columns().isPresent() ? options.columns().get() : header();
    this.types = columns.stream().map(options::type).toList();
    checkDistinct();
  }

  private List<String> header() throws BadItemException, IOException {
    CsvFields first = record();
    if (first == null) {
      return List.of();
    }
    return first.texts();
  }

  private void checkDistinct() throws BadItemException {
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (column.isEmpty() || (!column.equals(LEFT_OUT) && !seen.add(column))) {
        throw new BadItemException(
            source,
            1,
            (column.isEmpty()
                    ? "A column has no name."
                    : "Two columns are called \"" + column + "\".")
                + " Name the columns with columns=…");
      }
    }
    for (Map.Entry<String, ComputedText> computed : options.computed().entrySet()) {
      for (String column : computed.getValue().columns()) {
        if (!seen.contains(column)) {
          throw new BadItemException(
              source,
              1,
              "set= makes "
                  + computed.getKey()
                  + " of \""
                  + column
                  + "\", but no column is called so.");
        }
      }
    }
  }

  @Override
  public @Nullable SourceItem next() throws BadItemException, IOException {
    CsvFields fields = record();
    if (fields == null) {
      return null;
    }
    if (fields.size() != columns.size()) {
      throw new BadItemException(
          source,
          fields.line(),
          "has " + fields.size() + " fields, but there are " + columns.size() + " columns");
    }
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      AttributeValue value = columns.get(i).equals(LEFT_OUT) ? null : read(fields, i);
      if (value != null) {
        attributes.put(columns.get(i), value);
      }
    }
    compute(fields, attributes);
    return new SourceItem(new MapValue(attributes), source, fields.line());
  }

  private void compute(CsvFields fields, Map<String, AttributeValue> attributes)
      throws BadItemException {
    if (options.computed().isEmpty()) {
      return;
    }
    Map<String, String> texts = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (attributes.containsKey(columns.get(i))) {
        texts.put(columns.get(i), fields.text(i));
      }
    }
    for (Map.Entry<String, ComputedText> computed : options.computed().entrySet()) {
      String name = computed.getKey();
      Optional<String> text = computed.getValue().of(texts);
      if (text.isPresent()) {
        attributes.put(name, value(fields, name, options.type(name), text.get()));
      }
    }
  }

  private @Nullable AttributeValue read(CsvFields fields, int i) throws BadItemException {
    String text = fields.text(i);
    if (options.missing().contains(text)) {
      return null;
    }
    if (!fields.isQuoted(i) && Optional.of(text).equals(options.nullText())) {
      return NullValue.NULL;
    }
    if (!fields.isQuoted(i) && text.isEmpty()) {
      return null;
    }
    return value(fields, columns.get(i), types.get(i), text);
  }

  private AttributeValue value(CsvFields fields, String name, FieldType type, String text)
      throws BadItemException {
    try {
      return type.read(text);
    } catch (EngineException notOfType) {
      throw bad(fields, name, notOfType.getMessage());
    } catch (IllegalArgumentException notOfType) {
      throw bad(fields, name, '"' + text + "\" " + notOfType.getMessage());
    }
  }

  private BadItemException bad(CsvFields fields, String name, String reason) {
    return new BadItemException(source, fields.line(), name + ": " + reason);
  }

  private @Nullable CsvFields record() throws IOException, BadItemException {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException failed) {
      throw failed.getCause() instanceof LineTooLongException
          ? new UnreadableRestException(source, handler.line(), LineBound.tooLong("The record"))
          : failed.getCause();
    } catch (CsvParseException malformed) {
      throw new UnreadableRestException(source, handler.line(), reason(malformed));
    }
  }

  // FastCSV tells its errors apart by their text alone.
  private static String reason(CsvParseException malformed) {
    String message = String.valueOf(malformed.getMessage());
    if (message.startsWith("Unclosed quoted field")) {
      return "A quote opens here and never closes.";
    }
    if (message.startsWith("The maximum buffer size")) {
      return LineBound.tooLong("The field")
          + " Perhaps a quote opens here and does not close where it should.";
    }
    return message;
  }

  @Override
  public double fraction() {
    return file.fraction();
  }

  @Override
  public void close() throws IOException {
    records.close();
    file.close();
  }
}
