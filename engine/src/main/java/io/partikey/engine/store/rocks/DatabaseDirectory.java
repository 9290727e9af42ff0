package io.partikey.engine.store.rocks;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;

/**
 * The directory of a database: what lies in it, whether it is one, and who holds it.
 *
 * <pre>
 * PARTIKEY   says that this is a database, and of which format
 * HOLDER     the process that has it open; only for messages, RocksDB's own lock decides
 * rows/      RocksDB's files
 * </pre>
 */
public final class DatabaseDirectory {
  /** The format of directories that this version makes; newer ones are refused. */
  static final int FORMAT = 1;

  private static final String MARKER = "PARTIKEY";
  private static final String MARKER_TITLE = "PartiKey database, format ";
  private static final String ROWS = "rows";

  private final Path path;
  private final Holder holder;

  /** The directory at a path, whatever is there. */
  public DatabaseDirectory(Path path) {
    this.path = path;
    this.holder = new Holder(path.resolve("HOLDER"));
  }

  /**
   * Opens the database, makes it if nothing is there.
   *
   * @param readOnly whether nothing will be written; then nothing is made, and a directory that
   *     cannot be written is no hindrance
   * @throws EngineException with {@code CANNOT_OPEN} and the reason
   */
  public RowStore open(boolean readOnly) {
    boolean writable = Files.isWritable(path);
    try {
      boolean make = !isDatabase();
      if (make) {
        if (readOnly) {
          throw cannotOpen("there is none. Open it once without readOnly to make it");
        }
        make();
      }
      if (!make && !writable && !readOnly) {
        throw cannotOpen(
            "its directory cannot be written. Change the directory's permissions, or open it with"
                + " readOnly=true");
      }
      boolean fresh = make || !Files.exists(rows());
      if (!fresh) {
        requireWholeFiles();
      }
      RowStore store = RowStore.openFile(title(), rows(), fresh, readOnly && !make && !writable);
      if (writable || make) {
        holder.write();
      }
      return store;
    } catch (IOException failure) {
      throw cannotOpen("its files cannot be read or written (" + failure + ")", failure);
    } catch (RocksDBException failure) {
      throw translated(failure);
    }
  }

  /** Says that nobody holds the database any more. */
  public void release() {
    holder.remove();
  }

  /**
   * Makes this directory, which does not exist or is empty, a copy of a database. What a failure
   * leaves is removed.
   *
   * @throws EngineException with {@code INVALID_ARGUMENT} if something is there, with {@code
   *     STORAGE_FAILED} or {@code DISK_FULL} if it cannot be written
   */
  public void copyOf(RowStore store) {
    try {
      boolean made = makeForCopy();
      try {
        store.copyTo(rows());
        writeMarker();
      } catch (IOException | RuntimeException failure) {
        removeCopy(made);
        throw failure;
      }
    } catch (IOException failure) {
      throw new EngineException(
          ErrorCode.STORAGE_FAILED,
          "The backup \""
              + path
              + "\" cannot be written ("
              + failure
              + "). Name a directory that does not exist, in one that does.",
          failure);
    }
  }

  private boolean makeForCopy() throws IOException {
    if (!Files.exists(path)) {
      Files.createDirectory(path);
      return true;
    }
    boolean directory = Files.isDirectory(path);
    List<String> others = directory ? entries() : List.of();
    if (directory && others.isEmpty()) {
      return false;
    }
    throw new EngineException(
        ErrorCode.INVALID_ARGUMENT,
        "The backup \""
            + path
            + "\" cannot be written: "
            + (directory
                ? "the directory holds other files (" + String.join(", ", others) + ")"
                : "that is a file")
            + ". Name a directory that does not exist, or an empty one.");
  }

