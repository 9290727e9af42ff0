package io.partikey.planner.execute;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.TemporaryFiles;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.DynamoJson;
import io.partikey.engine.item.Item;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A temporary file of rows, which nobody else can read and which is gone when it is closed or the
 * process has ended, however it did. One line for each row:
 *
 * <pre>
 * width {"0":{"S":"a"},"2":{"N":"1"}}      columns by position in DynamoDB JSON, the missing left out
 * </pre>
 */
final class RowFile implements AutoCloseable {
  private static final int LINES_BETWEEN_PAUSES = 1000;

  /** How the files' names begin. */
  static final String NAME = TemporaryFiles.prefix("sort");

  static {
    TemporaryFiles.sweep();
  }

  private final Path path;
  private final RandomAccessFile file;

  private RowFile(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  /** An empty file in the folder for temporary files. */
  static RowFile create() {
    try {
      Path path = Files.createTempFile(NAME, ".rows");
      RowFile made = new RowFile(path, new RandomAccessFile(path.toFile(), "rw"));
      made.deleteName();
      return made;
    } catch (IOException failed) {
      throw failure(failed);
    }
  }

  /** Leaves the file without a name, where a system lets what is open be without one. */
  private void deleteName() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException keptWhileOpen) {
      // In Windows; deleted when it is closed, or by a later process.
    }
  }

  /** Writes rows, until told to stop; they replace what the file holds. */
  void write(Cursor<PlanRow> rows, Cancellation cancellation) {
    try {
      file.setLength(0);
      // Closed with the file.
      Writer writer =
          new BufferedWriter(new OutputStreamWriter(new FileOutputStream(file.getFD()), UTF_8));
      for (CursorStep<PlanRow> step = rows.next(); !step.isExhausted(); step = rows.next()) {
        cancellation.check();
        if (step instanceof CursorStep.Found<PlanRow> found) {
          writer.write(line(found.value()));
          writer.write('\n');
        }
      }
      writer.flush();
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
      file.seek(0);
      return new LineCursor(
          new BufferedReader(new InputStreamReader(new FileInputStream(file.getFD()), UTF_8)));
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
      file.close();
      deleteName();
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
