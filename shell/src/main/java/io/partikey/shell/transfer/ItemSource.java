package io.partikey.shell.transfer;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Items one after the other. For one thread; the caller closes it. */
public interface ItemSource extends Closeable {
  /**
   * The next item, null at the end.
   *
   * @throws BadItemException if what comes next is no item; the one after it can still be read
   *     unless the exception says otherwise
   * @throws IOException if the source cannot be read, or not from here on
   */
  @Nullable SourceItem next() throws BadItemException, IOException;

  /** How much of the source was read, from 0 to 1. */
  double fraction();
}
