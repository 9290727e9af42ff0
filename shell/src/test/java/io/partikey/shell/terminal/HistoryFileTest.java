package io.partikey.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryFileTest {
  @Test
  void followsTheDirectoryForState() {
    assertThat(HistoryFile.in(Map.of("XDG_STATE_HOME", "/state")))
        .isEqualTo(Path.of("/state/partikey/history"));
  }

  @Test
  void isInTheHomeDirectoryOtherwise() {
    assertThat(HistoryFile.in(Map.of("XDG_STATE_HOME", "")))
        .isEqualTo(Path.of(System.getProperty("user.home"), ".partikey_history"));
  }
}
