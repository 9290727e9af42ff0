package io.partikey.shell.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows as comma-separated values by RFC 4180, with a header.
 *
 * <p>Quotes keep apart what would look the same: a missing attribute is nothing, an empty string
 * {@code ""}; a NULL is {@code null}, the string of that text {@code "null"}.
 */
final class CsvRowWriter implements RowWriter {
  private final CsvWriter csv;
  private List<@Nullable AttributeValue> current = List.of();

  CsvRowWriter(PrintWriter out) {
    this.csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .quoteStrategy(new QuoteAmbiguousStrings())
            .build((Writer) out);
  }

  @Override
  public void begin(List<Column> columns) {
    csv.writeRecord(columns.stream().map(Column::label).toList());
  }

  @Override
  public void row(List<@Nullable AttributeValue> cells) {
    current = cells;
    CsvWriter.CsvWriterRecord line = csv.writeRecord();
    for (AttributeValue cell : cells) {
      line.writeField(cell == null ? null : CellText.of(cell));
    }
    line.endRecord();
  }

  @Override
  public void end() {
    try {
      csv.flush();
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private final class QuoteAmbiguousStrings implements QuoteStrategy {
    @Override
    public boolean quoteEmpty(int line, int field) {
      return true;
    }

    @Override
    public boolean quoteValue(int line, int field, String value) {
      return value.equals(CellText.NULL)
          && field < current.size()
          && Objects.requireNonNull(current.get(field)).type() != AttributeType.NULL;
    }
  }
}
