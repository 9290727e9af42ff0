package io.partikey.engine.store.rocks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is loaded is what the jar holds, and nobody else could have put it there. */
@DisabledOnOs(OS.WINDOWS)
class LibraryCacheTest {
  private static final String CONTENT = "a library, as far as this test goes";

  private final Path directory;
  private final LibraryResource library;
  private final LibraryCache cache;

  LibraryCacheTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    library = LibraryResource.of(jar(directory, CONTENT));
    cache = new LibraryCache(directory.resolve("home/.cache/partikey"));
  }

  private static URL jar(Path directory, String content) throws IOException {
    Path jar = directory.resolve("native.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("librocksdbjni.so"));
      out.write(content.getBytes(UTF_8));
    }
    return URI.create("jar:" + jar.toUri() + "!/librocksdbjni.so").toURL();
  }

  private Path own() {
    return cache.directoryOf(library).orElseThrow();
  }

  /** The library's file, where the cache says that it is. */
  private Path file() {
    return own().resolve(library.fileName());
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
  }

  private static Object identity(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void isTheUsersAlone() throws IOException {
    Path file = file();
    assertThat(Files.readString(file)).isEqualTo(CONTENT);
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(permissions(own())).isEqualTo("rwx------");
    assertThat(permissions(directory.resolve("home/.cache/partikey"))).isEqualTo("rwx------");
    String record = library.fileName() + ".sha256";
    assertThat(names(own())).containsExactlyInAnyOrder(library.fileName(), record);
    assertThat(permissions(file.resolveSibling(record))).isEqualTo("rw-------");
    assertThat(file).isAbsolute();
  }

  @Test
  void isUnpackedOnce() throws IOException {
    Object first = identity(file());
    assertThat(identity(file())).isEqualTo(first);
  }

  @Test
  void aDamagedOneOfTheSameSizeIsReplaced() throws IOException {
    Path file = file();
    Files.writeString(file, CONTENT.replace('f', 'g'));
    assertThat(Files.readString(file())).isEqualTo(CONTENT);
  }

  @Test
  void aPlantedOneOfTheSameSizeAndChecksumIsReplaced() throws IOException {
    byte[] planted = withChecksum("x".repeat(CONTENT.length() - Integer.BYTES), library.checksum());
    Path file = file();
    FileTime modified = Files.getLastModifiedTime(file);
    Files.write(file, planted);
    Files.setLastModifiedTime(file, modified);
    assertThat(library.isIn(file)).isTrue();
    assertThat(Files.readString(file())).isEqualTo(CONTENT);

    Path beside = Files.write(file.resolveSibling("planted"), planted);
    Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-------"));
    Files.setLastModifiedTime(beside, Files.getLastModifiedTime(file));
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    assertThat(library.isIn(file)).isTrue();
    assertThat(Files.readString(file())).isEqualTo(CONTENT);
  }

  @Test
  void oneWithoutARecordIsReplaced() throws IOException {
    Path file = file();
    Object before = identity(file);
    Files.createLink(directory.resolve("held"), file);
    Files.delete(file.resolveSibling(library.fileName() + ".sha256"));
    assertThat(identity(file())).isNotEqualTo(before);
  }

  /** A text and four bytes that give both together a CRC-32. */
  private static byte[] withChecksum(String text, long checksum) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(UTF_8));
    int register = ~(int) checksum;
    for (int bit = 0; bit < Integer.SIZE; bit++) {
      // One step back: the polynomial has the highest bit, so that tells whether it was added.
      register = register < 0 ? (register ^ 0xEDB88320) << 1 | 1 : register << 1;
    }
    int last = register ^ ~(int) crc.getValue();
    return ByteBuffer.allocate(text.length() + Integer.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(text.getBytes(UTF_8))
        .putInt(last)
        .array();
  }

  @Test
  void aCutOneIsReplaced() throws IOException {
    Path file = file();
    Files.writeString(file, CONTENT.substring(1));
    assertThat(Files.readString(file())).isEqualTo(CONTENT);
  }

  @Test
  void aLinkInItsPlaceIsReplaced() throws IOException {
    Path file = file();
    Path elsewhere = Files.move(file, directory.resolve("planted.so"));
    Files.createSymbolicLink(file, elsewhere);
    assertThat(Files.isSymbolicLink(file())).isFalse();
    assertThat(Files.readString(file())).isEqualTo(CONTENT);
  }

  @Test
  void oneThatOthersCouldWriteIsReplacedWhateverItHolds() throws IOException {
    Path file = file();
    Object before = identity(file);
    // Held, so that its number is not given to the next file.
    Files.createLink(directory.resolve("held"), file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(identity(file())).isNotEqualTo(before);
    assertThat(permissions(file())).isEqualTo("rw-------");
  }

  @Test
  void aDirectoryThatOthersCouldWriteIsEmptiedAndMadePrivate() throws IOException {
    Path file = file();
    Object before = identity(file);
    Files.createLink(directory.resolve("held"), file);
    Path own = own();
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(identity(file())).isNotEqualTo(before);
    assertThat(permissions(own())).isEqualTo("rwx------");
  }

  @Test
  void aDirectoryThatIsALinkIsNotUsed() throws IOException {
    Path target = Files.createDirectory(directory.resolve("target"));
    Files.createDirectories(directory.resolve("home/.cache"));
    Files.createSymbolicLink(directory.resolve("home/.cache/partikey"), target);
    assertThat(cache.directoryOf(library)).isEmpty();
    assertThat(names(target)).isEmpty();
  }

  @Test
  void aDirectoryOfAnotherUserIsNotUsed() throws IOException {
    Path own = own();
    assumeTrue(givenToNobody(own), "only root gives files away");
    assertThat(cache.directoryOf(library)).isEmpty();
  }

  @Test
  void aFileOfAnotherUserIsReplaced() throws IOException {
    Path file = file();
    Files.createLink(directory.resolve("held"), file);
    Object before = identity(file);
    assumeTrue(givenToNobody(file), "only root gives files away");
    assertThat(identity(file())).isNotEqualTo(before);
  }

  private static boolean givenToNobody(Path path) throws IOException {
    try {
      Files.setOwner(
          path,
          path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
      return true;
    } catch (IOException notAllowed) {
      return false;
    }
  }

  @Test
  void nothingIsKeptBelowADirectoryInWhichOthersCouldRename() throws IOException {
    Path shared = Files.createDirectory(directory.resolve("home"));
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(cache.directoryOf(library)).isEmpty();
    // The sticky bit, as the directory for temporary files has it, keeps names for their owners.
    Files.setAttribute(shared, "unix:mode", 0_1777);
    assertThat(cache.directoryOf(library)).isPresent();
  }

  @Test
  void nothingIsKeptInTheWorkingDirectory() {
    Path relative = Path.of("partikey-cache-of-a-test/partikey");
    assertThat(new LibraryCache(relative).directoryOf(library)).isEmpty();
    assertThat(Path.of("partikey-cache-of-a-test")).doesNotExist();
    Optional<Path> ofEnvironment =
        LibraryCache.ofUser(Map.of("XDG_CACHE_HOME", "relative"))
            .flatMap(relativeCache -> relativeCache.directoryOf(library));
    assertThat(ofEnvironment).isEmpty();
    assertThat(Path.of("relative")).doesNotExist();
  }

  @Test
  void aDamagedJarIsNotUnpacked() throws IOException {
    LibraryResource other =
        new LibraryResource(jar(directory, "another library"), library.size(), library.checksum());
    assertThat(cache.directoryOf(other)).isEmpty();
    try (Stream<Path> files = Files.walk(directory.resolve("home"))) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void whatAKilledProcessLeftIsRemovedByTheNextThatUnpacks() throws IOException {
    Path file = file();
    Path old = Files.createFile(file.resolveSibling(library.fileName() + ".1.tmp"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    Path recent = Files.createFile(file.resolveSibling(library.fileName() + ".2.tmp"));
    Files.delete(file);
    file();
    assertThat(old).doesNotExist();
    assertThat(recent).exists();
  }
}
