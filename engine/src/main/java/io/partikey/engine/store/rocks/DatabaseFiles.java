package io.partikey.engine.store.rocks;

import io.partikey.engine.backend.FileAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files in the directory of a database, and what they say of its state.
 *
 * <pre>
 * HOLDER            who has it open
 * PARTIKEY.new      it is being made, or was when a process ended: nothing in it counts
 * PARTIKEY.backup   the same of a copy
 * PARTIKEY          it is made: everything is there, and what is not there is damage
 * rows/             RocksDB's files; rows.tmp/ while they are copied
 * </pre>
 *
 * <p>Making is: the mark that it is being made, the rows, and the rename of the mark. A process
 * that ends on the way leaves the mark, by which the next one knows that it may begin again.
 */
final class DatabaseFiles {
  private static final String ROWS = "rows";
  private static final String ROWS_BEING_COPIED = "rows.tmp";
  private static final Set<String> OWN_NAMES =
      Set.of(
          Hold.FILE,
          Mark.MADE.file,
          Mark.BEING_MADE.file,
          Mark.BEING_COPIED.file,
          ROWS,
          ROWS_BEING_COPIED);

  private final Path path;

  DatabaseFiles(Path path) {
    this.path = path;
  }

  /** The files that tell how far a database is made. */
  enum Mark {
    MADE("PARTIKEY"),
    BEING_MADE("PARTIKEY.new"),
    BEING_COPIED("PARTIKEY.backup");

    private final String file;

    Mark(String file) {
      this.file = file;
    }
  }

  Path rows() {
    return path.resolve(ROWS);
  }

  Path file(Mark mark) {
    return path.resolve(mark.file);
  }

  /** Whether a mark is there; of several the one that counts most. */
  boolean has(Mark mark) {
    for (Mark each : Mark.values()) {
      if (Files.exists(file(each), LinkOption.NOFOLLOW_LINKS)) {
        return each == mark;
      }
    }
    return false;
  }

  /** What the mark of a database that is made says. */
  String markText() throws IOException {
    return Files.readString(file(Mark.MADE), StandardCharsets.ISO_8859_1);
  }

  /** Whether no rows are there, not even some. */
  boolean hasNoRows() {
    return !Files.exists(rows(), LinkOption.NOFOLLOW_LINKS);
  }

  boolean isEmpty() throws IOException {
    return names().isEmpty();
  }

  /** Some of the names that no database has, in their order. */
  List<String> foreignNames() throws IOException {
    return names().stream()
        .filter(name -> !OWN_NAMES.contains(name) && !isUnfinished(name))
        .limit(3)
        .toList();
  }

  private static boolean isUnfinished(String name) {
    return name.startsWith(Mark.MADE.file + ".") && name.endsWith(".tmp");
  }

  /** Some of the names, save that of the holder, in their order. */
  List<String> someNames() throws IOException {
    return names().stream().filter(name -> !name.equals(Hold.FILE)).limit(3).toList();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
    }
  }

  /** Says that the database is being made or copied, and removes what an earlier try left. */
  void begin(Mark mark, FileAccess access) throws IOException {
    DurableFiles.create(file(mark), access);
    DurableFiles.force(path);
    for (String name : names()) {
      if (name.equals(ROWS) || name.equals(ROWS_BEING_COPIED) || isUnfinished(name)) {
        removeTree(path.resolve(name));
      }
    }
  }

  /** Makes the directory of the rows. */
  void makeRows(FileAccess access) throws IOException {
    DurableFiles.createDirectory(rows(), access);
  }

  /** Gives the directory of the rows, which RocksDB made, the permissions of a new one. */
  void setPermissionsOfRows(FileAccess access) throws IOException {
    FilePermissions.setDirectory(rows(), access);
    setPermissions();
  }

  /** Says that the database is made. What is in the directory of the rows must be on disk. */
  void finish(Mark mark, Marker marker, FileAccess access) throws IOException {
    write(mark, marker, access);
    DurableFiles.rename(file(mark), file(Mark.MADE));
  }

  private void write(Mark mark, Marker marker, @Nullable FileAccess access) throws IOException {
    byte[] text = marker.toText().getBytes(StandardCharsets.ISO_8859_1);
    DurableFiles.write(file(mark), access, out -> out.write(text));
  }

  /** Writes into the mark of a database that is made which logs there are. */
  void noteLogs(Marker marker) throws IOException {
    if (has(Mark.MADE)) {
      // A log that is noted must be there after a loss of power, too.
      DurableFiles.force(rows());
      write(Mark.MADE, marker.with(FileCheck.logs(rows())), FilePermissions.of(path));
    }
  }

  /** Brings the names of the files of the rows to the disk. RocksDB has done so with the files. */
  void forceNamesOfRows() throws IOException {
    DurableFiles.force(rows());
  }

  /** Brings every file of the rows, and their names, to the disk. */
  void forceRows() throws IOException {
    for (Path file : rowFiles()) {
      DurableFiles.force(file);
    }
    forceNamesOfRows();
  }

  /**
   * Gives the files that RocksDB made the permissions of their directory. Until then, and of those
   * that are made later, the directory's own permissions keep others out.
   */
  void setPermissions() {
    try {
      @Nullable FileAccess access = FilePermissions.of(rows());
      if (access != null) {
        for (Path file : rowFiles()) {
          setPermissions(file, access);
        }
      }
    } catch (IOException directoryKeepsOthersOut) {
      return;
    }
  }

  private static void setPermissions(Path file, FileAccess access) throws IOException {
    try {
      FilePermissions.setFile(file, access);
    } catch (NoSuchFileException removedMeanwhile) {
      // RocksDB removes files when it likes.
      return;
    }
  }

  private List<Path> rowFiles() throws IOException {
    try (Stream<Path> files = Files.list(rows())) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** Removes everything in the directory. */
  void removeAll() throws IOException {
    for (String name : names()) {
      removeTree(path.resolve(name));
    }
  }

  private static void removeTree(Path tree) throws IOException {
    if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
