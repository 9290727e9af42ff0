package io.partikey.shell.transfer;

import io.partikey.engine.error.EngineException;
import io.partikey.shell.transfer.LineBound.LineTooLongException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Items of a file that has one JSON object on each line; empty lines are passed over. */
final class JsonLinesSource implements ItemSource {
  private final String source;
  private final InputFile file;
  private final BufferedReader lines;
  private final Function<String, JsonLineForm> formOf;
  private @Nullable JsonLineForm form;
  private long line;

  /**
   * A source that reads the file, which it closes with itself.
   *
   * @param formOf finds the form of all lines by the looks of the first
   */
  JsonLinesSource(String source, InputFile file, Function<String, JsonLineForm> formOf) {
    this.source = source;
    this.file = file;
    this.lines = file.reader();
    this.formOf = formOf;
  }

  @Override
  public @Nullable SourceItem next() throws BadItemException, IOException {
    String text = readLine();
    while (text != null && text.isBlank()) {
      text = readLine();
    }
    if (text == null) {
      return null;
    }
    try {
      if (form == null) {
        form = formOf.apply(text);
      }
      return new SourceItem(form.read(text), source, line);
    } catch (EngineException malformed) {
      throw new BadItemException(source, line, hint(text) + malformed.getMessage());
    }
  }

  private @Nullable String readLine() throws IOException {
    line++;
    try {
      return lines.readLine();
    } catch (LineTooLongException tooLong) {
      throw new UnreadableRestException(
          source,
          line,
          LineBound.tooLong("The line") + " One object on each line is read here, not an array.");
    }
  }

  private static String hint(String text) {
    return text.startsWith("[") ? "One object on each line is read here, not an array. " : "";
  }

  @Override
  public double fraction() {
    return file.fraction();
  }

  @Override
  public void close() throws IOException {
    lines.close();
    file.close();
  }
}
