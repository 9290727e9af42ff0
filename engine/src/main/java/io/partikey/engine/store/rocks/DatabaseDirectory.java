package io.partikey.engine.store.rocks;

import io.partikey.engine.backend.FileAccess;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.rocks.DatabaseFiles.Mark;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;

/**
 * The directory of a database: whether it is one, whether it is whole, and who holds it. What lies
 * in it, {@link DatabaseFiles} tells.
 *
 * <p>An object of this class is used by one thread at a time.
 */
public final class DatabaseDirectory {
  /** The format of directories that this version makes; newer ones are refused. */
  static final int FORMAT = 1;

  private static final String REMOVED =
      "the one that was there was removed or replaced while this process has it open. Close its"
          + " connections, or execute SHUTDOWN in one of them; then connect again";

  private final Path path;
  private final FileAccess access;
  private final Steps steps;
  private final DatabaseFiles files;
  private String id = "";
  private volatile @Nullable Hold hold;

  /** The directory at a path, whatever is there; what is made in it is for its owner alone. */
  public DatabaseDirectory(Path path) {
    this(path, FileAccess.OWNER);
  }

  /**
   * The directory at a path, whatever is there.
   *
   * @param access who may have what is made
   */
  public DatabaseDirectory(Path path, FileAccess access) {
    this(path, access, Steps.UNWATCHED);
  }

  DatabaseDirectory(Path path, FileAccess access, Steps steps) {
    this.path = path;
    this.access = access;
    this.steps = steps;
    this.files = new DatabaseFiles(path);
  }

  /**
   * Which directory this is; makes it, and those above it, if it does not exist.
   *
   * @param readOnly whether nothing may be made
   * @throws EngineException with {@code CANNOT_OPEN} and the reason
   */
  public DirectoryIdentity identity(boolean readOnly) {
    try {
      if (!Files.isDirectory(path)) {
        makeDirectory(readOnly);
        steps.done("directory made");
      }
      return DirectoryIdentity.of(path);
    } catch (IOException failure) {
      throw unusable(failure);
    }
  }

  /**
   * Opens the database, makes it if nothing is there. It is held until {@link #release}.
   *
   * @param readOnly whether nothing will be written; then nothing is made, and a directory that
   *     cannot be written is no hindrance
   * @throws EngineException with {@code CANNOT_OPEN} and the reason, with {@code CORRUPT} if
   *     something is missing or damaged
   */
  public RowStore open(boolean readOnly) {
    boolean opened = false;
    try {
      identity(readOnly);
      requireOwn(readOnly);
      boolean writable = Files.isWritable(path);
      hold = Hold.take(path, writable, files.has(Mark.MADE) ? FilePermissions.of(path) : access);
      steps.done("held");
      RowStore store = isMade(readOnly) ? openMade(writable) : make(writable);
      files.setPermissions();
      opened = true;
      return store;
    } catch (HeldException held) {
      throw cannotOpen(String.valueOf(held.getMessage()), held);
    } catch (IOException failure) {
      throw unusable(failure);
    } catch (RocksDBException failure) {
      throw translated(failure);
    } finally {
      if (!opened) {
        release();
      }
    }
  }

  /** Tells the database that is open from one that was made in its place; empty if nothing does. */
  public String id() {
    return id;
  }

  /**
   * Makes sure that the directory still holds the database of an id, which this process has open.
   *
   * @throws EngineException with {@code CANNOT_OPEN} if it holds nothing or another one by now
   */
  public void requireStill(String openId) {
    try {
      if (Marker.parse(files.markText()).filter(now -> now.id().equals(openId)).isEmpty()) {
        throw cannotOpen(REMOVED);
      }
    } catch (IOException gone) {
      throw cannotOpen(REMOVED, gone);
    }
  }

  private boolean isStillHeld() {
    @Nullable Hold held = hold;
    return held != null && held.isStill();
  }

  /** Lets the directory go, after the database was closed. */
  public void release() {
    if (hold != null) {
      if (isStillHeld() && !files.hasNoRows()) {
        files.setPermissions();
      }
      hold.release();
      hold = null;
    }
  }

