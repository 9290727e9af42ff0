package io.partikey.shell.transfer;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one record, and which of them stood in quotes.
 *
 * @param texts the fields without their quotes
 * @param quoted the indexes of those that had quotes
 * @param line the line in which the record begins, from 1
 */
record CsvFields(List<String> texts, BitSet quoted, long line) {
  /** How many fields there are. */
  int size() {
    return texts.size();
  }

  /** A field by index from 0. */
  String text(int index) {
    return texts.get(index);
  }

  /** Whether a field stood in quotes. */
  boolean isQuoted(int index) {
    return quoted.get(index);
  }

  /** Gathers what the CSV parser finds. */
  static final class Handler extends AbstractBaseCsvCallbackHandler<CsvFields> {
    private List<String> texts = new ArrayList<>();
    private BitSet quoted = new BitSet();
    private long length;
    private long line = 1;

    @Override
    protected void handleBegin(long startingLineNumber) {
      texts = new ArrayList<>();
      quoted = new BitSet();
      length = 0;
      line = startingLineNumber;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean isQuoted) {
      this.length += length;
      if (this.length > LineBound.MOST_CHARACTERS) {
        throw new CsvParseException(LineBound.tooLong("The record"));
      }
      String text = new String(buffer, offset, length);
      texts.add(text);
      quoted.set(index, isQuoted);
      line += isQuoted ? text.lines().count() - 1 : 0;
    }

    /** The line in which the field begins that is being read. */
    long line() {
      return line;
    }

    @Override
    protected @Nullable CsvFields buildRecord() {
      return new CsvFields(texts, quoted, getStartingLineNumber());
    }
  }
}