  private void removeCopy(boolean made) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (made || !file.equals(path)) {
          Files.delete(file);
        }
      }
    }
  }

  /** Raises {@code CORRUPT} if files are damaged in a way that RocksDB would not notice. */
  private void requireWholeFiles() throws IOException {
    Optional<String> damage = FileCheck.damage(rows());
    if (damage.isEmpty()) {
      return;
    }
    // What another process is writing just now may look like damage.
    if (holder.isAnother(rows().resolve("LOCK"))) {
      throw held(null);
    }
    throw damaged(damage.get(), null);
  }

  private Path rows() {
    return path.resolve(ROWS);
  }

  private boolean isDatabase() throws IOException {
    if (!Files.exists(path)) {
      requireParent();
      return false;
    }
    if (!Files.isDirectory(path)) {
      throw cannotOpen("that is a file. Name a directory, which is made if it does not exist");
    }
    Path marker = path.resolve(MARKER);
    if (Files.isRegularFile(marker)) {
      requireKnownFormat(Files.readString(marker, StandardCharsets.ISO_8859_1).strip());
      return true;
    }
    List<String> others = entries();
    if (others.isEmpty()) {
      return false;
    }
    throw cannotOpen(
        "the directory holds other files ("
            + String.join(", ", others)
            + "). Name a database, an empty directory, or one that does not exist");
  }

  private void requireParent() {
    @Nullable Path parent = path.toAbsolutePath().getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      throw cannotOpen(
          "the directory \""
              + parent
              + "\" in which it would be made does not exist. Make it first");
    }
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .map(entry -> String.valueOf(entry.getFileName()))
          .sorted()
          .limit(3)
          .collect(Collectors.toList());
    }
  }

  private void requireKnownFormat(String marker) {
    int format =
        marker.startsWith(MARKER_TITLE) ? number(marker.substring(MARKER_TITLE.length())) : 0;
    if (format < 1) {
      throw damaged("its file \"" + path.resolve(MARKER) + "\" is damaged", null);
    }
    if (format > FORMAT) {
      throw cannotOpen(
          "it has format "
              + format
              + ", and this version of PartiKey knows formats up to "
              + FORMAT
              + ". Open it with the newer version that made it");
    }
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException none) {
      return 0;
    }
  }

  private void make() throws IOException {
    Files.createDirectories(path);
    if (!Files.isWritable(path)) {
      throw cannotOpen("its directory cannot be written. Change the directory's permissions");
    }
    writeMarker();
  }

  private void writeMarker() throws IOException {
    Path unfinished = path.resolve(MARKER + ".new");
    Files.writeString(unfinished, MARKER_TITLE + FORMAT + "\n", StandardCharsets.UTF_8);
    Files.move(unfinished, path.resolve(MARKER));
  }

  private EngineException translated(RocksDBException failure) {
    if (StorageErrors.isLocked(failure)) {
      return held(failure);
    }
    EngineException translated = StorageErrors.translate(failure, title());
    if (translated.code() != ErrorCode.CORRUPT) {
      return new EngineException(ErrorCode.CANNOT_OPEN, translated.getMessage(), translated);
    }
    return FileCheck.damagedTable(rows())
        .map(table -> damaged("its file \"" + table + "\" is damaged", failure))
        .orElse(translated);
  }

  private EngineException held(@Nullable Throwable cause) {
    return cannotOpen(
        "it is open in "
            + holder.describe()
            + ". One process holds a database at a time: end that one, or connect within it",
        cause);
  }

  private EngineException damaged(String what, @Nullable Throwable cause) {
    return new EngineException(
        ErrorCode.CORRUPT,
        "Database \""
            + path
            + "\" cannot be opened: "
            + what
            + ". Restore the database from a backup.",
        null,
        cause);
  }

  private String title() {
    return "database \"" + path + "\"";
  }

  private EngineException cannotOpen(String reason) {
    return cannotOpen(reason, null);
  }

  private EngineException cannotOpen(String reason, @Nullable Throwable cause) {
    return new EngineException(
        ErrorCode.CANNOT_OPEN,
        "Database \"" + path + "\" cannot be opened: " + reason + ".",
        null,
        cause);
  }
}
