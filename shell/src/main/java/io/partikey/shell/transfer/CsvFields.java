package io.partikey.shell.transfer;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
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

    @Override
    protected void handleBegin(long startingLineNumber) {
      texts = new ArrayList<>();
      quoted = new BitSet();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean isQuoted) {
      texts.add(new String(buffer, offset, length));
      quoted.set(index, isQuoted);
    }

    @Override
    protected @Nullable CsvFields buildRecord() {
      return new CsvFields(texts, quoted, getStartingLineNumber());
    }
  }
}
