package io.partikey.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
  @Test
  void followsTheDirectoryForState() {
    assertThat(HistoryFile.in(Map.of("XDG_STATE_HOME", "/state")))
        .contains(Path.of("/state/partikey/history"));
  }

  @Test
  void isInTheHomeDirectoryOtherwise() {
    assertThat(HistoryFile.in(Map.of("XDG_STATE_HOME", "")))
        .contains(Path.of(System.getProperty("user.home"), ".partikey_history"));
  }

  @Test
  void isNotInTheWorkingDirectory() {
    assertThat(HistoryFile.in(Map.of("XDG_STATE_HOME", "state"))).isEmpty();
    String home = System.getProperty("user.home");
    try {
      // As in a container whose user is in no list of users.
      System.setProperty("user.home", "?");
      assertThat(HistoryFile.in(Map.of())).isEmpty();
    } finally {
      System.setProperty("user.home", home);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isForItsOwnerAlone(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("state/partikey/history");
    HistoryFile.makePrivate(file);
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(permissions(directory.resolve("state/partikey"))).isEqualTo("rwx------");
    assertThat(permissions(directory.resolve("state"))).isEqualTo("rwx------");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void takesFromAnOlderFileWhatOthersMayDo(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("history"), "1:SELECT 1\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    String before = permissions(directory);
    HistoryFile.makePrivate(file);
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(file).hasContent("1:SELECT 1\n");
    assertThat(permissions(directory)).isEqualTo(before);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
