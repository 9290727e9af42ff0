package io.partikey.planner.execute;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.DynamoJson;
import io.partikey.engine.item.Item;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A temporary file of rows, removed when it is closed. One line for each row:
 *
 * <pre>
 * width {"0":{"S":"a"},"2":{"N":"1"}}      columns by position in DynamoDB JSON, the missing left out
 * </pre>
 */
final class RowFile implements AutoCloseable {
  private final Path path;
  private @Nullable BufferedReader reader;

  private RowFile(Path path) {
    this.path = path;
  }

  /** An empty file in the folder for temporary files. */
  static RowFile create() {
    try {
      return new RowFile(Files.createTempFile("partikey-sort-", ".rows"));
    } catch (IOException failed) {
      throw failure(failed);
    }
  }

  /** Writes rows; they replace what the file holds. */
  void write(Stream<PlanRow> rows) {
    try (BufferedWriter writer = Files.newBufferedWriter(path, UTF_8)) {
      for (Iterator<PlanRow> all = rows.iterator(); all.hasNext(); ) {
        writer.write(line(all.next()));
        writer.write('\n');
      }
    } catch (IOException failed) {
      throw failure(failed);
    }
  }

  private static String line(PlanRow row) {
    Map<String, AttributeValue> columns = new LinkedHashMap<>();
    for (int i = 0; i < row.width(); i++) {
      @Nullable AttributeValue value = row.get(i);
      if (value != null) {
        columns.put(Integer.toString(i), value);
      }
    }
    return row.width() + " " + DynamoJson.write(new Item(columns));
  }

  /** The rows of the file, in the order in which they were written. */
  Cursor<PlanRow> read() {
    try {
      BufferedReader opened = Files.newBufferedReader(path, UTF_8);
      reader = opened;
      return new LineCursor(opened);
    } catch (IOException failed) {
      throw failure(failed);
    }
  }

  private static PlanRow row(String line) {
    int space = line.indexOf(' ');
    Item columns = DynamoJson.readItem(line.substring(space + 1));
    @Nullable AttributeValue[] values =
        new @Nullable AttributeValue[Integer.parseInt(line.substring(0, space))];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(Integer.toString(i));
    }
    return PlanRow.of(values);
  }

  private static EngineException failure(IOException failed) {
    return new EngineException(
        ErrorCode.STORAGE_FAILED,
        "Cannot sort with a temporary file: "
            + failed.getMessage()
            + ". Make room where java.io.tmpdir points to, or sort fewer rows.",
        failed);
  }

  @Override
  public void close() {
    try {
      @Nullable BufferedReader opened = reader;
      if (opened != null) {
        opened.close();
      }
      Files.deleteIfExists(path);
    } catch (IOException failed) {
      throw failure(failed);
    }
  }

  /** The lines of a file that somebody else closes. */
  private record LineCursor(BufferedReader reader) implements Cursor<PlanRow> {
    @Override
    public CursorStep<PlanRow> next() {
      try {
        @Nullable String line = reader.readLine();
        return line == null ? CursorStep.exhausted() : CursorStep.found(row(line));
      } catch (IOException failed) {
        throw failure(failed);
      }
    }

    @Override
    public void close() {}
  }
}
