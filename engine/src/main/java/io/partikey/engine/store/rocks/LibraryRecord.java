package io.partikey.engine.store.rocks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.partikey.engine.backend.FileAccess;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The record beside a file that its SHA-256 was compared with what was to be in it, and which file
 * that was. As long as the file is still that one, it was not written since: whoever writes to a
 * file, or puts another one in its place, changes its inode or the time of its last change, and no
 * call sets that time.
 *
 * <pre>
 * librocksdbjni-….so.sha256      0600
 *   SHA-256 DEVICE INODE BYTES CHANGED     in hexadecimal; in nanoseconds since 1970
 * </pre>
 *
 * <p>Only file systems of Unix can tell.
 */
final class LibraryRecord {
  private static final int BUFFER_BYTES = 8 * 1024;

  private LibraryRecord() {}

  /**
   * Writes a file as {@link DurableFiles#write} does, reads it again, and notes that it is what was
   * written.
   *
   * @throws IOException if it is not, or cannot be written
   */
  static void write(Path file, DurableFiles.Content content) throws IOException {
    MessageDigest written = sha256();
    Files.deleteIfExists(recordOf(file));
    DurableFiles.write(
        file, FileAccess.OWNER, out -> content.writeTo(new DigestOutputStream(out, written)));
    // Before the file is read: what is written to it meanwhile makes it another one.
    String identity = identity(file);
    byte[] digest = written.digest();
    if (!Arrays.equals(digest, digestOf(file))) {
      throw new IOException(file + " does not hold what was written to it");
    }
    byte[] record = (HexFormat.of().formatHex(digest) + " " + identity + "\n").getBytes(US_ASCII);
    DurableFiles.write(recordOf(file), FileAccess.OWNER, out -> out.write(record));
  }

  /** Whether a file is the one that was compared, unchanged since. */
  static boolean vouchesFor(Path file) throws IOException {
    Path record = recordOf(file);
    try {
      return PrivateDirectory.holds(record)
          && Files.readString(record, US_ASCII).endsWith(" ".concat(identity(file)).concat("\n"));
    } catch (NoSuchFileException absent) {
      return false;
    }
  }

  private static Path recordOf(Path file) {
    return file.resolveSibling(file.getFileName().toString().concat(".sha256"));
  }

  private static String identity(Path file) throws IOException {
    Map<String, Object> attributes =
        Files.readAttributes(file, "unix:dev,ino,size,ctime", LinkOption.NOFOLLOW_LINKS);
    FileTime changed = (FileTime) Objects.requireNonNull(attributes.get("ctime"));
    // Neither formatted nor concatenated by an operator: each start asks this, when what does that
    // is not loaded yet, and loading it takes longer than all the rest.
    return String.join(
        " ",
        String.valueOf(attributes.get("dev")),
        String.valueOf(attributes.get("ino")),
        String.valueOf(attributes.get("size")),
        String.valueOf(changed.to(TimeUnit.NANOSECONDS)));
  }

  private static byte[] digestOf(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream content = new FileInputStream(file.toFile())) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
