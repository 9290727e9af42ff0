package io.partikey.planner.execute;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partikey.engine.backend.Cancellation;
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
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A temporary file of rows, removed when it is closed. One line for each row:
 *
 * <pre>
 * width {"0":{"S":"a"},"2":{"N":"1"}}      columns by position in DynamoDB JSON, the missing left out
 * </pre>
 */
final class RowFile implements AutoCloseable {
  private static final int LINES_BETWEEN_PAUSES = 1000;

  /** How the files' names begin: with the process, which says whose files were left behind. */
  static final String NAME = "partikey-sort-" + ProcessHandle.current().pid() + "-";

  private final Path path;
  private @Nullable BufferedReader reader;

  private RowFile(Path path) {
    this.path = path;
  }

  /** An empty file in the folder for temporary files. */
  static RowFile create() {
    try {
      return new RowFile(Files.createTempFile(NAME, ".rows"));
    } catch (IOException failed) {
      throw failure(failed);
    }
  }

  /** Writes rows, until told to stop; they replace what the file holds. */
  void write(Cursor<PlanRow> rows, Cancellation cancellation) {
    try (BufferedWriter writer = Files.newBufferedWriter(path, UTF_8)) {
      for (CursorStep<PlanRow> step = rows.next(); !step.isExhausted(); step = rows.next()) {
        cancellation.check();
        if (step instanceof CursorStep.Found<PlanRow> found) {
          writer.write(line(found.value()));
          writer.write('\n');
        }
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
        "Cannot sort or group with a temporary file: "
            + failed.getMessage()
            + ". Make room where java.io.tmpdir points to, or read fewer rows.",
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

  /** The lines of a file that somebody else closes; pauses now and then. */
  private static final class LineCursor implements Cursor<PlanRow> {
    private final BufferedReader reader;
    private int steps;

    LineCursor(BufferedReader reader) {
      this.reader = reader;
    }

    @Override
    public CursorStep<PlanRow> next() {
      if (++steps % LINES_BETWEEN_PAUSES == 0) {
        return CursorStep.paused();
      }
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
