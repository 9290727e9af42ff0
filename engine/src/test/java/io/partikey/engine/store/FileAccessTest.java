package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.BackendOptions.Durability;
import io.partikey.engine.backend.FileAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may have the files of a database. */
class FileAccessTest {
  private final Path directory;
  private final Path path;
  private final Path copy;

  FileAccessTest(@TempDir Path directory) {
    assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("unix"));
    this.directory = directory;
    this.path = directory.resolve("db");
    this.copy = directory.resolve("copy");
  }

  @Test
  void isForTheOwnerAlone() throws IOException {
    useAndCopy(FileAccess.OWNER, "700", "600");
  }

  @Test
  void isForTheGroupWhereThatIsWanted() throws IOException {
    useAndCopy(FileAccess.GROUP, "2770", "660");
    // It stays so, whoever opens it how.
    useAndCopy(FileAccess.OWNER, "2770", "660");
  }

  private void useAndCopy(FileAccess access, String ofDirectories, String ofFiles)
      throws IOException {
    BackendOptions options = new BackendOptions(Durability.COMMIT, false, access, Map.of());
    boolean isNew = !Files.exists(path);
    try (Backend backend = TestStore.file(path, options)) {
      backend.createTable(table(isNew ? "T" : "U"));
      assertPermissions(path, ofDirectories, ofFiles);
      if (isNew) {
        backend.backup(copy);
        assertPermissions(copy, ofDirectories, ofFiles);
      }
    }
    assertPermissions(path, ofDirectories, ofFiles);
  }

  @Test
  void isNotTakenFromTheGroupByABackupForTheOwner() throws IOException {
    BackendOptions group = new BackendOptions(Durability.COMMIT, false, FileAccess.GROUP, Map.of());
    try (Backend backend = TestStore.file(path, group)) {
      backend.createTable(table("T"));
      backend.backup(directory.resolve("first"));
    }
    try (Backend backend = TestStore.file(path)) {
      backend.backup(copy);
    }
    TestStore.file(copy).close();
    assertPermissions(path, "2770", "660");
    assertThat(mode(copy)).isEqualTo("700");
    assertThat(mode(copy.resolve("rows"))).isEqualTo("700");
  }

  @Test
  void isLeftAsItIsOfDirectoriesThatAreThere() throws IOException {
    Files.createDirectory(path);
    Files.setAttribute(path, "unix:mode", 0755);
    TestStore.file(path).close();
    assertThat(mode(path)).isEqualTo("755");
    assertThat(mode(path.resolve("rows"))).isEqualTo("700");
    Files.setAttribute(path.resolve("rows"), "unix:mode", 0755);
    for (Path file : DatabaseCopies.files(path)) {
      Files.setAttribute(path.resolve(file), "unix:mode", 0644);
    }
    try (Backend backend = TestStore.file(path)) {
      backend.createTable(table("T"));
    }
    assertPermissions(path, "755", "644");
  }

  private static void assertPermissions(Path database, String ofDirectories, String ofFiles)
      throws IOException {
    assertThat(mode(database)).isEqualTo(ofDirectories);
    assertThat(mode(database.resolve("rows"))).isEqualTo(ofDirectories);
    assertThat(DatabaseCopies.files(database))
        .isNotEmpty()
        .allSatisfy(
            file ->
                assertThat(mode(database.resolve(file))).as(file.toString()).isEqualTo(ofFiles));
  }

  private static String mode(Path file) throws IOException {
    return Integer.toOctalString((Integer) Files.getAttribute(file, "unix:mode") & 07777);
  }
}
