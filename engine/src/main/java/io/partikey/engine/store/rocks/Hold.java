package io.partikey.engine.store.rocks;

import io.partikey.engine.backend.FileAccess;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right of one copy of the driver to a directory, from before it looks into it until RocksDB
 * has closed its files. Three things make it, because each alone has a gap:
 *
 * <ul>
 *   <li>A system property with the identity of the directory, which all class loaders of a JVM see.
 *       A lock on a file does not exclude the process that has it, and closing the file anywhere in
 *       the process gives it away; so whoever finds the property touches no file.
 *   <li>A lock on the file {@code HOLDER}, which ends with the process, however that ends. It also
 *       makes one wait for the other when two take over from a process that died.
 *   <li>The record of the process in that file, which holds when the lock does not: it is believed
 *       while that very process runs, because a process that reads its own files (to copy or to
 *       index them) loses the locks on them. A record of a process that ended, of another boot or
 *       another container, or one that cannot be read, says nothing; then the lock decides.
 * </ul>
 *
 * <p>The directory is kept open, so that no other one gets its identity when it is removed. The
 * file is no channel save for the lock, because an interrupt closes channels.
 *
 * <p>RocksDB has a lock of its own in {@code rows/LOCK}. A database that cannot be written is held
 * by a shared lock, without a record.
 */
final class Hold {
  static final String FILE = "HOLDER";

  private static final String PROPERTY = "partikey.open.";
  private static final String CLOSED = "closed\n";
  private static final int MOST_RECORD_BYTES = 4096;
  // Behind the record, because Windows lets nobody read what is locked.
  private static final long LOCK_PLACE = 1 << 20;

  private final String property;
  private final @Nullable FileChannel directory;
  private final @Nullable RandomAccessFile file;
  private final Path path;
  private final @Nullable Object identity;
  private final boolean used;
  private boolean signed;

  private Hold(
      String property,
      @Nullable FileChannel directory,
      @Nullable RandomAccessFile file,
      Path path,
      boolean used)
      throws IOException {
    this.property = property;
    this.directory = directory;
    this.file = file;
    this.path = path;
    this.identity = file == null ? null : identity(path);
    this.used = used;
  }

  private static @Nullable Object identity(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  /**
   * Takes a directory.
   *
   * @param writable whether it can be written; otherwise it is only kept from being written
   * @param access who may have its files, null for those who may have the directory
   * @throws HeldException if another copy of the driver has it
   */
  static Hold take(Path directory, boolean writable, @Nullable FileAccess access)
      throws IOException, HeldException {
    String property = PROPERTY + DirectoryIdentity.of(directory).key();
    @Nullable Object other =
        System.getProperties().putIfAbsent(property, String.valueOf(Hold.class.getClassLoader()));
    if (other != null) {
      throw HeldException.byThisProcess(other.toString());
    }
    @Nullable FileChannel open = null;
    Hold hold = null;
    try {
      open = DurableFiles.openDirectory(directory);
      hold = lock(property, open, directory.resolve(FILE), writable, access);
      return hold;
    } finally {
      if (hold == null) {
        close(open);
        System.getProperties().remove(property);
      }
    }
  }

  private static Hold lock(
      String property,
      @Nullable FileChannel directory,
      Path path,
      boolean writable,
      @Nullable FileAccess access)
      throws IOException, HeldException {
    if (writable) {
      DurableFiles.create(path, access);
    } else if (!Files.isReadable(path)) {
      return new Hold(property, directory, null, path, true);
    }
    RandomAccessFile file = new RandomAccessFile(path.toFile(), writable ? "rw" : "r");
    boolean taken = false;
    try {
      @Nullable FileLock lock = file.getChannel().tryLock(LOCK_PLACE, 1, !writable);
      String text = read(file);
      Optional<ProcessRecord> holder = ProcessRecord.parse(text);
      if (lock == null) {
        throw HeldException.byProcess(
            holder.map(ProcessRecord::describe).orElse("another process"));
      }
      if (holder.isPresent() && isAnother(holder.get())) {
        throw HeldException.byProcess(holder.get().describe());
      }
      Hold hold = new Hold(property, directory, file, path, !text.isEmpty());
      taken = true;
      return hold;
    } catch (OverlappingFileLockException heldWithoutItsProperty) {
      throw HeldException.byThisProcess("another class loader");
    } finally {
      if (!taken) {
        file.close();
      }
    }
  }

  /** Whether a record holds a directory. This process would have been found by its property. */
  private static boolean isAnother(ProcessRecord holder) {
    return holder.isRunning() && holder.pid() != ProcessHandle.current().pid();
  }

  private static String read(RandomAccessFile file) throws IOException {
    byte[] bytes = new byte[(int) Math.min(file.length(), MOST_RECORD_BYTES)];
    file.readFully(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Whether somebody signed before, so that the directory was once a database. */
  boolean wasUsed() {
    return used;
  }

  /**
   * Whether the path still leads to the file that is held: neither the directory nor the file was
   * moved, removed or replaced. True where files have no identity.
   */
  boolean isStill() {
    try {
      return identity == null || identity.equals(identity(path));
    } catch (IOException gone) {
      return false;
    }
  }

  /** Writes the record of this process. */
  void sign() throws IOException {
    write(ProcessRecord.current().toText());
    signed = true;
  }

  private void write(String text) throws IOException {
    if (file != null) {
      file.setLength(0);
      file.seek(0);
      file.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  /** Lets the directory go. */
  void release() {
    try {
      if (signed) {
        write(CLOSED);
      }
    } catch (IOException recordOfThisProcess) {
      // It says nothing once the process has ended, and nothing to the process itself.
      signed = false;
    } finally {
      close(file);
      close(directory);
      System.getProperties().remove(property);
    }
  }

  private static void close(@Nullable Closeable open) {
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException endsWithTheProcess) {
      return;
    }
  }
}