  private void makeDirectory(boolean readOnly) throws IOException {
    if (Files.isSymbolicLink(path) && !Files.exists(path)) {
      throw cannotOpen(
          "that is a link to \""
              + Files.readSymbolicLink(path)
              + "\", which does not exist. Make that directory, or name another one");
    }
    // Another process may have made it meanwhile.
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw cannotOpen("that is a file. Name a directory, which is made if it does not exist");
    }
    if (readOnly) {
      throw noneThere();
    }
    try {
      DurableFiles.createDirectories(path, access);
    } catch (FileAlreadyExistsException file) {
      throw cannotOpen(
          "\""
              + file.getFile()
              + "\" is a file, or a link to nothing. Name a directory, which is made if it does not"
              + " exist",
          file);
    } catch (FileSystemException refused) {
      throw cannotOpen(
          "its directory cannot be made ("
              + refused
              + "). Make it first, or change the permissions of the one in which it would be",
          refused);
    }
  }

  /** Refuses directories of others, before anything is written. */
  private void requireOwn(boolean readOnly) throws IOException {
    if (files.has(Mark.MADE)) {
      if (!readOnly && !Files.isWritable(path)) {
        throw cannotOpen(
            "its directory cannot be written. Change the directory's permissions, or open it with"
                + " readOnly=true");
      }
      return;
    }
    List<String> others = files.foreignNames();
    if (!others.isEmpty()) {
      throw cannotOpen(
          "the directory holds other files ("
              + String.join(", ", others)
              + "). Name a database, an empty directory, or one that does not exist");
    }
    if (readOnly && files.isEmpty()) {
      throw noneThere();
    }
    if (!Files.isWritable(path)) {
      throw readOnly
          ? noneThere()
          : cannotOpen("its directory cannot be written. Change the directory's permissions");
    }
  }

  /** Whether a database is there, and nothing has begun to make one. */
  private boolean isMade(boolean readOnly) {
    if (files.has(Mark.MADE)) {
      return true;
    }
    if (files.has(Mark.BEING_COPIED)) {
      throw cannotOpen(
          "it is a backup that was not finished. Make the backup again, here or elsewhere, and"
              + " remove this directory if it is not used");
    }
    boolean begun = files.has(Mark.BEING_MADE);
    if (!begun && (!files.hasNoRows() || (hold != null && hold.wasUsed()))) {
      throw damaged("its file \"" + files.file(Mark.MADE) + "\" is missing", null);
    }
    if (readOnly) {
      throw noneThere();
    }
    return false;
  }

  private RowStore openMade(boolean writable) throws IOException, RocksDBException {
    Marker marker = knownMarker();
    id = marker.id();
    Optional<String> damage = FileCheck.damage(files.rows(), marker.logs());
    if (damage.isPresent()) {
      throw damaged(damage.get(), null);
    }
    if (writable && hold != null) {
      hold.sign();
    }
    return openRows(false, !writable, marker);
  }

  private RowStore make(boolean writable) throws IOException, RocksDBException {
    if (!writable || hold == null) {
      throw cannotOpen("its directory cannot be written. Change the directory's permissions");
    }
    files.begin(Mark.BEING_MADE, access);
    steps.done("begun");
    hold.sign();
    steps.done("signed");
    files.makeRows(access);
    steps.done("directory of rows made");
    Marker marker = Marker.of(FORMAT);
    RowStore store = openRows(true, false, marker);
    boolean made = false;
    try {
      steps.done("rows made");
      files.forceNamesOfRows();
      files.finish(Mark.BEING_MADE, marker, access);
      steps.done("finished");
      id = marker.id();
      made = true;
      return store;
    } finally {
      if (!made) {
        store.close();
      }
    }
  }

  private RowStore openRows(boolean create, boolean readOnly, Marker marker)
      throws RocksDBException {
    return RowStore.openFile(
        title(),
        files.rows(),
        create,
        readOnly,
        new StillHeld(this::isStillHeld, title()),
        () -> noteLogs(marker),
        steps);
  }

  private Marker knownMarker() throws IOException {
    String text = files.markText();
    int format = Marker.formatOf(text);
    if (format > FORMAT) {
      throw cannotOpen(
          "it has format "
              + format
              + ", and this version of PartiKey knows formats up to "
              + FORMAT
              + ". Open it with the newer version that made it");
    }
    return Marker.parse(text)
        .orElseThrow(() -> damaged("its file \"" + files.file(Mark.MADE) + "\" is damaged", null));
  }

  /**
   * Writes down which logs there are, so that one that is lost is missed: RocksDB itself does not
   * miss the newest. A note that cannot be written leaves the one of before.
   */
  private void noteLogs(Marker marker) {
    if (!isStillHeld()) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try {
      files.setPermissions();
      files.noteLogs(marker);
    } catch (IOException | RuntimeException noSpaceNow) {
      return;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private EngineException translated(RocksDBException failure) {
    if (StorageErrors.isLockedByThisProcess(failure)) {
      return cannotOpen(REMOVED, failure);
    }
    if (StorageErrors.isLocked(failure)) {
      HeldException held = HeldException.byProcess("another process");
      return cannotOpen(String.valueOf(held.getMessage()), failure);
    }
    EngineException translated = StorageErrors.translate(failure, title());
    if (translated.code() != ErrorCode.CORRUPT) {
      return new EngineException(ErrorCode.CANNOT_OPEN, translated.getMessage(), translated);
    }
    return FileCheck.damagedTable(files.rows())
        .map(table -> damaged("its file \"" + table + "\" is damaged", failure))
        .orElse(translated);
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

  private EngineException noneThere() {
    return cannotOpen("there is none. Open it once without readOnly to make it");
  }

  private EngineException unusable(IOException failure) {
    return cannotOpen("its files cannot be read or written (" + failure + ")", failure);
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
