package io.partikey.shell.transfer;

import io.partikey.shell.session.ShellException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items of several files, one file after the other. */
final class DirectorySource implements ItemSource {
  private final List<Path> files;
  private final Opener opener;
  private @Nullable ItemSource current;
  private int opened;

  DirectorySource(List<Path> files, Opener opener) {
    this.files = List.copyOf(files);
    this.opener = opener;
  }

  @Override
  public @Nullable SourceItem next() throws BadItemException, IOException {
    while (true) {
      if (current != null) {
        SourceItem item = current.next();
        if (item != null) {
          return item;
        }
        current.close();
        current = null;
      }
      if (opened == files.size()) {
        return null;
      }
      current = open(files.get(opened++));
    }
  }

  private ItemSource open(Path file) throws BadItemException, IOException {
    try {
      return opener.open(file);
    } catch (ShellException unreadable) {
      throw new IOException(unreadable.getMessage(), unreadable);
    }
  }

  @Override
  public double fraction() {
    double ofCurrent = current == null ? 0 : current.fraction() - 1;
    return (opened + ofCurrent) / files.size();
  }

  @Override
  public void close() throws IOException {
    if (current != null) {
      current.close();
    }
  }

  /** Opens one of the files. */
  interface Opener {
    ItemSource open(Path file) throws ShellException, BadItemException, IOException;
  }
}
