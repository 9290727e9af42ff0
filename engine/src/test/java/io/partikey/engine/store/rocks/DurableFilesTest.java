package io.partikey.engine.store.rocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.partikey.engine.backend.FileAccess;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTest {
  private final Path directory;

  DurableFilesTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void needPermissions() {
    assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("unix"));
  }

  @Test
  void writesAFileAsAWholeOverOneThatIsThere() throws IOException {
    Path file = directory.resolve("file");
    DurableFiles.write(file, FileAccess.OWNER, out -> out.write('a'));
    assertThat(mode(file)).isEqualTo("600");
    DurableFiles.write(file, FileAccess.GROUP, out -> out.write('b'));
    assertThat(file).hasContent("b");
    assertThat(mode(file)).isEqualTo("660");
    assertThat(directory).isDirectoryNotContaining(each -> !each.equals(file));
  }

  @Test
  void keepsTheFileOfBeforeWhenWritingFails() throws IOException {
    Path file = directory.resolve("file");
    DurableFiles.write(file, FileAccess.OWNER, out -> out.write('a'));
    assertThatThrownBy(
            () ->
                DurableFiles.write(
                    file,
                    FileAccess.OWNER,
                    out -> {
                      out.write('b');
                      throw new IOException("no more");
                    }))
        .hasMessage("no more");
    assertThat(file).hasContent("a");
    assertThat(directory).isDirectoryNotContaining(each -> !each.equals(file));
  }

  @Test
  void makesDirectoriesThatAreMissingForThoseWhoMayHaveThem() throws IOException {
    Path parent = directory.resolve("a/b");
    Path deep = parent.resolve("c");
    DurableFiles.createDirectories(deep, FileAccess.OWNER);
    assertThat(mode(deep)).isEqualTo("700");
    assertThat(mode(parent)).isNotEqualTo("700");
    Path shared = directory.resolve("shared");
    DurableFiles.createDirectories(shared, FileAccess.GROUP);
    assertThat(mode(shared)).isEqualTo("2770");
    DurableFiles.createDirectories(shared, FileAccess.OWNER);
    assertThat(mode(shared)).as("one that is there").isEqualTo("2770");
  }

  @Test
  void makesNoDirectoryUnderAFileOrBehindALinkToNothing() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("nothing"));
    for (Path path : new Path[] {file, file.resolve("x/y"), link, link.resolve("x")}) {
      assertThatThrownBy(() -> DurableFiles.createDirectories(path, FileAccess.OWNER))
          .as(path.toString())
          .isInstanceOf(FileAlreadyExistsException.class);
    }
  }

  @Test
  void knowsWhoMayHaveTheFilesOfADirectory() throws IOException {
    Path path = Files.createDirectory(directory.resolve("path"));
    Files.setAttribute(path, "unix:mode", 0700);
    assertThat(FilePermissions.of(path)).isEqualTo(FileAccess.OWNER);
    Files.setAttribute(path, "unix:mode", 02770);
    assertThat(FilePermissions.of(path)).isEqualTo(FileAccess.GROUP);
    for (int mode : new int[] {0750, 0755, 0777}) {
      Files.setAttribute(path, "unix:mode", mode);
      assertThat(FilePermissions.of(path)).isNull();
    }
  }

  private static String mode(Path file) throws IOException {
    return Integer.toOctalString((Integer) Files.getAttribute(file, "unix:mode") & 07777);
  }
}
